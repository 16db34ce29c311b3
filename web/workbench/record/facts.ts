/** The contents of a record as a page lays them out: values, groups, and tables where lines repeat. */
import type { ContentLine } from '../../../kernel/contents.ts';

export interface Cell {
  readonly path: string;
  readonly text: string;
}

export interface Item extends Cell {
  /** What its number bears besides, such as its language. */
  readonly remark: string;
}

export type Fact =
  | { readonly kind: 'value'; readonly label: string; readonly path: string; readonly value: string }
  | { readonly kind: 'list'; readonly label: string; readonly path: string; readonly items: readonly Item[] }
  | { readonly kind: 'group'; readonly label: string; readonly path: string; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly path: string;
      readonly head: readonly string[];
      readonly rows: readonly { readonly path: string; readonly cells: readonly (Cell | undefined)[] }[];
    };

/** More columns than these nobody reads across, and no longer cells. */
const mostColumns = 9;
const longestCell = 120;

export function factsOf(lines: readonly ContentLine[]): readonly Fact[] {
  return lines.map((line): Fact => {
    if ('value' in line) return { kind: 'value', ...line };
    return (
      listOf(line) ?? tableOf(line) ?? { kind: 'group', label: line.label, path: line.path, facts: factsOf(line.lines) }
    );
  });
}

type Group = Extract<ContentLine, { readonly lines: readonly ContentLine[] }>;

const isGroup = (line: ContentLine): line is Group => 'lines' in line;

/** Items of a list are told under their numbers. */
function listOf({ label, path, lines }: Group): Fact | undefined {
  const items = lines.flatMap((line, index): Item[] => {
    const number = String(index + 1);
    if (!('value' in line) || !(line.label === number || line.label.startsWith(`${number} `))) return [];
    return [{ path: line.path, text: line.value, remark: line.label.slice(number.length).trim() }];
  });
  return items.length > 0 && items.length === lines.length ? { kind: 'list', label, path, items } : undefined;
}

function tableOf({ label, path, lines }: Group): Fact | undefined {
  const items = lines.filter(isGroup);
  const isList = items.length > 1 && items.length === lines.length;
  if (!isList || !items.every((item, index) => item.label === String(index + 1))) return undefined;
  const head = [...new Set(items.flatMap((item) => item.lines.map((line) => line.label)))];
  if (head.length > mostColumns) return undefined;
  const rows = items.map((item) => ({
    path: item.path,
    cells: head.map((name): Cell | undefined => {
      const line = item.lines.find((one) => one.label === name);
      return line && { path: line.path, text: textOf(line) };
    }),
  }));
  const isLong = rows.some(({ cells }) => cells.some((cell) => cell !== undefined && cell.text.length > longestCell));
  return isLong ? undefined : { kind: 'table', label, path, head, rows };
}

/** In one cell: values alone where their labels are but numbers. */
function textOf(line: ContentLine): string {
  if ('value' in line) return line.value;
  return line.lines.map((one) => (/^\d+$/.test(one.label) ? textOf(one) : `${one.label}: ${textOf(one)}`)).join('; ');
}

/** Every place at which a finding can be shown. */
export function pathsOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact): readonly string[] => {
    if (fact.kind === 'value') return [fact.path];
    if (fact.kind === 'list') return [fact.path, ...fact.items.map(({ path }) => path)];
    if (fact.kind === 'group') return [fact.path, ...pathsOf(fact.facts)];
    return [fact.path, ...fact.rows.flatMap(({ path, cells }) => [path, ...cells.flatMap((cell) => cell?.path ?? [])])];
  });
}

/** By the place shown nearest to where a finding points; what points nowhere stands under the empty text. */
export function placed<F extends { readonly path: string }>(
  findings: readonly F[],
  paths: readonly string[],
): ReadonlyMap<string, readonly F[]> {
  const known = new Set(paths);
  const by = new Map<string, F[]>();
  for (const finding of findings) {
    let at = finding.path.startsWith('/') ? finding.path : '';
    while (at !== '' && !known.has(at)) at = nearer(at, paths);
    by.set(at, [...(by.get(at) ?? []), finding]);
  }
  return by;
}

/** A member that is told without what holds it stands for both: then the first one inside; else one step up. */
function nearer(path: string, paths: readonly string[]): string {
  return paths.find((one) => one.startsWith(`${path}/`)) ?? path.slice(0, path.lastIndexOf('/'));
}
