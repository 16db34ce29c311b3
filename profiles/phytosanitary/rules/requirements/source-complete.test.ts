import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../kernel/finding.ts';
import { suspension } from '../../suspensions.ts';
import { changed, line, source } from '../../testing/requirement-case.ts';
import { asked, type Case, caseOf, growerOf, noticeCase, stated, suspend } from '../../testing/vector-case.ts';
import { noticeRequirementRules } from './notice-requirements.ts';
import { notSuspended } from './suspensions.ts';

const since = '2026-11-17T10:00:00.000Z';
const owed = (found: readonly Finding[]) =>
  found.flatMap(({ code, path, detail }) => (code === 'source-incomplete' ? [[path, detail?.['suspended']]] : []));

/** Of the first line the site and packing house, of the second the member is left out. */
function silent(vector: Case): void {
  delete source(vector, 0).site;
  delete source(vector, 0).packingHouse;
  delete source(vector, 1).member;
}

describe('a source that leaves open whence it comes', () => {
  it('is accepted while nothing that may be behind it is suspended', () => {
    expect(owed(changed(silent))).toEqual([]);
    expect(owed(changed((vector) => suspend(vector, { grower: 'AZ-TM-014', since })))).toEqual([]);
    const other = (vector: Case) => {
      silent(vector);
      suspend(vector, { grower: 'AZ-TM-999', since });
    };
    expect(owed(changed(other))).toEqual([]);
  });

  it.each([
    ['AZ-TM-014-1', '/lines/0/sources/0/site'],
    ['AZ-PH-003', '/lines/0/sources/0/packingHouse'],
    ['AZ-TM-101', '/lines/1/sources/0/member'],
  ])('names what stands behind it once %s is suspended', (grower, path) => {
    const found = changed((vector) => {
      silent(vector);
      suspend(vector, { grower, product: 'LYPES', pest: 'TOBRFV', since });
    });
    const at = path.startsWith('/lines/0') ? { line: 1, grower: 'AZ-TM-014' } : { line: 2, grower: 'AZ-TM-100' };
    const detail = { ...at, part: path.split('/').at(-1), suspended: grower, since: '2026-11-17' };
    expect(found.filter(({ code }) => code === 'source-incomplete')).toEqual([
      { code: 'source-incomplete', severity: 'refuse', path, detail },
    ]);
  });

  it.each([
    ['of another product', { product: 'MABSD' }],
    ['that is lifted', { lifted: '2026-11-18T05:00:00.000Z' }],
    ['that is over', { until: '2026-11-17' }],
    ['that has not begun', { from: '2026-11-19' }],
  ])('is not asked by a suspension %s', (_, more) => {
    const found = changed((vector) => {
      silent(vector);
      suspend(vector, { grower: 'AZ-TM-014-1', since, ...more });
    });
    expect(owed(found)).toEqual([]);
  });

  it('that names another site is not asked', () => {
    const found = changed((vector) => {
      source(vector, 0).site = 'AZ-TM-014-2';
      suspend(vector, { grower: 'AZ-TM-014-1', since });
    });
    expect(owed(found)).toEqual([]);
  });

  it('names a packing house that its grower lists, whoever operates it', () => {
    const found = changed((vector) => {
      silent(vector);
      growerOf(vector, 'AZ-PH-003').operator = 'AZ-TM-999';
      suspend(vector, { grower: 'AZ-PH-003', since });
    });
    expect(owed(found)).toEqual([['/lines/0/sources/0/packingHouse', 'AZ-PH-003']]);
  });

  it.each([
    ['site', 'AZ-TM-014-1', { operator: 'AZ-TM-101' }],
    ['packing house', 'AZ-PH-003', { operator: 'AZ-TM-101' }],
  ])('names the member first, then its %s', (_, id, operated) => {
    const asOf = (member: string | undefined) =>
      changed((vector) => {
        if (member === undefined) delete source(vector, 1).member;
        Object.assign(growerOf(vector, id), operated);
        suspend(vector, { grower: id, since });
        delete line(vector, 0).sources;
      });
    const part = id === 'AZ-PH-003' ? 'packingHouse' : 'site';
    expect(owed(asOf(undefined))).toEqual([['/lines/1/sources/0/member', id]]);
    expect(owed(asOf('AZ-TM-101'))).toEqual([[`/lines/1/sources/0/${part}`, id]]);
  });

  it('names it for each one suspended, and once for each', () => {
    const found = changed((vector) => {
      silent(vector);
      for (const pest of ['TOBRFV', 'GNORAB']) suspend(vector, { grower: 'AZ-TM-014-1', pest, since });
      suspend(vector, { grower: 'AZ-PH-003', since });
    });
    expect(owed(found).sort()).toEqual([
      ['/lines/0/sources/0/packingHouse', 'AZ-PH-003'],
      ['/lines/0/sources/0/site', 'AZ-TM-014-1'],
    ]);
  });

  it('was certified before: it is not announced after', () => {
    const vector = noticeCase();
    const certificate = vector.view.records[0]?.claims as unknown as Case['claims'] | undefined;
    delete certificate?.lines[0]?.sources?.[0]?.site;
    suspend(vector, { grower: 'AZ-TM-014-1', since });
    expect(owed(asked(noticeRequirementRules, vector))).toEqual([['/units/0/contents/0', 'AZ-TM-014-1']]);
  });

  it('is among what is asked before the site is suspended', () => {
    const certificate = caseOf('requirements-met');
    const { statement: subject, view } = stated(certificate);
    const held = { ...subject, id: 'c', state: 'recognised' };
    const claims = { exporter: 'az.afsa', grower: 'AZ-TM-014-1', product: 'LYPES' };
    const measure = { type: 'suspension', issuer: 'ru.fsvps', to: ['az.afsa'], claims, time: 0 };
    const open = structuredClone(certificate);
    silent(open);
    const left = { ...held, claims: stated(open).statement.claims };
    const concerned = (product: string) =>
      suspension.impact?.concerns?.({ ...measure, claims: { ...claims, product } }, left, view);
    expect(concerned('LYPES')).toBe(true);
    expect(concerned('MABSD')).toBe(false);
    expect(suspension.impact?.concerns?.({ ...measure, claims: { ...claims, grower: 'AZ-TM-999' } }, left, view)).toBe(
      false,
    );
  });

  it('is asked by the importing institution, with one range of suspensions', () => {
    const vector = caseOf('requirements-met');
    silent(vector);
    const { statement } = stated(vector);
    expect(notSuspended.askedOf?.(statement)).toEqual(['ru.fsvps']);
    expect(notSuspended.reads?.(statement)).toContainEqual({ register: 'suspension', prefix: ['ru.fsvps', 'az.afsa'] });
  });
});
