import { describe, expect, it } from 'vitest';
import { changed, line, oblige, refused, source } from '../../testing/requirement-case.ts';
import { asked, type Case, caseOf, resultOf } from '../../testing/vector-case.ts';
import { importRequirements } from './import-requirements.ts';
import { resultsHeld } from './laboratory-tests.ts';

describe('laboratory tests', () => {
  it.each([
    ['2026-11-04', []],
    ['2026-11-03', ['laboratory-result-too-old']],
  ])('ended on %s: %j', (ended, codes) => {
    const found = changed((vector) => Object.assign(resultOf(vector, 0), { ended }));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('tell their age', () => {
    const found = changed((vector) => Object.assign(resultOf(vector, 0), { ended: '2026-11-03T23:00:00Z' }));
    const figures = { protocol: 'AZ-LAB-201', date: '2026-11-03', age: 15, days: 14 };
    expect(found).toEqual([refused('laboratory-result-too-old', '/lines/0/laboratoryResults/0', figures)]);
  });

  it('cover every pest and every grower of the line', () => {
    const inconclusive = changed((vector) => {
      const test = resultOf(vector, 0).tests[1];
      if (test) test.result = 'inconclusive';
    });
    const untested = { line: 1, grower: 'AZ-TM-014', pests: 'GNORAB' };
    expect(inconclusive).toEqual([refused('laboratory-pest-untested', '/lines/0/laboratoryResults', untested)]);
    const two = changed((vector) => {
      line(vector, 0).sources?.push({ ...source(vector, 1) });
      oblige(vector, { kind: 'laboratory-test', pests: ['TOBRFV'] });
    });
    const second = { line: 1, grower: 'AZ-TM-100', pests: 'TOBRFV' };
    expect(two).toEqual([refused('laboratory-pest-untested', '/lines/0/laboratoryResults', second)]);
    const shared = changed((vector) => {
      line(vector, 0).sources?.push({ ...source(vector, 1) });
      line(vector, 0).laboratoryResults?.push('b2'.repeat(32));
      oblige(vector, { kind: 'laboratory-test', pests: ['TOBRFV'] });
    });
    expect(shared).toEqual([]);
  });

  it('do not count for another product, and count for the whole lot where no grower is named', () => {
    expect(
      changed((vector) => Object.assign(resultOf(vector, 0).lot, { product: 'MABSD' })).map(({ code }) => code),
    ).toEqual(['laboratory-pest-untested']);
    expect(changed((vector) => delete resultOf(vector, 0).lot.grower)).toEqual([]);
  });

  it('that found the pest refuse, whatever else was found', () => {
    const found = changed((vector) => {
      resultOf(vector, 0).tests.push({ pest: 'TOBRFV', method: 'PCR', result: 'detected' });
    });
    const figures = { protocol: 'AZ-LAB-201', pest: 'TOBRFV' };
    expect(found).toEqual([refused('laboratory-pest-detected', '/lines/0/laboratoryResults/0', figures)]);
  });

  it('that are annulled neither clear nor detect, and may stand beside a valid one', () => {
    const annulled = changed((vector) => {
      Object.assign(vector.view.records[0] ?? {}, { state: 'annulled' });
      const test = resultOf(vector, 0).tests[0];
      if (test) test.result = 'detected';
    });
    expect(annulled.map(({ code }) => code)).toEqual(['laboratory-result-annulled', 'laboratory-pest-untested']);
    const beside = changed((vector) => {
      Object.assign(resultOf(vector, 1).lot, { grower: 'AZ-TM-014' });
      Object.assign(vector.view.records[0] ?? {}, { state: 'annulled' });
      line(vector, 0).laboratoryResults?.push('b2'.repeat(32));
      vector.claims.lines.splice(1);
    });
    expect(beside).toEqual([]);
  });

  it('that are not here yet only warn on arrival, and refuse before signing', () => {
    const missing = (vector: Case) => {
      line(vector, 0).laboratoryResults = ['d4'.repeat(32)];
    };
    const at = '/lines/0/laboratoryResults/0';
    const vector = caseOf('requirements-met');
    missing(vector);
    expect(asked([importRequirements], vector)).toEqual([
      { ...refused('laboratory-result-awaited', at, { record: 'd4'.repeat(32) }), severity: 'warn' },
    ]);
    expect(asked([resultsHeld], vector)).toEqual([
      refused('laboratory-result-not-held', at, { record: 'd4'.repeat(32), institution: 'az.afsa' }),
    ]);
  });

  it('must go to the importing institution too', () => {
    const found = changed((vector) => vector.view.records[0]?.to.splice(0, 1, 'az.dgk'));
    const figures = { record: 'a1'.repeat(32), institution: 'ru.fsvps' };
    expect(found).toEqual([refused('laboratory-result-not-held', '/lines/0/laboratoryResults/0', figures)]);
  });
});
