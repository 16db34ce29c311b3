import { describe, expect, it } from 'vitest';
import { changed, line, only, refused, source } from '../../testing/requirement-case.ts';
import { admissionOf, growerOf } from '../../testing/vector-case.ts';

describe('admitted growers', () => {
  it('are named for each product that the requirement is for', () => {
    const found = changed((vector) => {
      only(vector, 'admitted-grower');
      delete line(vector, 0).sources;
    });
    expect(found).toEqual([refused('grower-missing', '/lines/0/sources', { line: 1 })]);
    const other = changed((vector) => {
      only(vector, 'admitted-grower');
      source(vector, 0).product = 'MABSD';
    });
    expect(other).toEqual([refused('grower-missing', '/lines/0/sources', { line: 1 })]);
  });

  it.each([
    ['2026-10-01', '2026-11-18', []],
    ['2026-11-18', '2027-06-30', []],
    ['2026-11-19', '2027-06-30', ['admission-not-yet']],
    ['2026-10-01', '2026-11-17', ['admission-ended']],
  ])('are admitted from %s to %s', (from, to, codes) => {
    const found = changed((vector) => Object.assign(admissionOf(vector, 'AZ-TM-014'), { from, to }));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('are told with the window that has not come or has passed', () => {
    const about = { grower: 'AZ-TM-014', product: 'LYPES', season: '2026-27' };
    expect(changed((vector) => Object.assign(admissionOf(vector, 'AZ-TM-014'), { from: '2026-11-19' }))).toEqual([
      refused('admission-not-yet', '/lines/0/sources/0/grower', { ...about, from: '2026-11-19' }),
    ]);
    expect(changed((vector) => Object.assign(admissionOf(vector, 'AZ-TM-014'), { to: '2026-11-17' }))).toEqual([
      refused('admission-ended', '/lines/0/sources/0/grower', { ...about, to: '2026-11-17' }),
    ]);
  });

  it('bring their goods through the checkpoints of their admission', () => {
    const found = changed((vector) => Object.assign(vector.claims.entryPoint ?? {}, { code: 'RUYKM' }));
    const figures = { grower: 'AZ-TM-014', product: 'LYPES', checkpoint: 'RUYKM', permitted: 'RUSMU' };
    expect(found).toEqual([refused('checkpoint-not-admitted', '/entryPoint/code', figures)]);
  });

  it('name the member of a cooperative, and sites that are worked by them', () => {
    expect(changed((vector) => delete source(vector, 1).member)).toContainEqual(
      refused('member-missing', '/lines/1/sources/0/member', { grower: 'AZ-TM-100' }),
    );
    expect(changed((vector) => Object.assign(source(vector, 1), { site: 'AZ-TM-014-1' }))).toContainEqual(
      refused('site-of-another', '/lines/1/sources/0/site', {
        site: 'AZ-TM-014-1',
        operator: 'AZ-TM-014',
        grower: 'AZ-TM-100',
      }),
    );
  });
});

describe('registrations', () => {
  it('are looked at on the day', () => {
    const found = changed((vector) => Object.assign(growerOf(vector, 'AZ-TM-101'), { since: '2026-11-19' }));
    expect(found).toEqual([refused('grower-unregistered', '/lines/1/sources/0/member', { grower: 'AZ-TM-101' })]);
  });
});
