import type { Finding } from '../../../../kernel/finding.ts';
import type { View } from '../../../../kernel/profile.ts';
import { isInForce } from '../../admitted.ts';
import { dayOf } from '../../day.ts';
import { type SuspensionValue, suspensionRegister } from '../../registers.ts';
import { total } from '../../sources.ts';
import { weekMs, weeksBefore, weeksFrom } from '../../week.ts';
import { type Goods, registered, shippedIn, tonnes } from './figures.ts';
import { type Control, signal } from './signal.ts';

/** Weeks before a suspension that tell what was usual. */
const usualWeeks = 4;

interface Suspended {
  readonly grower: string;
  /** First instant (ms) and day on which it binds. */
  readonly start: number;
  readonly day: string;
  /** From the week of the start to the present one. */
  readonly weeks: number;
}

/** Other growers of the product whose suspension still binds and began in one of the last `weeks` weeks. */
function suspendedOf(view: View, goods: Goods, instant: number, weeks: number): readonly Suspended[] {
  return view.list(suspensionRegister, [goods.importer, goods.exporter]).flatMap(({ value }) => {
    const suspension = value as unknown as SuspensionValue;
    const { grower, product, from, since } = suspension;
    if (grower === undefined || grower === goods.grower || (product ?? goods.product) !== goods.product) return [];
    if (!isInForce(suspension, dayOf(instant), instant)) return [];
    const start = Math.max(Date.parse(since), from === undefined ? 0 : Date.parse(from));
    const passed = weeksFrom(start, instant);
    return passed < 1 || passed > weeks ? [] : [{ grower, start, day: dayOf(start), weeks: passed }];
  });
}

/** Ids that tie both growers together: packing house, cooperative, site of the other; or their one address. */
function sharedBy(view: View, { exporter, grower, sites }: Goods, other: string): readonly string[] {
  const [own, its] = [grower, other].map((id) => registered(view, exporter, id));
  const packing = own?.packingHouses ?? [];
  const worked = [...new Set([...sites, ...packing])].filter(
    (id) => registered(view, exporter, id)?.operator === other,
  );
  return [
    ...packing.filter((id) => its?.packingHouses?.includes(id)),
    ...(own?.members?.includes(other) ? [grower] : []),
    ...(its?.members?.includes(grower) ? [other] : []),
    ...worked,
    ...(own?.address !== undefined && own.address === its?.address ? [own.address] : []),
  ];
}

/**
 * Goods that come through another grower once one is suspended: the mean of the weeks after that of the suspension,
 * the present one with this certificate included, exceeds that of the four weeks before it by at least `rise` per
 * cent, by at least half of what the suspended grower shipped in the mean of those four, and by more than the goods of
 * this certificate: one load more or less is chance.
 */
export function resumedElsewhere(view: View, goods: Goods, instant: number, control: Control): readonly Finding[] {
  const { afterSuspension, rise } = control.limits;
  if (afterSuspension === undefined || rise === undefined) return [];
  const shipped = (of: Goods, weeks: readonly string[]) =>
    total(weeks.map((week) => ({ mass: shippedIn(view, of, week) })));
  return suspendedOf(view, goods, instant, afterSuspension).flatMap(({ grower: other, start, day, weeks }) => {
    const [since, usual] = [BigInt(weeks), BigInt(usualWeeks)];
    const after = shipped(goods, weeksBefore(instant + weekMs, weeks)) + goods.mass;
    const before = shipped(goods, weeksBefore(start, usualWeeks));
    if (after * usual * 100n < before * since * BigInt(100 + rise)) return [];
    const theirs = shipped({ ...goods, grower: other, replaced: 0n }, weeksBefore(start, usualWeeks));
    // Of the weekly means, times both numbers of weeks.
    const excess = after * usual - before * since;
    if (theirs === 0n || 2n * excess < theirs * since || excess <= goods.mass * usual * since) return [];
    const shared = sharedBy(view, goods, other).join(', ');
    const figures = {
      ...{ grower: goods.grower, product: goods.product, other, day, weeks },
      ...{ before: tonnes(before / usual), after: tonnes(after / since), theirs: tonnes(theirs / usual), limit: rise },
      ...(shared === '' ? {} : { shared }),
    };
    return [signal('origin-after-suspension', goods.path, control, figures)];
  });
}
