import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { noneChosen } from '../../../kernel/exchange/selection-run.ts';
import { evenReference } from '../../../kernel/reference.ts';
import { compileSchema } from '../../../server/schema-compiler.ts';
import type { Manifest, Party } from '../claims/manifest.ts';
import { manifestSchema } from '../claims/schemas.ts';
import { manifestLifeCycle } from '../life-cycle.ts';
import { gradeIn } from './grades.ts';
import { lanes } from './lanes.ts';
import type { Criterion, LaneSettings } from './settings.ts';
import { laneSettingsSchema } from './settings.ts';
import { Made } from './testing/manifests.ts';

const quiet = { red: 0, yellow: 0, blue: 0 };
const settings = (criteria: readonly Criterion[], more: Partial<LaneSettings> = {}): JsonObject =>
  ({ criteria, random: quiet, expected: quiet, ...more }) as unknown as JsonObject;

const manifest: Manifest = {
  number: '10801010/221126/0000001',
  mode: '3',
  transport: { number: 'CMR 0042' },
  dispatch: 'AZ',
  destination: 'RU',
  departureOffice: '01803010',
  entryOffice: '10801010',
  expected: '2026-11-22T12:00:00Z',
  consignor: { name: 'Quba Alma MMC', id: '1401234561', country: 'AZ' },
  consignee: { name: 'ООО «Плоды»', id: '0541012349', country: 'RU', operator: 'RU00011' },
  carrier: { name: 'Yük MMC', country: 'AZ' },
  means: [{ kind: 'vehicle', number: '10-AB-123' }],
  lines: [
    {
      sequence: 1,
      hs: '080810',
      description: 'apples',
      origin: 'AZ',
      gross: { value: '20.5', unit: 'TNE' },
      net: { value: '20000', unit: 'KGM' },
      value: { amount: '9999.99', currency: 'USD' },
    },
    {
      sequence: 2,
      hs: '0810700000',
      description: 'persimmons',
      origin: 'IR',
      gross: { value: '499.999999', unit: 'KGM' },
      net: { value: '480', unit: 'KGM' },
      value: { amount: '0.01', currency: 'USD' },
    },
  ],
};

const facts = { consignor: 'authorised', consignee: 'low-risk' };
const asked = (claims: Manifest = manifest) => ({
  issuer: 'az.customs',
  claims: claims as unknown as JsonObject,
  time: 0,
  facts,
});
const high = new Uint8Array(32).fill(255);
const low = new Uint8Array(32);
const chosenBy = (criterion: Omit<Criterion, 'name' | 'lane'>, claims = manifest, draw = high) =>
  lanes.selector(settings([{ name: 'it', lane: 'red', ...criterion }])).select(asked(claims), draw, noneChosen)
    .criterion === 'it';

