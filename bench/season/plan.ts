/** The year as data: which lot leaves when, from whom, on what, and what becomes of it. Nothing here signs. */
import { days, figures, lag, type Product, products, shippedInAll } from './figures.ts';
import { behindStopped, type ForeignPlan, foreignDays, foreignPlans } from './fraud.ts';
import { type Grower, type Growers, growersOf } from './growers.ts';
import { linesOf, massesOf, type PlannedLine } from './loads.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { apportion, type Draws, draws } from './random.ts';
import { type Transport, transportOf } from './transport.ts';

export interface Lot extends Transport {
  /** Place in the year, from 0; numbers of papers are made from it. */
  readonly index: number;
  readonly grower: Grower;
  /** Day of the certificate, from 0. */
  readonly day: number;
  readonly kilograms: number;
  readonly lines: readonly PlannedLine[];
  /** A certificate of the day before that is taken back, or replaced by this one. */
  readonly earlier?: 'withdrawn' | 'replaced';
  /** The importing service asks before it recognises; the goods wait. */
  readonly queried: boolean;
  /** The notice is changed on the day after it was given. */
  readonly noticeChanged: boolean;
  readonly outcome: Outcome;
  /** Goods that the grower did not grow. Kept aside: no record tells. */
  readonly foreign: boolean;
}

/** A grower stopped for a pest, from the day after the find until its service has answered. */
export interface PlannedSuspension {
  readonly grower: Grower;
  readonly pest: string;
  /** Lot in which the pest was found. */
  readonly lot: number;
  /** First day, and the day on which it is lifted. On neither does the grower ship. */
  readonly from: number;
  readonly lifted: number;
}

export interface Year {
  readonly seed: number;
  readonly share: number;
  readonly growers: Growers;
  /** Ascending by day. */
  readonly lots: readonly Lot[];
  readonly suspensions: readonly PlannedSuspension[];
  readonly foreign: readonly ForeignPlan[];
}

interface Leaving {
  grower: Grower;
  day: number;
  readonly foreign: boolean;
}

/** `share` 1 is the whole corridor; a smaller one has fewer growers of the same sizes. */
export function planYear(seed: number, share = 1): Year {
  const registered = growersOf(seed, share);
  const names = foreignPlans(draws(seed, 'foreign'), registered.admitted);
  const random = draws(seed, 'leaving');
  const honest = products.flatMap((product) => honestLots(random, product, registered.admitted, names, share));
  const found = finds(draws(seed, 'finds'), honest, names, share);
  for (const one of found) if (one.suspends) postpone(random, honest, one.grower, one.from, one.lifted);
  const foreign = behindStopped(
    names,
    found.filter(({ suspends }) => suspends),
  );
  const growers: Growers = {
    ...registered,
    admitted: registered.admitted.map((one) => foreign.find(({ grower }) => grower.id === one.id)?.grower ?? one),
  };
  const strange = foreign.flatMap((plan) =>
    foreignDays(random, plan).map((day) => ({ grower: plan.grower, day, foreign: true })),
  );
  const leaving = [
    ...honest.map((one): Leaving => {
      one.grower = growers.admitted.find(({ id }) => id === one.grower.id) ?? one.grower;
      return one;
    }),
    ...strange,
  ];
  leaving.sort((a, b) => a.day - b.day || Number(a.foreign) - Number(b.foreign));
  const masses = massesOf(draws(seed, 'masses'), leaving.length, Math.round(shippedInAll * share));
  const rides = transportOf(draws(seed, 'transport'), leaving);
  const results = outcomesOf(draws(seed, 'outcomes'), leaving.length);
  const loads = draws(seed, 'loads');
  const lots = leaving.map((one, index): Lot => {
    const find = found.find(({ leaving: of }) => of === one);
    const kilograms = masses[index] as number;
    const ride = rides[index] as Transport;
    const outcome = find ? ({ kind: 'pest', pest: find.pest } as const) : (results[index] as Outcome);
    const luck = loads.unit();
    const queried = luck > 0.992;
    return {
      ...ride,
      ...(queried && { arrival: Math.max(ride.arrival, one.day + 3 * lag + 1) }),
      index,
      grower: one.grower,
      day: one.day,
      kilograms,
      lines: linesOf(loads, one.grower, kilograms),
      ...(one.day > 0 && luck < 0.016 && { earlier: luck < 0.006 ? ('withdrawn' as const) : ('replaced' as const) }),
      queried,
      noticeChanged: luck > 0.92 && luck < 0.96 && ride.arrival >= one.day + lag + 3,
      outcome,
      foreign: one.foreign,
    };
  });
  const suspensions = found.flatMap(({ leaving: of, grower, pest, lifted, suspends }): PlannedSuspension[] => {
    const lot = lots[leaving.indexOf(of)] as Lot;
    return suspends ? [{ grower, pest, lot: lot.index, from: lot.arrival + 1, lifted }] : [];
  });
  return { seed, share, growers, lots, suspensions, foreign };
}

