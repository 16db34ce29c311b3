import type { Need, View } from '../../../../kernel/profile.ts';
import type { RefusalDetail } from '../../../../kernel/refusal.ts';
import type { Line } from '../../claims/line.ts';
import type { Requirement } from '../../claims/requirement.ts';
import { any, type RequirementValue, requirementRegister } from '../../registers.ts';

/** Products of a line as EPPO codes: those of its sources and those it states itself, each once. */
export function productsOf(line: Line): readonly string[] {
  return [...new Set([...(line.sources ?? []).map(({ product }) => product), ...(line.eppoCodes ?? [])])];
}

/** Beginnings of the keys under which requirements for products from one country stand. */
const prefixes = (importer: string, country: string, products: readonly string[]) =>
  [...products, any].flatMap((product) => [country, any].map((from) => [importer, from, product]));

export const requirementNeeds = (importer: string, country: string, products: readonly string[]): readonly Need[] =>
  prefixes(importer, country, products).map((prefix) => ({ register: requirementRegister, prefix }));

/**
 * Requirements of `importer` in force on `day` (`YYYY-MM-DD`) for `product` from `country`, ascending by number;
 * without a product, those for every product. Of the versions of one number the one with the latest `from` that has
 * come holds, even when its own last day has passed: an earlier version does not come back.
 */
export function requirementsInForce(
  view: View,
  importer: string,
  country: string,
  product: string | undefined,
  day: string,
): readonly Requirement[] {
  const latest = new Map<string, Requirement>();
  for (const prefix of prefixes(importer, country, product === undefined ? [] : [product])) {
    for (const { value } of view.list(requirementRegister, prefix)) {
      const requirement = value as unknown as RequirementValue;
      const before = latest.get(requirement.number);
      if (requirement.from > day || (before !== undefined && before.from >= requirement.from)) continue;
      latest.set(requirement.number, requirement);
    }
  }
  return [...latest.values()]
    .filter(({ to }) => to === undefined || to >= day)
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** A line of a certificate, with its path in the claims that findings are about. */
export interface PathedLine {
  readonly line: Line;
  readonly path: string;
}

/** A line that a requirement is for, with those of its products that it is for. */
export interface AskedLine extends PathedLine {
  readonly products: readonly string[];
}

/** What one requirement is asked of. */
export interface Asked {
  readonly requirement: Requirement;
  readonly lines: readonly AskedLine[];
}

/** Requirements in force for any of the lines, each with the lines that it is for. */
export function requirementsFor(
  view: View,
  importer: string,
  country: string,
  lines: readonly PathedLine[],
  day: string,
): readonly Asked[] {
  const inForce = new Map<string | undefined, readonly Requirement[]>();
  const asked = new Map<string, { requirement: Requirement; lines: Map<string, AskedLine> }>();
  for (const { line, path } of lines) {
    const stated = productsOf(line);
    for (const product of stated.length === 0 ? [undefined] : stated) {
      const found = inForce.get(product) ?? requirementsInForce(view, importer, country, product, day);
      inForce.set(product, found);
      for (const requirement of found) {
        const id = `${requirement.number} ${requirement.from}`;
        const entry = asked.get(id) ?? { requirement, lines: new Map<string, AskedLine>() };
        const before = entry.lines.get(path)?.products ?? [];
        entry.lines.set(path, { line, path, products: product === undefined ? before : [...before, product] });
        asked.set(id, entry);
      }
    }
  }
  return [...asked.values()].map((entry) => ({ requirement: entry.requirement, lines: [...entry.lines.values()] }));
}

const longestText = 300;

/** Number and own titles of a requirement, for the detail of findings about it. */
export function citationOf({ number, titles }: Requirement): RefusalDetail {
  const text = [...new Set(titles.map((title) => title.text))].join(' / ');
  return { number, text: text.length > longestText ? `${text.slice(0, longestText)}…` : text };
}
