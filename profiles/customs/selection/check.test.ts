import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { languages } from '../../../kernel/finding.ts';
import { compileSchema } from '../../../server/schema-compiler.ts';
import { lanes } from './lanes.ts';
import { type Criterion, type LaneSettings, maxCriteria } from './settings.ts';
import { selectionFindings } from './words.ts';

const none = { red: 0, yellow: 0, blue: 0 };
const check = (settings: Partial<LaneSettings>) =>
  lanes
    .check({ criteria: [], random: none, expected: none, ...settings } as unknown as JsonObject)
    .map(({ code, severity, path }) => `${severity} ${code} ${path}`);
const criteria = (...given: Omit<Criterion, 'name' | 'lane'>[]): Criterion[] =>
  given.map((one, at) => ({ name: `C${at}`, lane: 'red', ...one }));

describe('settings of lanes', () => {
  it('are sound as the demonstration has them', () => {
    const settings = lanes.demonstration as JsonObject;
    expect(compileSchema(lanes.settings)(settings)).toBeUndefined();
    expect(lanes.check(settings)).toEqual([]);
  });

  it('add up to a million at most', () => {
    const over = { red: 400_000, yellow: 400_000, blue: 200_001 };
    expect(check({ random: over, expected: over })).toEqual([
      'refuse rates-over-whole /random',
      'refuse rates-over-whole /expected',
    ]);
    expect(check({ random: { ...over, blue: 200_000 } })).toEqual([]);
  });

  it('tell where there will be nothing to top up', () => {
    const random = { ...none, red: 20_000, blue: 10_000 };
    expect(check({ random, expected: { ...none, red: 10_000 } })).toEqual(['warn expected-below-random /expected/red']);
  });

  it('name each criterion once', () => {
    const twice = criteria({ hs: ['07'] }, { hs: ['08'] }).map((one) => ({ ...one, name: 'same' }));
    expect(check({ criteria: twice })).toEqual(['refuse criterion-named-twice /criteria/1/name']);
  });

  it('tell codes of no chapter', () => {
    expect(check({ criteria: criteria({ hs: ['07', '7701', '000000'] }) })).toEqual([
      'warn criterion-code-unknown /criteria/0/hs/1',
      'warn criterion-code-unknown /criteria/0/hs/2',
    ]);
  });

  it.each<[Omit<Criterion, 'name' | 'lane'>, Omit<Criterion, 'name' | 'lane'>, boolean]>([
    [{}, { hs: ['0808'] }, true],
    [{ hs: ['08'] }, { hs: ['0808', '0810'], origins: ['AZ'] }, true],
    [{ hs: ['0808'] }, { hs: ['08'] }, false],
    [{ hs: ['08'] }, { hs: ['0808', '07'] }, false],
    [{ hs: ['08'] }, {}, false],
    [{ means: ['10-AB-123'] }, { means: ['10 ab 123'] }, true],
    [{ consignors: ['ООО «Плоды»'] }, { consignors: ['ооо плоды'], modes: ['3'] }, true],
    [{ modes: ['2', '3'], grades: ['none'] }, { modes: ['3'], grades: ['none'] }, true],
    [{ modes: ['2', '3'], grades: ['none'] }, { modes: ['3'] }, false],
    [{ minimumGross: 1000 }, { minimumGross: 2000 }, true],
    [{ minimumGross: 2000 }, { minimumGross: 1000 }, false],
    [{ minimumGross: 2000 }, {}, false],
    [{ minimumValue: { amount: 1, currency: 'USD' } }, { minimumValue: { amount: 2, currency: 'USD' } }, true],
    [{ minimumValue: { amount: 1, currency: 'USD' } }, { minimumValue: { amount: 2, currency: 'EUR' } }, false],
    [{ everyMillionth: 999_999 }, { hs: ['08'] }, false],
    [{ everyMillionth: 1_000_000 }, { hs: ['08'] }, true],
  ])('%j before %j covers it: %s', (earlier, later, covered) => {
    const found = check({ criteria: criteria(earlier, later) });
    expect(found).toEqual(covered ? ['warn criterion-covered /criteria/1'] : []);
  });

  it('looks through as many criteria as there may be in a moment', { timeout: 30_000 }, () => {
    const named = (at: number) => Array.from({ length: 10 }, (_, i) => `АВ ${at}-${i}`);
    const many = Array.from({ length: maxCriteria }, (_, at) =>
      at % 2 === 0 ? { hs: [String(100_000 + at)], origins: ['AZ'] } : { means: named(at) },
    );
    expect(check({ criteria: criteria(...many) })).toEqual([]);
  });

  it('is told in three languages', () => {
    for (const text of Object.values(selectionFindings))
      expect(new Set(languages.map((language) => text[language])).size).toBe(3);
  });
});
