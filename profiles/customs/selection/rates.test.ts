/** Shares that the lanes reach over many manifests, and what sending again changes. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { drawing } from '../../../kernel/exchange/selection-draw.ts';
import { chooseAgain, chooseFirst, counted, isStricter, noneChosen } from '../../../kernel/exchange/selection-run.ts';
import type { Choice } from '../../../kernel/selection.ts';
import { nodeCrypto as crypto } from '../../../server/crypto-node.ts';
import { lanes } from './lanes.ts';
import type { LaneSettings, Rates } from './settings.ts';
import { drawnLanes, whole } from './settings.ts';
import { Made } from './testing/manifests.ts';

const many = 100_000;
const made = new Made(20_261_122);
const manifests = Array.from({ length: 500 }, () => ({
  issuer: 'ru.fts',
  claims: made.manifest() as unknown as JsonObject,
  time: 0,
  facts: made.facts(),
}));
const root = crypto.sha256(Uint8Array.of(1));
const ids = Array.from({ length: many }, (_, at) => crypto.sha256(Uint8Array.of(at >> 16, at >> 8, at)).toHex());
const secretOf = (number: number) => crypto.sha256(Uint8Array.of(number, 7));

/** Every choice of a day of many manifests. */
function choicesOf(settings: LaneSettings, secret: Uint8Array): Choice[] {
  const selector = lanes.selector(settings as unknown as JsonObject);
  const draw = drawing(secret, crypto);
  let chosen = noneChosen;
  return ids.map((id, at) => {
    const choice = selector.select(
      manifests[at % manifests.length] as (typeof manifests)[number],
      draw(id, root),
      chosen,
    );
    chosen = counted(chosen, choice);
    return choice;
  });
}

const none: Rates = { red: 0, yellow: 0, blue: 0 };
const countOf = (choices: readonly Choice[], fits: Partial<Choice>): number =>
  choices.filter((one) => Object.entries(fits).every(([member, value]) => one[member as keyof Choice] === value))
    .length;

/** Within five standard deviations of the binomial distribution: a fair draw fails in one of two million runs. */
function expectShare(hits: number, of: number, share: number): void {
  const deviation = Math.sqrt(of * share * (1 - share));
  expect(Math.abs(hits - of * share)).toBeLessThanOrEqual(5 * deviation);
}