/** Lots of one product that its growers really grew, in proportion to size but for luck, in the months' shape. */
function honestLots(
  random: Draws,
  product: Product,
  admitted: readonly Grower[],
  foreign: readonly ForeignPlan[],
  share: number,
): Leaving[] {
  const own = admitted.filter((grower) => grower.product === product);
  const strangers = product === 'tomato' ? foreign.reduce((sum, { lots }) => sum + lots, 0) : 0;
  const count = Math.round((shippedInAll * share * figures[product].shipped) / 20_000) - strangers;
  const weights = own.map((grower) => {
    const fraud = foreign.some((plan) => plan.grower.id === grower.id);
    return grower.volume * (fraud ? 0.8 : Math.min(1.9, random.logNormal(0.35)));
  });
  const counts = apportion(count, weights, 1);
  return own.flatMap((grower, index) =>
    daysOf(random, product, counts[index] as number).map((day) => ({ grower, day, foreign: false })),
  );
}

/**
 * A grower picks and packs steadily: its lots divide its own season evenly but for some luck. Its season is the
 * months' shape with weeks that are better or worse than others', little on Sundays.
 */
function daysOf(random: Draws, product: Product, count: number): number[] {
  const weeks = Array.from({ length: 53 }, () => random.logNormal(0.3));
  const sums: number[] = [];
  let sum = 0;
  for (let day = 0; day < days; day++) {
    const month = (new Date(Date.UTC(2026, 8, 1 + day)).getUTCMonth() + 4) % 12;
    const sunday = new Date(Date.UTC(2026, 8, 1 + day)).getUTCDay() === 0;
    sum += (figures[product].months[month] as number) * (weeks[Math.floor(day / 7)] as number) * (sunday ? 0.2 : 1);
    sums.push(sum);
  }
  return Array.from({ length: count }, (_, index) => {
    const at = ((index + random.unit()) / count) * sum;
    return sums.findIndex((upTo) => upTo > at);
  });
}

interface Find {
  readonly leaving: Leaving;
  readonly grower: Grower;
  readonly pest: string;
  readonly suspends: boolean;
  /** Days between which the grower may not ship, both in; wide enough for any way to the checkpoint. */
  readonly from: number;
  readonly lifted: number;
}

/** Pests are found in some 38 lots of a year, each of another grower; in two of three cases the grower is stopped. */
function finds(random: Draws, leaving: readonly Leaving[], foreign: readonly ForeignPlan[], share: number): Find[] {
  const clean = new Set(foreign.map(({ grower }) => grower.id));
  const found: Find[] = [];
  const stopped = new Set<string>();
  const wanted = Math.max(2, Math.round(38 * share));
  for (const one of random.shuffled(leaving)) {
    if (found.length === wanted) break;
    const { grower, day } = one;
    if (clean.has(grower.id) || stopped.has(grower.id) || day < 10 || day > 280) continue;
    stopped.add(grower.id);
    found.push({
      leaving: one,
      grower,
      pest: random.pick(figures[grower.product].pests),
      suspends: found.length % 3 < 2,
      from: day + 2,
      lifted: day + 10 + random.whole(21, 40),
    });
  }
  return found;
}

/** What a stopped grower would have shipped leaves in the weeks after. */
function postpone(random: Draws, leaving: readonly Leaving[], grower: Grower, from: number, lifted: number): void {
  for (const one of leaving)
    if (one.grower.id === grower.id && one.day >= from && one.day <= lifted + lag)
      one.day = Math.min(days - 1, lifted + random.whole(lag + 1, 28));
}