describe('criteria', () => {
  test.each<[Omit<Criterion, 'name' | 'lane'>, boolean]>([
    [{}, true],
    [{ hs: ['08'] }, true],
    [{ hs: ['0810', '99'] }, true],
    [{ hs: ['081070000000'.slice(0, 10)] }, true],
    [{ hs: ['0808100000'] }, false],
    [{ hs: ['0809'] }, false],
    [{ origins: ['IR'] }, true],
    [{ hs: ['0808'], origins: ['IR'] }, false],
    [{ hs: ['0808', '0810'], origins: ['IR'] }, true],
    [{ consignors: ['1401234561'] }, true],
    [{ consignors: ['quba alma, mmc'] }, true],
    [{ consignors: ['0541012349'] }, false],
    [{ consignees: ['ООО ПЛОДЫ'] }, true],
    [{ consignees: ['ru 0001/1'] }, true],
    [{ carriers: ['YÜK MMC'] }, true],
    [{ means: ['10 АВ 123'] }, true],
    [{ means: ['10AB124'] }, false],
    [{ offices: ['01803010'] }, true],
    [{ offices: ['10801010', '10801020'] }, true],
    [{ offices: ['10801020'] }, false],
    [{ modes: ['2', '3'] }, true],
    [{ modes: ['2'] }, false],
    [{ grades: ['low-risk'] }, true],
    [{ grades: ['authorised', 'none'] }, false],
    [{ minimumGross: 20_999 }, true],
    [{ minimumGross: 21_000 }, false],
    [{ minimumValue: { amount: 10_000, currency: 'USD' } }, true],
    [{ minimumValue: { amount: 10_001, currency: 'USD' } }, false],
    [{ minimumValue: { amount: 1, currency: 'EUR' } }, false],
    [{ hs: ['08'], modes: ['3'], grades: ['low-risk'], offices: ['10801010'], minimumGross: 20_000 }, true],
    [{ hs: ['08'], modes: ['3'], grades: ['low-risk'], offices: ['10801020'], minimumGross: 20_000 }, false],
  ])('%j meets: %s', (criterion, meets) => {
    expect(chosenBy(criterion)).toBe(meets);
  });

  test('a weight in a unit that is not known meets a criterion of weight', () => {
    const [line] = manifest.lines as [Manifest['lines'][number]];
    const claims = { ...manifest, lines: [{ ...line, gross: { value: '1', unit: 'XBG' } }] };
    expect(chosenBy({ minimumGross: 999_999_999 }, claims)).toBe(true);
  });

  test('the first that fits holds, also for a lane that checks less', () => {
    const both: Criterion[] = [
      { name: 'trusted', lane: 'green', grades: ['authorised', 'low-risk'] },
      { name: 'apples', lane: 'red', hs: ['0808'] },
    ];
    const outcome = (criteria: Criterion[]) => lanes.selector(settings(criteria)).select(asked(), low, noneChosen);
    expect(outcome(both)).toEqual({ outcome: 'green', ground: 'profile', criterion: 'trusted' });
    expect(outcome(both.toReversed())).toEqual({ outcome: 'red', ground: 'profile', criterion: 'apples' });
  });

  test('one that takes a part of its hits leaves the rest to the next', () => {
    const criteria: Criterion[] = [
      { name: 'some', lane: 'red', everyMillionth: 500_000 },
      { name: 'rest', lane: 'yellow' },
    ];
    const selector = lanes.selector(settings(criteria));
    expect(selector.select(asked(), low, noneChosen).criterion).toBe('some');
    expect(selector.select(asked(), high, noneChosen).criterion).toBe('rest');
  });

  const names = ({ id, operator, name }: Party) => [id, operator, name].flatMap((one) => one ?? []).map(evenReference);
  const meets = (given: readonly string[] | undefined, found: readonly string[]) =>
    given === undefined || given.some((one) => found.includes(evenReference(one)));

  /** As the documentation says it, one criterion after another. */
  function plainly(criteria: readonly Criterion[], one: Manifest, grades: JsonObject): Criterion | undefined {
    return criteria.find((c) => {
      const line = one.lines.some(
        ({ hs, origin }) =>
          (c.hs === undefined || c.hs.some((code) => hs.startsWith(code))) &&
          (c.origins === undefined || c.origins.includes(origin)),
      );
      const kilograms = one.lines.reduce((sum, { gross }) => sum + Math.round(Number(gross.value) * 10), 0) / 10;
      const dollars = one.lines
        .filter(({ value }) => value.currency === 'USD')
        .reduce((sum, { value }) => sum + Number(value.amount), 0);
      return (
        line &&
        meets(c.consignors, names(one.consignor)) &&
        meets(c.consignees, names(one.consignee)) &&
        meets(c.carriers, names(one.carrier)) &&
        meets(
          c.means,
          one.means.map(({ number }) => evenReference(number)),
        ) &&
        (c.offices === undefined || c.offices.some((code) => [one.departureOffice, one.entryOffice].includes(code))) &&
        (c.modes === undefined || c.modes.includes(one.mode)) &&
        (c.grades === undefined || c.grades.includes(gradeIn(grades))) &&
        (c.minimumGross === undefined || kilograms >= c.minimumGross) &&
        (c.minimumValue === undefined || dollars >= c.minimumValue.amount)
      );
    });
  }

  test('are found as one after another would be, whatever their number', () => {
    let hits = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 200 }), (seed, count) => {
        const made = new Made(seed);
        const criteria = made.settings(count).criteria.map(({ everyMillionth: _, ...one }) => one);
        const selector = lanes.selector(settings(criteria));
        for (let i = 0; i < 60; i++) {
          const claims = made.manifest();
          const grades = made.facts();
          const { criterion } = selector.select({ ...asked(claims), facts: grades }, high, noneChosen);
          expect(criterion).toBe(plainly(criteria, claims, grades)?.name);
          if (criterion !== undefined) hits++;
        }
      }),
      // The examples alone hit often enough.
      { numRuns: 20, examples: [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [seed, 200]) },
    );
    expect(hits).toBeGreaterThan(10);
  });

  test('generated manifests and settings keep to their schemas', () => {
    const made = new Made(1);
    for (let i = 0; i < 50; i++)
      expect(compileSchema(manifestSchema)(made.manifest() as unknown as JsonObject)).toBeUndefined();
    expect(compileSchema(laneSettingsSchema)(made.settings(100) as unknown as JsonObject)).toBeUndefined();
  });
});

