/**
 * A suspension of a member, a site or a packing house binds what names it. So that leaving it unnamed evades nothing,
 * a source that may come from one says where it does come from.
 */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, View } from '../../../../kernel/profile.ts';
import { isInForce } from '../../admitted.ts';
import type { Line, Source } from '../../claims/line.ts';
import { type SuspensionValue, suspensionRegister } from '../../registers.ts';
import { finding } from '../finding.ts';
import { isSite, registered } from '../registers/growers.ts';
import { growersOf } from './consignment.ts';
import type { Asking } from './suspensions.ts';

/** Member of a source that tells whether its goods come through the suspended one. */
type Part = 'member' | 'site' | 'packingHouse';

const isComplete = ({ member, site, packingHouse }: Source): boolean =>
  member !== undefined && site !== undefined && packingHouse !== undefined;

const prefixOf = ({ importer, exporter }: Pick<Asking, 'importer' | 'exporter'>) => [importer, exporter];

export const incompleteNeeds = (line: Line, asking: Asking): readonly Need[] =>
  (line.sources ?? []).every(isComplete) ? [] : [{ register: suspensionRegister, prefix: prefixOf(asking) }];

/** What a source has to name because `suspended` may stand behind it. Undefined: nothing, or it is named. */
export function partOwed(view: View, exporter: string, source: Source, suspended: string): Part | undefined {
  if (isComplete(source) || growersOf(source).includes(suspended)) return undefined;
  const value = registered(view, exporter, suspended);
  if (value === undefined || value.kind === 'cooperative') return undefined;
  const { grower, member } = source;
  const members = member === undefined ? (registered(view, exporter, grower)?.members ?? []) : [];
  if (!isSite(value)) return members.includes(suspended) ? 'member' : undefined;
  const part = value.kind === 'packing-house' ? 'packingHouse' : 'site';
  if (source[part] !== undefined) return undefined;
  const uses = (id: string) =>
    value.operator === id ||
    (part === 'packingHouse' && (registered(view, exporter, id)?.packingHouses?.includes(suspended) ?? false));
  if (uses(grower) || (member !== undefined && uses(member))) return part;
  // All are looked at, so that what is missing of them is read at once.
  return members.filter(uses).length > 0 ? 'member' : undefined;
}

/** Suspensions in force of someone named, which sources of these lines may leave open. Asked once for all lines. */
export function suspendedBehind(view: View, lines: readonly Line[], asking: Asking): readonly SuspensionValue[] {
  if (lines.every(({ sources }) => (sources ?? []).every(isComplete))) return [];
  return view
    .list(suspensionRegister, prefixOf(asking))
    .map(({ value }) => value as unknown as SuspensionValue)
    .filter((suspension) => suspension.grower !== undefined && isInForce(suspension, asking.day, asking.instant));
}

/** Sources of a line that leave open whether one of `behind` touches them; `path` is that of the line. */
export function incompleteSources(
  view: View,
  line: Line,
  path: string,
  exporter: string,
  behind: readonly SuspensionValue[],
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { grower: suspended, product, from, since } of behind) {
    for (const [index, source] of (line.sources ?? []).entries()) {
      if (suspended === undefined || (product !== undefined && product !== source.product)) continue;
      const part = partOwed(view, exporter, source, suspended);
      if (part === undefined) continue;
      const at = `${path}/sources/${index}/${part}`;
      const detail = { line: line.sequence, grower: source.grower, part, suspended, since: from ?? since.slice(0, 10) };
      found.set(`${at} ${suspended}`, finding('source-incomplete', 'refuse', at, detail));
    }
  }
  return [...found.values()];
}
