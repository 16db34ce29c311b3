/** Which member of a row each column of a sheet is about, by the words of its head in any language of the corridor. */
import { languages, type Text } from '../../../../kernel/finding.ts';
import { plainOf } from '../form/matching.ts';
import { type Field, isLeaf, type LeafField, type ListField } from '../form/schema-fields.ts';
import { codesAt, labelAt, type Naming } from '../form/words-of-fields.ts';

/** A place within one row that a cell can fill. */
export interface Target {
  /** JSON Pointer within the row; the first item of lists on the way. */
  readonly path: string;
  /** Of the type and members, joined by slashes. */
  readonly names: string;
  readonly field: LeafField;
  /** Names of the members on the way, outermost first. */
  readonly labels: readonly Text[];
  /** Of a measure: where its unit goes. */
  readonly unit?: { readonly path: string; readonly names: string };
  readonly required: boolean;
  /** The first of what holds it: a column may bear the name of the whole. */
  readonly leads: boolean;
}

const deepest = 4;

/** What a row of the list can hold, in the order of the schema. */
export function targetsOf(list: ListField, names: string, naming: Naming): readonly Target[] {
  const found: Target[] = [];
  collect(list.item, '', names, [], true, true);
  return found;

  function collect(
    field: Field,
    path: string,
    at: string,
    labels: readonly Text[],
    required: boolean,
    leads: boolean,
  ): void {
    if (field.kind === 'measure') {
      for (const member of field.members.filter(({ name }) => name !== 'each'))
        if (isLeaf(member.field)) {
          const value = member.name === 'value';
          const label = labelAt(naming, `${at}/${member.name}`);
          const unit = value ? { unit: { path: `${path}/unit`, names: `${at}/unit` } } : {};
          found.push({
            path: `${path}/${member.name}`,
            names: `${at}/${member.name}`,
            field: member.field,
            labels: value || label === undefined ? labels : [...labels, label],
            required: required && value,
            leads: value && leads,
            ...unit,
          });
        }
    } else if (isLeaf(field)) {
      if (field.kind !== 'constant' && field.kind !== 'other')
        found.push({ path, names: at, field, labels, required, leads });
    } else if (field.kind === 'list') {
      if (path.split('/').length <= deepest) collect(field.item, `${path}/0`, at, labels, required, leads);
    } else if (field.kind === 'group')
      for (const [order, { name, field: inner, required: needed }] of field.members.entries()) {
        const label = labelAt(naming, `${at}/${name}`) ?? { az: name, ru: name, en: name };
        if (path.split('/').length <= deepest)
          collect(inner, `${path}/${name}`, `${at}/${name}`, [...labels, label], required && needed, order === 0);
      }
  }
}

export interface Column {
  readonly target?: Target;
  /** A unit that stands in the head: `Netto, kq`. */
  readonly unit?: string;
}

/** Each target once; the best fit first, of equal ones the outermost and first. */
export function matchColumns(heads: readonly string[], targets: readonly Target[], naming: Naming): readonly Column[] {
  const fits = heads.flatMap((head, column) =>
    targets.map((target, order) => ({ column, target, order, score: fitOf(head, target) })),
  );
  const columns: Column[] = heads.map(() => ({}));
  const taken = new Set<Target>();
  for (const { column, target } of fits
    .filter((fit) => fit.score > 0)
    .sort(
      (one, other) =>
        other.score - one.score || one.target.labels.length - other.target.labels.length || one.order - other.order,
    )) {
    if (columns[column]?.target !== undefined || taken.has(target)) continue;
    taken.add(target);
    const unit = unitIn(heads[column] ?? '', target, naming);
    columns[column] = { target, ...(unit !== undefined && { unit }) };
  }
  return columns;
}

/** 4: the very words of member and what holds it; 3: of the member; 2: they begin alike; 1: they end alike. */
function fitOf(head: string, { labels, path, leads }: Target): number {
  const wanted = bareHead(head);
  if (wanted === '') return 0;
  if (wanted === bareHead(path.replace(/\/0(?=\/|$)/g, '').replaceAll('/', ' '))) return 4;
  let best = 0;
  for (const language of languages) {
    const words = labels.map((label) => bareHead(label[language]));
    const last = words.at(-1) ?? '';
    if (last === '') continue;
    // `Code` within something is no word to go by: every code begins so.
    const whole = words.length === 1;
    if (words.length > 1 && wanted === words.slice(-2).join(' ')) best = Math.max(best, 4);
    else if (wanted === last) best = Math.max(best, 3);
    else if (wanted.length > 3 && (last.startsWith(wanted) || (whole && wanted.startsWith(`${last} `))))
      best = Math.max(best, 2);
    else if (words.length > 1 && leads && wanted === words.at(-2)) best = Math.max(best, 2);
    else if (whole && wanted.endsWith(` ${last}`)) best = Math.max(best, 1);
  }
  return best;
}

/** Without what stands in brackets or behind a comma, which is a unit or a remark. */
const bareHead = (head: string): string =>
  plainOf(head)
    .replace(/[([].*$/, '')
    .replace(/,.*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function unitIn(head: string, { unit }: Target, naming: Naming): string | undefined {
  if (unit === undefined) return undefined;
  const [, inBrackets, behind] = /[([]([^)\]]+)[)\]]\s*$|,\s*([^,]+)$/.exec(head) ?? [];
  const word = plainOf((inBrackets ?? behind ?? '').trim());
  return word === '' ? undefined : codeMeant(codesAt(naming, unit.names) ?? {}, word);
}

/** A code by itself, or by its word in any language. */
export function codeMeant(codes: Readonly<Record<string, Text>>, typed: string): string | undefined {
  const wanted = plainOf(typed.trim());
  for (const [code, text] of Object.entries(codes))
    if (plainOf(code) === wanted || languages.some((language) => plainOf(text[language]) === wanted)) return code;
  // `KGM – kq`, as lists show it.
  const [head = ''] = typed.split(/\s[–-]\s/);
  return head !== typed && Object.hasOwn(codes, head.trim()) ? head.trim() : undefined;
}
