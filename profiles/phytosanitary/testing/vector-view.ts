/** A view that stands in a file, for vectors and tests: rows as plain JSON, amounts as decimals of kilograms. */
import type { Json } from '../../../kernel/canonical.ts';
import type { AccountView, Key, RegisterEntry, Subject, View } from '../../../kernel/profile.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { parseDecimal } from '../../../kernel/state/quantity.ts';
import { massScale } from '../mass.ts';

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

export interface VectorView {
  readonly registers?: readonly { readonly name: string; readonly key: Key; readonly value: Json }[];
  readonly accounts?: readonly VectorAccount[];
  readonly records?: readonly VectorRecord[];
}

/** A subject with its stated time as text; left out where nothing hangs on it. */
export type VectorRecord = Omit<Subject, 'time'> & { readonly time?: string };

/** Row names as the view is asked for them; parts of a key hold no line feed. */
const nameOf = (row: string, key: Key): string => [row, ...key].join('\n');

function amount(text: string): bigint {
  const value = parseDecimal(text, massScale);
  if (value instanceof Refusal) throw new Error(`${text} is no amount`);
  return value;
}

function accountOf(row: VectorAccount): AccountView {
  const credited = amount(row.credited);
  const debited = amount(row.debited);
  const settled = amount(row.settled ?? '0');
  return {
    available: credited - debited - settled,
    credited,
    debited,
    settled,
    frozen: row.frozen ?? false,
    byMovement: new Map(Object.entries(row.byMovement ?? {}).map(([movement, text]) => [movement, amount(text)])),
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

export function vectorView({ registers = [], accounts = [], records = [] }: VectorView = {}): View {
  const values = new Map(registers.map(({ name, key, value }) => [nameOf(name, key), value]));
  const sums = new Map(accounts.map((row) => [nameOf(row.ledger, row.key), accountOf(row)]));
  const subjects = new Map(records.map((record) => [record.id, subjectOf(record)]));
  return {
    register: (name, key) => values.get(nameOf(name, key)),
    list: (name, prefix): readonly RegisterEntry[] =>
      registers
        .filter((row) => row.name === name && prefix.every((part, index) => row.key[index] === part))
        .map(({ key, value }) => ({ key, value }))
        .sort((a, b) => compareKeys(a.key, b.key)),
    account: (ledger, key) => sums.get(nameOf(ledger, key)),
    record: (id) => subjects.get(id),
    offered: () => undefined,
  };
}
