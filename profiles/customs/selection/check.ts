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
  return criteria.flatMap((criterion, place) => {
    const earlier = criteria.slice(0, place).find((one) => covers(one, criterion));
    if (!earlier) return [];
    const detail = { name: criterion.name, earlier: earlier.name };
    return [finding('criterion-covered', 'warn', `/criteria/${place}`, detail)];
  });
}

/** True when whatever meets `later` meets `earlier` and is taken there. */
function covers(earlier: Criterion, later: Criterion): boolean {
  if (earlier.everyMillionth !== undefined && earlier.everyMillionth < whole) return false;
  return (
    within(later.hs, earlier.hs, (code, prefix) => code.startsWith(prefix)) &&
    listMembers.every((member) => within(later[member], earlier[member], (a, b) => a === b)) &&
    nameMembers.every((member) => within(later[member], earlier[member], isSameName)) &&
    (earlier.minimumGross === undefined || (later.minimumGross ?? 0) >= earlier.minimumGross) &&
    (earlier.minimumValue === undefined ||
      (later.minimumValue?.currency === earlier.minimumValue.currency &&
        later.minimumValue.amount >= earlier.minimumValue.amount))
  );
}

const listMembers = ['origins', 'offices', 'modes', 'grades'] as const;
const nameMembers = ['consignors', 'consignees', 'carriers', 'means'] as const;

const isSameName = (a: string, b: string): boolean => a === b || evenReference(a) === evenReference(b);

/** A criterion that names none is met by all. */
function within(
  inner: readonly string[] | undefined,
  outer: readonly string[] | undefined,
  meets: (inner: string, outer: string) => boolean,
): boolean {
  if (outer === undefined) return true;
  return inner?.every((one) => outer.some((other) => meets(one, other))) ?? false;
}
