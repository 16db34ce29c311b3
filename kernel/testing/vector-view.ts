/** A view that stands in a file, for vectors and tests: rows as plain JSON, amounts as decimals of the ledger's unit. */
import type { Json } from '../canonical.ts';
import type { AccountView, Key, Offered, RegisterEntry, Subject, View } from '../profile.ts';
import { Refusal } from '../refusal.ts';
import { parseDecimal } from '../state/quantity.ts';

export interface VectorAccount {
  readonly ledger: string;
  readonly key: Key;
  readonly credited: string;
  readonly debited: string;
  /** What was settled as free and has left the account. */
  readonly settled?: string;
  readonly frozen?: boolean;
  readonly byMovement?: Readonly<Record<string, string>>;
}

export interface VectorRow {
  readonly name: string;
  readonly key: Key;
  readonly value: Json;
  /** Left out where nothing hangs on it. */
  readonly record?: string;
}

export interface VectorView {
  readonly registers?: readonly VectorRow[];
  readonly accounts?: readonly VectorAccount[];
  readonly records?: readonly VectorRecord[];
  /** What records tell of the accounts that they opened in a ledger, `profile/name`. */
  readonly offered?: readonly (Offered & { readonly ledger: string })[];
  /** By the id of a follow-up, those in its past. */
  readonly after?: Readonly<Record<string, readonly string[]>>;
}

/** A subject with its stated time as text; left out where nothing hangs on it. */
export type VectorRecord = Omit<Subject, 'time'> & { readonly time?: string };

/** Row names as the view is asked for them; parts of a key hold no line feed. */
const nameOf = (row: string, key: Key): string => [row, ...key].join('\n');

function amount(text: string, scale: number): bigint {
  const value = parseDecimal(text, scale);
  if (value instanceof Refusal) throw new Error(`${text} is no amount`);
  return value;
}

function accountOf(row: VectorAccount, scale: number): AccountView {
  const credited = amount(row.credited, scale);
  const debited = amount(row.debited, scale);
  const settled = amount(row.settled ?? '0', scale);
  return {
    available: credited - debited - settled,
    credited,
    debited,
    settled,
    frozen: row.frozen ?? false,
    byMovement: new Map(
      Object.entries(row.byMovement ?? {}).map(([movement, text]) => [movement, amount(text, scale)]),
    ),
  };
}

export const subjectOf = (record: VectorRecord): Subject => ({
  ...record,
  time: Date.parse(record.time ?? '1970-01-01'),
});

/** Parts one after another by code unit, a shorter key first. */
function compareKeys(a: Key, b: Key): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** `scale`: decimal places that the ledgers keep. */
export function vectorView(
  { registers = [], accounts = [], records = [], offered = [], after = {} }: VectorView = {},
  scale = 0,
): View {
  const values = new Map(registers.map(({ name, key, value }) => [nameOf(name, key), value]));
  const sums = new Map(accounts.map((row) => [nameOf(row.ledger, row.key), accountOf(row, scale)]));
  const subjects = new Map(records.map((record) => [record.id, subjectOf(record)]));
  return {
    register: (name, key) => values.get(nameOf(name, key)),
    list: (name, prefix): readonly RegisterEntry[] =>
      registers
        .filter((row) => row.name === name && prefix.every((part, index) => row.key[index] === part))
        .map(({ key, value, record = '' }) => ({ key, value, record }))
        .sort((a, b) => compareKeys(a.key, b.key)),
    account: (ledger, key) => sums.get(nameOf(ledger, key)),
    record: (id) => subjects.get(id),
    offered: (ledger, id) => offered.find((one) => one.ledger === ledger && one.id === id),
    comesAfter: (later, earlier) => after[later]?.includes(earlier) ?? false,
  };
}
