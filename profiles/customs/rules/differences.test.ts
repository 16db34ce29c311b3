import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vectorView } from '../../../kernel/testing/vector-view.ts';
import type { ControlResult } from '../claims/control.ts';
import type { Manifest, Means } from '../claims/manifest.ts';
import { kilograms } from '../mass.ts';
import { meansDifferences } from './means.ts';
import { ownSealDifferences, sealDifferences, sealsFoundOff, sealsStated } from './seals.ts';
import { isOutside, permilleFor, weightDifference } from './tolerances.ts';

const day = '2026-11-20';
const number = fc.stringMatching(/^[A-Z]{2}[0-9]{4,7}$/);
/** The same number as somebody else writes it. */
const spelled = (text: string, how: number) =>
  how % 3 === 0 ? text.toLowerCase() : how % 3 === 1 ? text.replace(/^(..)/, '$1 ') : [...text].join('-');

const means = fc.uniqueArray(fc.record({ number, seals: fc.uniqueArray(number, { maxLength: 3 }) }), {
  selector: (one) => one.number,
  minLength: 1,
  maxLength: 5,
});
const manifestOf = (all: readonly { number: string; seals: string[] }[]) =>
  ({
    means: all.map(
      (one): Means => ({ kind: 'container', number: one.number, seals: one.seals.map((seal) => ({ number: seal })) }),
    ),
  }) as unknown as Manifest;
const foundOf = (all: readonly { number: string; seals: string[] }[], how = 0) =>
  all.map((one, index) => ({
    number: spelled(one.number, how + index),
    seals: one.seals.map((seal) => ({ number: spelled(seal, how), state: 'good' as const })),
  }));

describe('seals and means', () => {
  it('agree with themselves, in whatever order and spelling', () => {
    fc.assert(
      fc.property(means, fc.nat(5), (all, how) => {
        const manifest = manifestOf(all);
        const found = { means: foundOf(all, how).reverse() };
        expect(sealDifferences(sealsStated(manifest, []), found)).toEqual([]);
        expect(meansDifferences(manifest, found)).toEqual({ notStated: [], absent: [] });
      }),
    );
  });

  it('differ by each seal that is gone, new or broken, and by nothing else', () => {
    fc.assert(
      fc.property(means, fc.nat(), number, fc.constantFrom('gone', 'new', 'bad'), (all, pick, seal, what) => {
        fc.pre(!all.some((one) => one.seals.includes(seal)));
        const manifest = manifestOf(all.map((one) => ({ ...one, seals: [...one.seals, seal] })));
        const found = foundOf(all.map((one) => ({ ...one, seals: [...one.seals, seal] })));
        const at = pick % found.length;
        const one = found[at] as (typeof found)[number];
        if (what === 'gone') one.seals.pop();
        if (what === 'new') one.seals.push({ number: 'ZZ00000001', state: 'good' });
        if (what === 'bad') one.seals.splice(-1, 1, { number: seal, state: 'bad' as 'good' });
        const differences = sealDifferences(sealsStated(manifest, []), { means: found });
        expect(differences.map((difference) => difference.what)).toEqual([
          { gone: 'absent', new: 'not-stated', bad: 'bad' }[what],
        ]);
      }),
    );
  });

  interface Told {
    readonly number: string;
    readonly record: string;
    readonly ended: string;
    readonly stated: string;
    readonly seals: NonNullable<ControlResult['seals']>;
  }
  const result = (ended: string, after: string[], before: string[] = [], stated = ended, number = ended): Told => ({
    number,
    record: stated,
    ended,
    stated,
    seals: [{ means: 'ab 1234', before, after, state: 'good' }],
  });
  const manifest = manifestOf([
    { number: 'AB1234', seals: ['S1'] },
    { number: 'CD5678', seals: ['S2'] },
  ]);
  const sealsOn = (...results: readonly Told[]) => {
    const reached = { time: '2026-11-20T10:00:00Z', had: (record: string) => record <= '2026-11-20T10:05:00Z' };
    return sealsStated(manifest, results, reached)[0];
  };

  it('are those of the last control that touched the means', () => {
    const results = [result('2026-11-20T12:00:00+04:00', ['S4']), result('2026-11-20T07:00:00Z', ['S3'])];
    for (const order of [results, results.toReversed()])
      expect(sealsStated(manifest, order)).toEqual([
        { means: 'AB1234', seals: ['S4'] },
        { means: 'CD5678', seals: ['S2'] },
      ]);
  });

  it('are not told by a control that ended after the goods came, or was stated after that was said', () => {
    expect(sealsOn(result('2026-11-20T09:00:00Z', ['S3'], [], '2026-11-20T10:05:00Z'))).toMatchObject({
      seals: ['S3'],
    });
    expect(sealsOn(result('2026-11-20T10:01:00Z', ['S3'], [], '2026-11-20T10:02:00Z'))).toMatchObject({
      seals: ['S1'],
    });
    expect(sealsOn(result('2026-11-20T09:00:00Z', ['S3'], [], '2026-11-20T10:05:01Z'))).toMatchObject({
      seals: ['S1'],
    });
  });

  it('that were told in time are not taken back by a correction afterwards', () => {
    const told = result('2026-11-20T09:00:00Z', ['S3'], [], '2026-11-20T09:05:00Z', 'K');
    const mended = result('2026-11-20T09:00:00Z', ['S4'], [], '2026-11-20T09:50:00Z', 'K');
    const late = result('2026-11-20T09:00:00Z', ['S5'], [], '2026-11-20T10:30:00Z', 'K');
    expect(sealsOn(told, late)).toMatchObject({ seals: ['S3'] });
    expect(sealsOn(late, mended, told)).toMatchObject({ seals: ['S4'] });
  });

  it('are said to be off where a control found some and left none on', () => {
    expect(sealsOn(result('2026-11-20T09:00:00Z', [], ['S1']))).toEqual({ means: 'AB1234', seals: [], leftOff: true });
    expect(sealsOn(result('2026-11-20T08:00:00Z', [], ['S1']), result('2026-11-20T09:00:00Z', ['S3'], []))).toEqual({
      means: 'AB1234',
      seals: ['S3'],
    });
  });

  it('of an own control are compared with those stated, then with what the one before left on', () => {
    const stated = sealsStated(manifest, []);
    const own = (...results: readonly Told[]) =>
      ownSealDifferences(stated, results).map(({ seal, what }) => `${seal} ${what}`);
    expect(
      own(result('2026-11-20T11:00:00Z', ['R1'], ['s-1']), result('2026-11-20T12:00:00Z', ['R1'], ['R 1'])),
    ).toEqual([]);
    expect(own(result('2026-11-20T12:00:00Z', ['R2'], ['S1']), result('2026-11-20T11:00:00Z', ['R1'], ['S1']))).toEqual(
      ['R1 absent', 'S1 not-stated'],
    );
    const came = {
      means: foundOf([
        { number: 'AB1234', seals: ['X9'] },
        { number: 'CD5678', seals: ['S2'] },
      ]),
    };
    const seen = sealsFoundOff(stated, came, [result('2026-11-20T11:00:00Z', ['X9'], ['x 9'])]);
    expect(seen.map(({ seal, what }) => `${seal} ${what}`)).toEqual(['S1 absent', 'x9 not-stated']);
  });
});

