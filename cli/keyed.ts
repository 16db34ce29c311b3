/** Registers and ledgers as commands ask for them: by name, first parts of the key and words, page by page. */
import type { LedgerDeclaration, RegisterDeclaration } from '../kernel/profile.ts';
import type { Command, Context } from './command.ts';
import type { Connection } from './connection.ts';
import { exit, Failure } from './failure.ts';
import { Progress } from './progress.ts';
import type { KeyedPage } from './wire.ts';

export const pageOptions: Command['options'] = {
  limit: {
    type: 'string',
    about: { az: '1–1000, adətən 200', ru: '1–1000, обычно 200', en: '1 to 1000, usually 200' },
  },
  all: { type: 'boolean', about: { az: 'Hamısı', ru: 'Все', en: 'All of them' } },
};

export const wordOption: Command['options'] = {
  word: {
    type: 'string',
    multiple: true,
    about: {
      az: 'Açarın hər hansı hissəsində olan söz; təkrar yazmaq olar (KEY: açarın ilk hissələri, sütunların sırası ilə)',
      ru: 'Слово в любой части ключа; можно повторять (KEY: первые части ключа в порядке столбцов)',
      en: 'A word in any part of the key; may be repeated (KEY: its first parts, in the order of the columns)',
    },
  },
};

/** `profile/name`; the profile may be left out where the name is the only one. */
export function fullPath(
  context: Context,
  kind: 'registers' | 'ledgers' | 'questions',
  named: string,
): string | Failure {
  const names = context.catalogue.profiles.flatMap((profile) =>
    Object.keys(profile[kind] ?? {}).map((name) => `${profile.name}/${name}`),
  );
  const fitting = names.filter((name) => name === named || name.endsWith(`/${named}`));
  const [only, another] = fitting;
  if (only && !another) return only;
  return new Failure(exit.usage, [context.say('unknown-name', { name: named, names: names.join(', ') })]);
}

/** How many rows the user wants; undefined: all. */
export function wantedRows(context: Context, command: string): { readonly most?: number } | Failure {
  const count = context.option('limit') ?? '200';
  if (!/^([1-9]\d{0,2}|1000)$/.test(count))
    return new Failure(exit.usage, [context.say('bad-option', { name: '--limit', value: count, command })]);
  return context.flag('all') ? {} : { most: Number(count) };
}

/** Goes on over pages that hold few: a server looks through a bounded number of keys at once. */
export async function readKeyed<T>(
  context: Context,
  connection: Connection,
  path: string,
  query: readonly (readonly [string, string])[],
  most: number | undefined,
  atOnce = 1000,
): Promise<KeyedPage<T> | Failure> {
  const progress = new Progress(context);
  const items: T[] = [];
  let next: string | undefined;
  do {
    const parameters = new URLSearchParams(query.map(([name, value]) => [name, value]));
    parameters.set('limit', String(Math.min(atOnce, most === undefined ? atOnce : most - items.length)));
    if (next !== undefined) parameters.set('cursor', next);
    const page = await connection.json<KeyedPage<T>>(`${path}?${parameters}`);
    if (page instanceof Failure) {
      progress.end();
      return page;
    }
    items.push(...page.items);
    next = page.next;
    if (next !== undefined) progress.show(context.say('reading', { count: items.length }));
  } while (next !== undefined && (most === undefined || items.length < most));
  progress.end();
  return { items, ...(next !== undefined && { next }) };
}

/** Titles of the key parts, as many columns as the longest key has. */
export function partTitles(
  { language, say }: Context,
  declaration: RegisterDeclaration | LedgerDeclaration | undefined,
  keys: readonly (readonly string[])[],
): string[] {
  const columns = Math.max(declaration?.parts.length ?? 0, ...keys.map((key) => key.length));
  return Array.from({ length: columns }, (_, at) => declaration?.parts[at]?.[language] ?? say('key'));
}

/** The parts of a key, one for each column. */
export function partCells(key: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, at) => key[at] ?? '');
}
