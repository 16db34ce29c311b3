/**
 * Goods of another origin under growers' names: for some weeks three growers ship far more than they grow, each still
 * inside its admission, so that no rule refuses. What is planted is kept aside, and the signals are judged by it.
 */
import { days } from './figures.ts';
import type { Grower } from './growers.ts';
import type { Draws } from './random.ts';

export interface ForeignPlan {
  readonly grower: Grower;
  /** First day, and days in all. */
  readonly from: number;
  readonly length: number;
  readonly lots: number;
}

/** When: in the autumn peak, in January, when greenhouses bear least, and while a neighbour is stopped. */
const stretches = [
  { from: 62, length: 42 },
  { from: 124, length: 35 },
  { from: 186, length: 35 },
] as const;

/** Share of its admission that a grower lends its name for. */
const lent = 0.42;

/** Three middling growers of tomatoes; the area of the last bears a third of what it declares. */
export function foreignPlans(random: Draws, growers: readonly Grower[]): ForeignPlan[] {
  const own = growers.filter(({ product, members }) => product === 'tomato' && members.length === 0);
  const middling = own.toSorted((a, b) => a.volume - b.volume).slice(Math.floor(own.length * 0.45));
  const chosen = random.shuffled(middling.slice(0, Math.max(3, Math.floor(own.length * 0.3)))).slice(0, 3);
  return chosen.map((grower, index): ForeignPlan => {
    const { from, length } = stretches[index] as (typeof stretches)[number];
    const area = index === 2 ? (Number(grower.area) / 3).toFixed(1) : grower.area;
    return { grower: { ...grower, area }, from, length, lots: Math.round((grower.volume * lent) / 20_000) };
  });
}

/** The last of them takes over what a stopped grower had shipped, from the same packing house. */
export function behindStopped(
  plans: readonly ForeignPlan[],
  stopped: readonly { readonly grower: Grower; readonly from: number }[],
): ForeignPlan[] {
  const neighbour = stopped.find(({ grower, from }) => grower.product === 'tomato' && from > 60 && from < 250);
  return plans.map((plan, index) => {
    if (index < 2 || !neighbour) return plan;
    const { packingHouse, district } = neighbour.grower;
    return { ...plan, grower: { ...plan.grower, packingHouse, district }, from: neighbour.from + 9 };
  });
}

export const foreignDays = (random: Draws, { from, length, lots }: ForeignPlan): number[] =>
  Array.from({ length: lots }, () => Math.min(days - 1, from + random.whole(0, length - 1)));
