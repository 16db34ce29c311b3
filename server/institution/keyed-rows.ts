/** Register rows and accounts by the first parts of their keys and by words in any part, page by page. */
import { base64url, fromBase64url, fromUtf8, utf8 } from '../../kernel/bytes.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { type Rows, rangeKey } from '../../kernel/state/rows.ts';
import { decodeRow, evened } from '../store/fold-rows.ts';
import type { Core } from './core.ts';
import type { KeyQuery } from './service.ts';

/** Keys that one question for words looks through, and how many at once. */
const wordBound = 20_000;
const wordStep = 2000;

export interface KeyedRow<T extends 'register' | 'account'> {
  readonly key: readonly string[];
  readonly row: Rows[T];
}

/** Ascending by key. `next` goes on after the last key that was looked at. */
export async function keyedRows<T extends 'register' | 'account'>(
  core: Pick<Core, 'store'>,
  table: T,
  name: string,
  query: KeyQuery,
): Promise<{ readonly rows: readonly KeyedRow<T>[]; readonly next?: string } | Refusal> {
  const after = query.cursor === undefined ? '' : keyIn(query.cursor);
  if (after instanceof Refusal) return after;
  const range = { table, from: rangeKey(name, query.prefix), after };
  const { keys, more } = query.words?.length
    ? await withWords(core, range, query.words, query.limit)
    : await firstOf(core, range, query.limit);
  const found = await core.store.db
    .selectFrom('fold_row')
    .select(['key', 'row'])
    .where('tbl', '=', table)
    .where('key', 'in', evened(keys))
    .orderBy('key')
    .execute();
  const rows = found.map(({ key, row }) => ({ key: partsOf(key), row: decodeRow(table, row) }));
  return { rows, ...(more !== undefined && { next: base64url(utf8(more)) }) };
}

interface Range {
  readonly table: string;
  /** What every key begins with. */
  readonly from: string;
  readonly after: string;
}

/** Stored keys; `more` is the last one looked at when there may be others. */
interface Keys {
  readonly keys: readonly string[];
  readonly more?: string;
}

async function firstOf(core: Pick<Core, 'store'>, range: Range, limit: number): Promise<Keys> {
  const keys = await keysAfter(core, range, limit + 1);
  const shown = keys.slice(0, limit);
  const last = shown.at(-1);
  return { keys: shown, ...(keys.length > limit && last !== undefined && { more: last }) };
}

async function withWords(
  core: Pick<Core, 'store'>,
  range: Range,
  words: readonly string[],
  limit: number,
): Promise<Keys> {
  const wanted = words.map((word) => word.toLowerCase());
  const keys: string[] = [];
  let { after } = range;
  for (let looked = 0; looked < wordBound; looked += wordStep) {
    const some = await keysAfter(core, { ...range, after }, wordStep);
    for (const key of some) {
      after = key;
      const parts = partsOf(key).map((part) => part.toLowerCase());
      if (wanted.every((word) => parts.some((part) => part.includes(word)))) keys.push(key);
      if (keys.length === limit) return { keys, more: after };
    }
    if (some.length < wordStep) return { keys };
  }
  return { keys, more: after };
}

async function keysAfter(core: Pick<Core, 'store'>, { table, from, after }: Range, limit: number): Promise<string[]> {
  const rows = await core.store.db
    .selectFrom('fold_row')
    .select('key')
    .where('tbl', '=', table)
    .where('key', '>=', from)
    .where('key', '<', `${from}\u{10ffff}`)
    .where('key', '>', after)
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(({ key }) => key);
}

/** The parts of a key without the name of its register or ledger. */
function partsOf(key: string): string[] {
  return (JSON.parse(key) as string[]).slice(1);
}

function keyIn(cursor: string): string | Refusal {
  const bytes = fromBase64url(cursor);
  const key = bytes instanceof Refusal ? bytes : fromUtf8(bytes);
  return key instanceof Refusal ? refuse('input.bad-value', { name: 'cursor' }, '/query/cursor') : key;
}