describe('the key of a movement', () => {
  const key = (claims: Manifest) =>
    lanes.key({ type: 'manifest', issuer: 'az.customs', claims: claims as unknown as JsonObject });

  test('is the same for another number, seal, load or way to write', () => {
    const again: Manifest = {
      ...manifest,
      number: '10801010/231126/0000009',
      transport: { number: 'cmr-0042', date: '2026-11-21' },
      means: [{ kind: 'vehicle', number: '10 AB 123', seals: [{ number: '77' }] }],
      lines: manifest.lines.slice(0, 1),
    };
    expect(key(again)).toBe(key(manifest));
  });

  test('does not depend on the order of means, and tells apart what they are', () => {
    expect(key({ ...manifest, means: [...manifest.means, ...manifest.means] })).toBe(key(manifest));
    const two = [...manifest.means, { kind: 'trailer' as const, number: '99-XY-11' }];
    expect(key({ ...manifest, means: two })).toBe(key({ ...manifest, means: two.toReversed() }));
    const others: Manifest[] = [
      { ...manifest, means: two },
      { ...manifest, mode: '2' },
      { ...manifest, transport: { number: 'CMR 0043' } },
    ];
    expect(new Set([manifest, ...others].map(key)).size).toBe(4);
  });
});

describe('the end of a movement', () => {
  test.each([
    ['recognition', { decision: 'full', release: true }, true],
    ['recognition', { decision: 'full' }, false],
    ['recognition', { decision: 'none' }, false],
    ['manifest-disposition', { kind: 'release' }, true],
    ['manifest-disposition', { kind: 'return' }, true],
    ['manifest-disposition', { kind: 'close' }, true],
    ['manifest-disposition', { kind: 'detain' }, false],
    ['manifest-arrival', {}, false],
    ['manifest-withdrawal', { reason: 'other-route' }, false],
  ])('%s %j: %s', (type, claims, ends) => {
    expect(lanes.ends?.({ type, claims })).toBe(ends);
  });

  test('is told by what the receiving side alone states, so that nobody draws again by withdrawing', () => {
    for (const { event, by } of manifestLifeCycle.transitions)
      if (['pass', 'release', 'return', 'close'].includes(event)) expect(by).toBe('recipient');
  });
});

describe('commitments', () => {
  test('are told in whole seconds and read back', () => {
    const commitment = {
      selection: 'customs/lanes',
      from: Date.UTC(2026, 10, 22),
      until: Date.UTC(2026, 10, 23),
      secret: '0'.repeat(64),
      settings: 'a'.repeat(64),
    };
    const claims = lanes.commitment.claims(commitment);
    expect(claims['from']).toBe('2026-11-22T00:00:00Z');
    expect(lanes.commitment.read(claims)).toEqual(commitment);
  });
});
