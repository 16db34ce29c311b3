/** What a person must mend in settings of lanes, or should look at. */
import type { Finding, Severity } from '../../../kernel/finding.ts';
import { evenReference } from '../../../kernel/reference.ts';
import type { RefusalDetail } from '../../../kernel/refusal.ts';
import { type Criterion, drawnLanes, type LaneSettings, whole } from './settings.ts';
import type { SelectionCode } from './words.ts';

const finding = (code: SelectionCode, severity: Severity, path: string, detail: RefusalDetail): Finding => ({
  code,
  severity,
  path,
  detail,
});

export function checkSettings(settings: LaneSettings): readonly Finding[] {
  return [...rateFindings(settings), ...nameFindings(settings), ...codeFindings(settings), ...coverFindings(settings)];
}

function rateFindings({ random, expected }: LaneSettings): Finding[] {
  const sums = Object.entries({ random, expected }).flatMap(([member, rates]) => {
    const sum = drawnLanes.reduce((so, lane) => so + rates[lane], 0);
    return sum > whole ? [finding('rates-over-whole', 'refuse', `/${member}`, { sum })] : [];
  });
  const unreached = drawnLanes
    .filter((lane) => expected[lane] > 0 && expected[lane] < random[lane])
    .map((lane) =>
      finding('expected-below-random', 'warn', `/expected/${lane}`, { expected: expected[lane], random: random[lane] }),
    );
  return [...sums, ...unreached];
}

function nameFindings({ criteria }: LaneSettings): Finding[] {
  const seen = new Set<string>();
  return criteria.flatMap(({ name }, place) => {
    if (seen.has(name)) return [finding('criterion-named-twice', 'refuse', `/criteria/${place}/name`, { name })];
    seen.add(name);
    return [];
  });
}

/** Chapters of the Harmonized System: 1 to 97, 77 kept free. National tariffs add 98 and 99. */
const isChapter = (code: string): boolean => !/^(00|77)/.test(code);

function codeFindings({ criteria }: LaneSettings): Finding[] {
  return criteria.flatMap(({ hs = [] }, place) =>
    hs.flatMap((code, at) =>
      isChapter(code) ? [] : [finding('criterion-code-unknown', 'warn', `/criteria/${place}/hs/${at}`, { code })],
    ),
  );
}

/** Of those that cover a criterion the first is told. */
function coverFindings({ criteria }: LaneSettings): Finding[] {
  const prepared = criteria.map(prepare);
  return prepared.flatMap((later, place) => {
    let earlier: Prepared | undefined;
    for (let at = 0; at < place && !earlier; at++) {
      const one = prepared[at] as Prepared;
      // What one names and the other does not settles most of the many pairs.
      if ((one.names & ~later.names) === 0 && covers(one, later)) earlier = one;
    }
    if (!earlier) return [];
    const detail = { name: later.criterion.name, earlier: earlier.criterion.name };
    return [finding('criterion-covered', 'warn', `/criteria/${place}`, detail)];
  });
}

interface Prepared {
  readonly criterion: Criterion;
  /** A bit for each member that it names something of. */
  readonly names: number;
  /** What it names by member, in the order of `members`, made even; undefined where it names none. */
  readonly named: readonly (ReadonlySet<string> | undefined)[];
}

const members = ['origins', 'offices', 'modes', 'grades', 'means', 'consignors', 'consignees', 'carriers'] as const;

function prepare(criterion: Criterion): Prepared {
  const named = members.map((member) => criterion[member] && new Set(criterion[member].map(evenReference)));
  const all = [...members, 'hs', 'minimumGross', 'minimumValue'] as const;
  const names = all.reduce((bits, member, at) => (criterion[member] === undefined ? bits : bits | (1 << at)), 0);
  return { criterion, names, named };
}

/** True when whatever meets `later` meets `earlier` and is taken there. */
function covers({ criterion: earlier, named }: Prepared, { criterion: later, named: inner }: Prepared): boolean {
  const { everyMillionth = whole, minimumGross = 0, minimumValue } = earlier;
  if (everyMillionth < whole || (later.minimumGross ?? 0) < minimumGross) return false;
  const value = later.minimumValue;
  if (minimumValue && (value?.currency !== minimumValue.currency || value.amount < minimumValue.amount)) return false;
  if (!named.every((outer, at) => outer === undefined || (inner[at]?.isSubsetOf(outer) ?? false))) return false;
  const { hs } = earlier;
  return hs === undefined || (later.hs?.every((code) => hs.some((prefix) => code.startsWith(prefix))) ?? false);
}
