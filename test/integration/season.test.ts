/** A twentieth of the corridor year that `bench/season.ts` replays: books, forgeries, signals; and the plan itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../../bench/season/customs/course.ts';
import { planCustoms } from '../../bench/season/customs/plan.ts';
import { finalPosition } from '../../bench/season/customs/write-offs.ts';
import { days, figures, lag, lotMass, products, shippedInAll } from '../../bench/season/figures.ts';
import { leastShare } from '../../bench/season/growers.ts';
import { lateGrowers } from '../../bench/season/late-lots.ts';
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

describe('the plan of a small part of the year', () => {
  it.each([0.01, 0.02, 0.03, 0.05])('has growers for every forgery after it: %d', (share) => {
    for (let seed = 1; seed <= 5; seed++) {
      const year = planYear(seed, share);
      expect(new Set(lateGrowers(year, 6)).size).toBe(6);
      for (const { kilograms: mass } of year.lots) expect(mass).toBeGreaterThanOrEqual(lotMass.least);
    }
  });

  it('is told to be too small where growers would have nothing', () => {
    expect(() => planYear(1, leastShare * 0.99)).toThrow('at least');
    expect(() => planYear(1, Number.NaN)).toThrow('at least');
  });
});

describe('customs in that year', () => {
  const year = planYear(1);
  const { courses, operators } = planCustoms(year, 1);

  it('has a course for every lot, the same each time, and none where no share goes by manifest', () => {
    expect(courses.size).toBe(year.lots.length);
    expect(planCustoms(year, 1).courses).toEqual(courses);
    expect(planCustoms(year, 0).courses.size).toBe(0);
    expect(new Set(operators.map(({ grower }) => grower.id)).size).toBe(operators.length);
  });

  it('acts only upon what has come: an answer is never on its way', () => {
    for (const { days, resent, asked, lot } of courses.values()) {
      expect(days.manifest).toBe(lot.day + 1);
      expect(days.arrival).toBeGreaterThanOrEqual(Math.max(lot.arrival, days.manifest + lag));
      if (resent !== undefined) expect(days.arrival).toBeGreaterThanOrEqual(days.corrected + lag);
      if (asked) expect(days.decision).toBeGreaterThanOrEqual(days.question + 2 * lag);
      expect(days.end).toBe(days.decision + lag);
    }
  });

  it('never takes more of a line than there is, and leaves nothing reserved', () => {
    for (const { lot, writeOffs } of courses.values()) {
      const positions = new Map<number, (typeof writeOffs)[number]>();
      for (const task of writeOffs.toSorted((a, b) => a.day - b.day)) {
        positions.set(task.declaration, task);
        for (const [index, line] of lot.lines.entries()) {
          const taken = [...positions.values()].map((one) => (one.reserved[index] ?? 0) + (one.consumed[index] ?? 0));
          expect(taken.reduce((sum, mass) => sum + mass, 0)).toBeLessThanOrEqual(line.kilograms);
        }
      }
      expect(finalPosition(writeOffs).reserved).toBe(0);
    }
  });

  it('has every kind of course', () => {
    const all = [...courses.values()];
    const kinds = <T>(of: (course: Course) => T) => new Set(all.map(of));
    expect(kinds(({ decision }) => decision)).toEqual(new Set(['pass', 'full', 'part', 'none']));
    expect(kinds(({ found }) => found)).toEqual(new Set(['as-stated', 'other-seals', 'other-weight']));
    expect(kinds(({ resent }) => resent)).toEqual(new Set([undefined, 'replaced', 'withdrawn', 'rejected']));
    expect(kinds(({ end }) => end)).toEqual(new Set(['release', 'return', 'detain']));
    const acts = new Set(all.flatMap(({ writeOffs }) => writeOffs.map(({ act }) => act)));
    expect(acts).toEqual(new Set(['reserve', 'consume', 'free', 'return']));
    expect(all.filter(({ decision }) => decision === 'pass').length / all.length).toBeGreaterThan(0.75);
    expect(all.some(({ late }) => late) && all.some(({ asked }) => asked)).toBe(true);
  });
});

describe('a twentieth of the year on real servers', () => {
  let season: Season;
  beforeAll(async () => {
    season = await runSeason({ seed: 1, share: 1 / 20, manifests: 1 / 2 });
  }, 300_000);

  it('ends with equal books on both sides and every kilogram accounted for', () => {
    expect(season.differing).toEqual([]);
    expect(season.refusals).toEqual([]);
    const { az, ru, planned } = season.tonnage;
    expect(az).toEqual(ru);
    expect(az).toMatchObject({ ...planned, overdrawn: 0, reserved: 0n });
    expect(az.certified - az.freed).toBe(az.used + az.reserved);
  });

  it('ends with what customs wrote off as planned, alike in the books of all who keep them', () => {
    const { books, planned } = season.customs as NonNullable<Season['customs']>;
    for (const own of books.values()) {
      expect(own).toMatchObject({ ...planned, reserved: 0n, overdrawn: 0 });
      expect(own.certified).toBe(own.consumed + own.reserved + own.free);
    }
    expect(books.size).toBe(3);
  });

  it('refuses every forgery with its code', () => {
    expect(season.forgeries.length).toBeGreaterThanOrEqual(36);
    expect(season.forgeries.filter(({ planted, refused }) => planted === 0 || refused !== planted)).toEqual([]);
  });

  it('signals the growers who lent their names', () => {
    const { growers, certificates } = season.verdict;
    expect([growers.planted, growers.recall]).toEqual([3, 1]);
    expect(certificates.precision).toBeGreaterThan(0.5);
    expect(certificates.recall).toBeGreaterThan(0.3);
  });
});
