import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Notice } from '../../claims/notice.ts';
import { asked, type Case, noticeCase, requirementOf, stated, suspend } from '../../testing/vector-case.ts';
import { noticeRequirementRules } from './notice-requirements.ts';

const requirement = { number: 'RU-2026-LYPES', text: 'Ввоз томатов / Pomidorun idxalı' };

function changed(change: (vector: Case<Notice>) => void): readonly Finding[] {
  const vector = noticeCase();
  change(vector);
  return asked(noticeRequirementRules, vector);
}
const refused = (code: string, path: string, figures: Finding['detail'] = {}): Finding => ({
  code,
  severity: 'refuse',
  path,
  detail: { ...figures, ...requirement },
});

describe('a prior notice under requirements', () => {
  it('that meets them has nothing against it', () => expect(changed(() => {})).toEqual([]));

  it('is asked by the institution of the checkpoint’s country', () => {
    const { statement } = stated(noticeCase());
    for (const rule of noticeRequirementRules) {
      expect(rule.askedOf?.({ ...statement, to: ['az.dgk', 'ru.fsvps'] })).toEqual(['ru.fsvps']);
    }
  });

  it.each([
    ['2026-11-20T12:00:00+03:00', []],
    ['2026-11-20T11:59:59+03:00', [refused('notice-too-late', '/expected', { hours: 24, ahead: 23, mode: '2' })]],
  ])('is given a day before arrival: %s', (expected, found) => {
    expect(changed((vector) => Object.assign(vector.claims, { expected }))).toEqual(found);
  });

  it('by road is given six hours before', () => {
    const road = (expected: string) => changed((vector) => Object.assign(vector.claims, { mode: '3', expected }));
    expect(road('2026-11-19T15:00:00Z')).toEqual([]);
    expect(road('2026-11-19T14:59:00Z')).toEqual([
      refused('notice-too-late', '/expected', { hours: 6, ahead: 5, mode: '3' }),
    ]);
  });

  it('goes to a permitted checkpoint, and to one of the admission', () => {
    const to = (checkpoint: string) => changed((vector) => Object.assign(vector.claims, { checkpoint }));
    const admitted = { grower: 'AZ-TM-014', product: 'LYPES', checkpoint: 'RUYKM', permitted: 'RUSMU' };
    expect(to('RUYKM')).toEqual([refused('checkpoint-not-admitted', '/checkpoint', admitted)]);
    expect(to('RUMOW').map(({ code }) => code)).toEqual(['checkpoint-not-admitted', 'checkpoint-not-permitted']);
  });

  it('keeps growers apart in each unit, and has it sealed', () => {
    const found = changed((vector) => {
      const [first, second] = vector.claims.units;
      first?.contents.push(...(second?.contents ?? []));
      delete first?.seals;
      vector.claims.units.splice(1);
    });
    expect(found).toEqual([
      refused('unit-growers-mixed', '/units/0', { unit: 'CSQU3054383', growers: 'AZ-TM-014, AZ-TM-100' }),
      refused('unit-unsealed', '/units/0/seals', { unit: 'CSQU3054383' }),
    ]);
  });

  it('asks of units with these products alone', () => {
    const found = changed((vector) => {
      requirementOf(vector).products = ['MABSD'];
      for (const row of vector.view.registers) if (row.name === 'requirement') row.key[2] = 'MABSD';
      delete vector.claims.units[0]?.seals;
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['2026-11-09T00:00:00Z', 10, 0],
    ['2026-11-08T23:59:59Z', 11, 2],
  ])('is given for certificates signed at %s, %i days before: %i findings', (time, age, count) => {
    const found = changed((vector) => Object.assign(vector.view.records[0] ?? {}, { time }));
    const figures = { certificate: 'AZ-PC-2026-230001', signed: time.slice(0, 10), age, days: 10 };
    const each = [0, 1].map((unit) => refused('certificate-too-old', `/units/${unit}/contents/0/certificate`, figures));
    expect(found).toEqual(each.slice(0, count));
  });

  it('does not announce what was suspended after it was certified', () => {
    const found = changed((vector) =>
      suspend(vector, { grower: 'AZ-TM-101', product: 'LYPES', pest: 'TOBRFV', since: '2026-11-19T09:00:00.000Z' }),
    );
    const detail = { line: 2, grower: 'AZ-TM-101', product: 'LYPES', pest: 'TOBRFV', since: '2026-11-19' };
    expect(found).toEqual([{ code: 'grower-suspended', severity: 'refuse', path: '/units/1/contents/0', detail }]);
  });

  it('says nothing of certificates that are not held: another rule does', () => {
    const found = changed((vector) => {
      vector.view.records.splice(0);
    });
    expect(found).toEqual([]);
  });
});