describe('over 100,000 manifests', { timeout: 30_000 }, () => {
  const random: Rates = { red: 10_000, yellow: 35_000, blue: 200_000 };
  const criteria = made.settings(300).criteria;
  const mixed = choicesOf({ criteria, random, expected: none }, secretOf(1));

  it('chance takes its share of those that no criterion takes', () => {
    const left = many - countOf(mixed, { ground: 'profile' });
    expect(left).toBeLessThan(many);
    for (const lane of drawnLanes)
      expectShare(countOf(mixed, { ground: 'random', outcome: lane }), left, random[lane] / whole);
    expect(countOf(mixed, { ground: 'top-up' })).toBe(0);
  });

  it('a criterion that takes a part of its hits takes that part, and the next one its part of the rest', () => {
    const choices = choicesOf(
      {
        criteria: [
          { name: 'a tenth', lane: 'red', everyMillionth: 100_000 },
          { name: 'a fifth of the rest', lane: 'yellow', everyMillionth: 200_000 },
        ],
        random: { red: 0, yellow: 0, blue: 250_000 },
        expected: none,
      },
      secretOf(2),
    );
    const first = countOf(choices, { outcome: 'red' });
    const second = countOf(choices, { outcome: 'yellow' });
    expectShare(first, many, 0.1);
    expectShare(second, many - first, 0.2);
    expectShare(countOf(choices, { outcome: 'blue' }), many - first - second, 0.25);
  });

  it('top-up alone keeps one lane within one record of its rate at any time, and several within two', () => {
    const all: Rates = { red: 50_000, yellow: 100_000, blue: 150_000 };
    for (const [expected, distance] of [
      [{ ...none, red: 30_000 }, 1],
      [all, 2],
    ] as const) {
      const choices = choicesOf({ criteria: [], random: none, expected }, secretOf(3));
      const so: Record<string, number> = { red: 0, yellow: 0, blue: 0 };
      const far = choices.findIndex(({ outcome }, at) => {
        so[outcome] = (so[outcome] ?? 0) + 1;
        return drawnLanes.some(
          (lane) => Math.abs((so[lane] ?? 0) * whole - expected[lane] * (at + 1)) > distance * whole,
        );
      });
      expect(far).toBe(-1);
      expect(countOf(choices, { ground: 'random' })).toBe(0);
      for (const lane of drawnLanes)
        expect(countOf(choices, { outcome: lane })).toBeGreaterThanOrEqual((many * expected[lane]) / whole - 1);
    }
  });

  it('with criteria and chance beside it no lane ends more than one record below', () => {
    const expected: Rates = { red: 60_000, yellow: 90_000, blue: 220_000 };
    const choices = choicesOf({ criteria, random, expected }, secretOf(4));
    for (const lane of drawnLanes) {
      const share = countOf(choices, { outcome: lane });
      expect(share).toBeGreaterThanOrEqual((many * expected[lane]) / whole - 1);
    }
    expect(countOf(choices, { ground: 'top-up' })).toBeGreaterThan(0);
    expect(countOf(choices, { outcome: 'green', ground: 'none' })).toBeGreaterThan(0);
  });

  it('the same secret chooses the same, another one otherwise', () => {
    const settings = { criteria, random, expected: none };
    expect(JSON.stringify(choicesOf(settings, secretOf(1)))).toBe(JSON.stringify(mixed));
    const others = choicesOf(settings, secretOf(5));
    const profiles = mixed.filter(({ ground }) => ground === 'profile');
    expect(others.filter(({ ground }) => ground === 'profile').length).toBeCloseTo(profiles.length, -3);
    const both = mixed.filter((one, at) => one.ground === 'random' && others[at]?.ground === 'random').length;
    const left = many - profiles.length;
    expectShare(both, left, 0.245 ** 2);
  });

  it('top-up takes its share of short days too, each manifest with the same chance', () => {
    const expected: Rates = { ...none, red: 30_000, yellow: 70_000 };
    const selector = lanes.selector({ criteria: [], random: none, expected } as unknown as JsonObject);
    const draw = drawing(secretOf(9), crypto);
    const day = 20;
    const hits = Array.from({ length: day }, () => ({ red: 0, yellow: 0 }));
    for (let at = 0; at < many; at += day) {
      let chosen = noneChosen;
      for (let i = 0; i < day; i++) {
        const asked = manifests[i] as (typeof manifests)[number];
        const choice = selector.select(asked, draw(ids[at + i] as string, root), chosen);
        chosen = counted(chosen, choice);
        const { outcome } = choice;
        if (outcome === 'red' || outcome === 'yellow') (hits[i] as (typeof hits)[number])[outcome]++;
      }
    }
    const days = many / day;
    for (const place of hits) expectShare(place.red, days, 0.03);
    expectShare(
      hits.reduce((sum, { red }) => sum + red, 0),
      many,
      0.03,
    );
    expectShare(
      hits.reduce((sum, { yellow }) => sum + yellow, 0),
      many,
      0.07,
    );
  });

  it('a top-up cannot be foreseen by counting', () => {
    const expected: Rates = { red: 50_000, yellow: 0, blue: 0 };
    const choices = choicesOf({ criteria: [], random: none, expected }, secretOf(6));
    const places = choices.flatMap(({ outcome }, at) => (outcome === 'red' ? [at] : []));
    const steps = new Set(places.slice(1).map((place, at) => place - (places[at] as number)));
    expect(steps.size).toBeGreaterThan(15);
  });
});

describe('a manifest sent again', { timeout: 30_000 }, () => {
  const random: Rates = { red: 100_000, yellow: 200_000, blue: 300_000 };
  const settings: LaneSettings = { criteria: made.settings(300).criteria, random, expected: random };
  const selector = lanes.selector(settings as unknown as JsonObject);
  const draw = drawing(secretOf(8), crypto);

  it('keeps draw and counts of the first, and never becomes milder', () => {
    let chosen = noneChosen;
    for (let i = 0; i < 2000; i++) {
      const first = manifests[made.below(manifests.length)] as (typeof manifests)[number];
      let held = chooseFirst(selector, first, draw(ids[i] as string, root), chosen);
      chosen = counted(chosen, held.choice);
      for (let again = 0; again < 5; again++) {
        const changed = { ...first, claims: made.manifest() as unknown as JsonObject, facts: made.facts() };
        const next = chooseAgain(lanes, selector, again === 0 ? first : changed, held);
        if (again === 0) expect(next).toEqual(held);
        expect([next.draw, next.before]).toEqual([held.draw, held.before]);
        if (next.choice !== held.choice) expect(isStricter(lanes, next.choice.outcome, held.choice.outcome)).toBe(true);
        held = next;
      }
    }
  });
});
