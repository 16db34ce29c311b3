/** A twentieth of the corridor year that `bench/season.ts` replays: books, forgeries, signals; and the plan itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { days, figures, lotMass, products, shippedInAll } from '../../bench/season/figures.ts';
import type { Lot } from '../../bench/season/plan.ts';
import { planYear } from '../../bench/season/plan.ts';
import { runSeason, type Season } from '../../bench/season/run.ts';
import { isContainerNumber, isTaxNumber, isWagonNumber } from '../../kernel/check-digits.ts';

const kilograms = (list: readonly { readonly kilograms: number }[]) =>
  list.reduce((sum, one) => sum + one.kilograms, 0);

describe.each([1, 2, 3])('the plan of a whole year, seed %i', (seed) => {
  const year = planYear(seed);
  const { lots, suspensions, foreign } = year;
  const { admitted } = year.growers;

  it('has the public figures, to the kilogram', () => {
    for (const product of products) {
      const own = admitted.filter((grower) => grower.product === product);
      expect(own.length).toBe(figures[product].admitted);
      expect(own.reduce((sum, { volume }) => sum + volume, 0)).toBe(figures[product].volume);
    }
    expect(kilograms(lots)).toBe(shippedInAll);
  });

  it('is the same each time, and another with another seed', () => {
    expect(planYear(seed)).toEqual(year);
    expect(planYear(seed + 10).lots).not.toEqual(lots);
  });

  it('ships lots of 18 to 22 t in the year, each whole in its lines and sources', () => {
    for (const lot of lots) {
      expect(lot.kilograms).toBeGreaterThanOrEqual(lotMass.least);
      expect(lot.kilograms).toBeLessThanOrEqual(lotMass.greatest);
      expect(lot.day >= 0 && lot.day < days && lot.arrival > lot.day).toBe(true);
      expect(kilograms(lot.lines)).toBe(lot.kilograms);
      for (const line of lot.lines) expect(kilograms(line.sources)).toBe(line.kilograms);
    }
  });

  it('keeps every grower inside its admission, also with foreign goods', () => {
    const shipped = Map.groupBy(lots, ({ grower }) => grower.id);
    for (const { id, volume } of admitted) expect(kilograms(shipped.get(id) ?? [])).toBeLessThan(volume);
    expect(foreign.length).toBe(3);
    expect(lots.filter((lot) => lot.foreign).length).toBe(foreign.reduce((sum, plan) => sum + plan.lots, 0));
  });

  it('ships nothing of a stopped grower', () => {
    expect(suspensions.length).toBeGreaterThan(20);
    const early = (lot: Lot) => (lot.earlier ? lot.day - 1 : lot.day);
    for (const { grower, from, lifted } of suspensions)
      expect(lots.filter((lot) => lot.grower.id === grower.id && early(lot) >= from && lot.day <= lifted)).toEqual([]);
  });

  it('has numbers with right check digits', () => {
    for (const { taxNumber } of admitted) expect(isTaxNumber('AZ', taxNumber)).toBe(true);
    for (const { unit } of lots)
      if (unit) expect((unit.kind === 'wagon' ? isWagonNumber : isContainerNumber)(unit.number)).toBe(true);
  });
});

describe('a twentieth of the year on real servers', () => {
  let season: Season;
  beforeAll(async () => {
    season = await runSeason({ seed: 1, share: 1 / 20, manifests: 1 });
  });

  it('ends with equal books on both sides and every kilogram accounted for', () => {
    expect(season.differing).toEqual([]);
    expect(season.refusals).toEqual([]);
    const { az, ru, planned } = season.tonnage;
    expect(az).toEqual(ru);
    expect(az).toMatchObject({ ...planned, overdrawn: 0, reserved: 0n });
    expect(az.certified - az.freed).toBe(az.used + az.reserved);
  });

  it('refuses every forgery with its code', () => {
    expect(season.forgeries.length).toBeGreaterThanOrEqual(18);
    expect(season.forgeries.filter(({ planted, refused }) => planted === 0 || refused !== planted)).toEqual([]);
  });

  it('signals the growers who lent their names', () => {
    const { growers, certificates } = season.verdict;
    expect([growers.planted, growers.recall]).toEqual([3, 1]);
    expect(certificates.precision).toBeGreaterThan(0.5);
    expect(certificates.recall).toBeGreaterThan(0.3);
  });
});
