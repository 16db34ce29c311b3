import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../kernel/finding.ts';
import { changed, line } from '../../testing/requirement-case.ts';
import { type Case, suspend } from '../../testing/vector-case.ts';

describe('suspensions', () => {
  const suspension = { grower: 'AZ-TM-014', product: 'LYPES', pest: 'TOBRFV', since: '2026-11-17T10:00:00.000Z' };
  const said = { line: 1, grower: 'AZ-TM-014', product: 'LYPES', pest: 'TOBRFV', since: '2026-11-17' };
  const finding = (code: string, path: string, detail: Finding['detail']): Finding => ({
    code,
    severity: 'refuse',
    path,
    ...(detail && { detail }),
  });

  it('name whom, what, for which pest, since when and on what ground', () => {
    const grounds = { legalAct: 'Act 5', case: 'c3'.repeat(32), until: '2026-12-01', review: '2026-11-25' };
    const found = changed((vector) => suspend(vector, { ...suspension, ...grounds }));
    const { legalAct: act, ...rest } = grounds;
    expect(found).toEqual([
      finding('grower-suspended', '/lines/0/sources/0', { ...said, ...rest, case: 'c3'.repeat(6), act }),
    ]);
  });

  it.each<[string, Record<string, string>, number]>([
    ['from the instant it was signed', { since: '2026-11-18T06:00:00.000Z' }, 1],
    ['not before it was signed', { since: '2026-11-18T06:00:00.001Z' }, 0],
    ['not before the day it names', { from: '2026-11-19' }, 0],
    ['from the day it names', { from: '2026-11-18' }, 1],
    ['until the end of its last day', { until: '2026-11-18' }, 1],
    ['not after its last day', { until: '2026-11-17' }, 0],
    ['until it is lifted', { lifted: '2026-11-18T06:00:00.001Z' }, 1],
    ['not from its lifting on', { lifted: '2026-11-18T06:00:00.000Z' }, 0],
    ['not for another product', { product: 'MABSD' }, 0],
    ['not for another grower', { grower: 'AZ-TM-015' }, 0],
  ])('bind %s', (_, more, count) => {
    expect(changed((vector) => suspend(vector, { ...suspension, ...more }))).toHaveLength(count);
  });

  it('reach a member, a site and a packing house', () => {
    for (const grower of ['AZ-TM-014-1', 'AZ-PH-003', 'AZ-TM-101']) {
      const path = `/lines/${grower === 'AZ-TM-101' ? 1 : 0}/sources/0`;
      const found = changed((vector) => suspend(vector, { grower, since: suspension.since }));
      expect(found.map((one) => [one.code, one.path])).toEqual([['grower-suspended', path]]);
    }
  });

  it('of the whole country touch each line, also one that names no grower', () => {
    const found = changed((vector) => {
      vector.view.registers.shift();
      delete line(vector, 0).sources;
      suspend(vector, { product: 'LYPES', since: suspension.since, legalAct: 'Act 6', until: '2026-12-01' });
    });
    const detail = { product: 'LYPES', since: '2026-11-17', until: '2026-12-01', act: 'Act 6' };
    expect(found).toEqual([
      finding('country-suspended', '/lines/0', { line: 1, ...detail }),
      finding('country-suspended', '/lines/1', { line: 2, ...detail }),
    ]);
  });

  it('cannot be evaded by leaving the product out', () => {
    const unnamed = (vector: Case) => {
      vector.view.registers.shift();
      delete line(vector, 0).sources;
      delete line(vector, 0).eppoCodes;
    };
    expect(changed(unnamed)).toEqual([]);
    const found = changed((vector) => {
      unnamed(vector);
      suspend(vector, { product: 'MABSD', since: suspension.since });
    });
    expect(found).toEqual([finding('product-unstated', '/lines/0/eppoCodes', { line: 1 })]);
  });
});