const tolerance = (hs: string, permille: number, more = {}) => ({
  name: 'weight-tolerance',
  key: ['ru.fts', hs],
  value: { hs, permille, from: '2026-01-01', ...more },
});

describe('weight', () => {
  const line = fc.record({ hs: fc.constantFrom('070200', '0805101000', '2403'), grams: fc.bigInt(1n, 10n ** 9n) });

  it('may differ by the sum over the lines of weight times tolerance, to the milligram', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(1000), fc.nat(1000), (all, any, fruit) => {
        const view = vectorView({ registers: [tolerance('*', any), tolerance('0805', fruit)] });
        const lines = all.map(({ hs, grams }) => ({ hs, gross: { value: String(grams), unit: 'GRM' } }));
        const allowed =
          all.reduce((sum, { hs, grams }) => {
            const permille = hs.startsWith('0805') ? Math.min(any, fruit) : any;
            return sum + grams * 1000n * BigInt(permille);
          }, 0n) / 1000n;
        const stated = all.reduce((sum, { grams }) => sum + grams * 1000n, 0n);
        for (const [by, outside] of [
          [allowed, false],
          [-allowed, false],
          [allowed + 1n, true],
          [-allowed - 1n, true],
        ] as const) {
          const difference = weightDifference('ru.fts', lines, stated + by, day, view);
          expect(difference).toEqual({ stated, found: stated + by, allowed });
          expect(difference && isOutside(difference), kilograms(by)).toBe(outside);
        }
      }),
    );
  });

  it('is not judged by tolerances of others, over, to come, or of other goods', () => {
    const view = vectorView({
      registers: [
        tolerance('08', 5),
        tolerance('0702', 5, { until: '2026-11-19' }),
        tolerance('07', 5, { from: '2026-11-21' }),
        { ...tolerance('*', 1), key: ['az.customs', '*'] },
      ],
    });
    expect(permilleFor('ru.fts', '070200', day, view)).toBeUndefined();
    expect(permilleFor('ru.fts', '080510', day, view)).toBe(5);
    const lines = [{ hs: '070200', gross: { value: '1', unit: 'TNE' } }];
    const difference = weightDifference('ru.fts', lines, 1n, day, view);
    expect(difference?.allowed).toBeUndefined();
    expect(difference && isOutside(difference)).toBe(false);
  });

  it('is not compared where a line tells none', () => {
    const lines = [{ hs: '070200', gross: { value: '1', unit: 'H87' } }];
    expect(weightDifference('ru.fts', lines, 1n, day, vectorView())).toBeUndefined();
  });
});
