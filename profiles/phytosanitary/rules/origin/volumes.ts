import type { Finding } from '../../../../kernel/finding.ts';
import type { View } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { parseDecimal } from '../../../../kernel/state/quantity.ts';
import { total } from '../../sources.ts';
import { weekOf, weeksBefore } from '../../week.ts';
import {
  areaOf,
  areaScale,
  capacityOf,
  certifiedOf,
  type Goods,
  hectares,
  ratio,
  shippedIn,
  tonnes,
} from './figures.ts';
import { type Control, signal } from './signal.ts';

/** What was certified in the season against what the grower declared, and against what its land can bear. */
export function seasonSignals(view: View, goods: Goods, control: Control): readonly Finding[] {
  const { grower, product, season, path } = goods;
  const certified = certifiedOf(view, goods);
  const about = { grower, product, season, certified: tonnes(certified) };
  const found: Finding[] = [];
  const capacity = capacityOf(view, goods);
  if (capacity !== undefined && certified > capacity) {
    found.push(signal('origin-over-capacity', path, control, { ...about, capacity: tonnes(capacity) }));
  }
  const area = areaOf(view, goods) ?? 0n;
  const stated = control.limits.yield ?? '';
  const limit = parseDecimal(stated, areaScale);
  // Both sides in tonnes × 10^-12.
  if (area > 0n && !(limit instanceof Refusal) && certified * 1000n > area * limit) {
    const figures = { area: hectares(area), reached: ratio(certified, area * 1000n, 2), limit: stated };
    found.push(signal('origin-over-yield', path, control, { ...about, ...figures }));
  }
  return found;
}

/** Weeks that a rise is measured against, and how many of them must have shipments to tell a mean. */
const weeksCompared = 4;
const fewest = 2;

/** The present week with this certificate, against the declared capacity and against the weeks before. */
export function weekSignals(view: View, goods: Goods, instant: number, control: Control): readonly Finding[] {
  const { grower, product, path } = goods;
  const { weekShare, rise } = control.limits;
  const week = weekOf(instant);
  const shipped = shippedIn(view, goods, week) + goods.mass;
  const about = { grower, product, week, shipped: tonnes(shipped) };
  const found: Finding[] = [];
  const capacity = capacityOf(view, goods) ?? 0n;
  if (weekShare !== undefined && capacity > 0n && shipped * 100n > capacity * BigInt(weekShare)) {
    const figures = { capacity: tonnes(capacity), share: ratio(shipped * 100n, capacity, 1), limit: weekShare };
    found.push(signal('origin-week-share', path, control, { ...about, ...figures }));
  }
  // Weeks without shipments say nothing of how much a grower ships when it ships.
  const before = weeksBefore(instant, weeksCompared)
    .map((one) => ({ mass: shippedIn(view, goods, one) }))
    .filter(({ mass }) => mass > 0n);
  const weeks = BigInt(before.length);
  const sum = total(before);
  if (rise !== undefined && before.length >= fewest && shipped * weeks * 100n > sum * BigInt(100 + rise)) {
    const risen = ratio((shipped * weeks - sum) * 100n, sum, 1);
    const figures = { mean: tonnes(sum / weeks), weeks: before.length, rise: risen, limit: rise };
    found.push(signal('origin-week-rise', path, control, { ...about, ...figures }));
  }
  return found;
}
