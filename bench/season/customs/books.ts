/** What the four institutions' books say of the goods that customs wrote off, against each other and the plan. */
import { parseDecimal } from '../../../kernel/state/quantity.ts';
import { type Books, differences, type Row } from '../books.ts';
import { exporter, importer, receivingCustoms, sendingCustoms } from '../figures.ts';
import type { CustomsYear } from './plan.ts';
import { finalPosition } from './write-offs.ts';

/** Of all lines that customs know, 10^-6 kg. */
export interface WrittenOff {
  readonly lines: number;
  readonly certified: bigint;
  readonly consumed: bigint;
  readonly reserved: bigint;
  /** What nobody has taken, with what the plant protection service found to be free. */
  readonly free: bigint;
  /** Declarations whose reservation crossed with the certificate's withdrawal or replacement. */
  readonly crossed: number;
  /** Lines of which more is taken than was certified. */
  readonly overdrawn: number;
}

const lines = 'certificate-line ';

/** Of the lines whose keys `known` has. */
export function writtenOff({ rows }: Books, known: Books): WrittenOff {
  const sums = { lines: 0, certified: 0n, consumed: 0n, reserved: 0n, free: 0n, crossed: 0, overdrawn: 0 };
  for (const [name, text] of rows) {
    if (/^write-off .*\/9\d{6}"\]$/.test(name)) sums.crossed += 1;
    if (!name.startsWith(lines) || !known.rows.has(name)) continue;
    const { byMovement, available } = JSON.parse(text) as Row;
    const amount = (value = '0') =>
      BigInt(parseDecimal(value.replace('-', ''), 6) as bigint) * (value.startsWith('-') ? -1n : 1n);
    sums.lines += 1;
    sums.certified += amount(byMovement['issued']);
    sums.consumed += amount(byMovement['consumed']);
    sums.reserved += amount(byMovement['reserved']);
    sums.free += amount(available) + amount(byMovement['settled']);
    if (amount(available) < 0n) sums.overdrawn += 1;
  }
  return sums;
}

export function plannedWriteOff({ courses }: CustomsYear): Pick<WrittenOff, 'certified' | 'consumed' | 'reserved'> {
  let [certified, consumed, reserved] = [0, 0, 0];
  for (const { lot, writeOffs } of courses.values()) {
    const last = finalPosition(writeOffs);
    certified += lot.kilograms * (lot.earlier ? 2 : 1);
    consumed += last.consumed;
    reserved += last.reserved;
  }
  const mass = (kilograms: number) => BigInt(kilograms) * 1_000_000n;
  return { certified: mass(certified), consumed: mass(consumed), reserved: mass(reserved) };
}

/** Two that hold the same rows. With `of`, those whose names fit, as far as the second has them. */
interface Pair {
  readonly first: string;
  readonly second: string;
  readonly of?: RegExp;
}

const pairs: readonly Pair[] = [
  { first: exporter, second: importer },
  {
    first: sendingCustoms,
    second: receivingCustoms,
    of: /^(manifest-number|manifest-arrival|control-result|operator|project-goods|customs-office|weight-tolerance) /,
  },
  // Seasons and weeks are whole where every certificate goes; customs know some of them.
  {
    first: exporter,
    second: receivingCustoms,
    of: /^(certificate-line|write-off|manifest-number|manifest-arrival|control-result) /,
  },
];

type Texts = ReadonlyMap<string, string>;
const chosen = (texts: Texts, isChosen: (key: string) => boolean) =>
  new Map([...texts].filter(([key]) => isChosen(key)));

/** Rows, and states of records that both hold, that differ between two institutions. */
export function differing(books: ReadonlyMap<string, Books>): {
  readonly compared: number;
  readonly differing: string[];
} {
  const found: string[] = [];
  let compared = 0;
  for (const { first, second, of } of pairs) {
    const [a, b] = [books.get(first), books.get(second)];
    if (!a || !b) continue;
    const isRow = of && ((key: string) => of.test(key) && b.rows.has(key));
    const rows: [Texts, Texts] = isRow ? [chosen(a.rows, isRow), chosen(b.rows, isRow)] : [a.rows, b.rows];
    const isBoth = (key: string) => !of || (a.states.has(key) && b.states.has(key));
    const states: [Texts, Texts] = [chosen(a.states, isBoth), chosen(b.states, isBoth)];
    compared += rows[1].size + states[1].size;
    for (const key of [...differences(...rows), ...differences(...states)]) found.push(`${first}, ${second}: ${key}`);
  }
  return { compared, differing: found };
}
