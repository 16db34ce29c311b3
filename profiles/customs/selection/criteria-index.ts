/**
 * The criteria of the settings, turned around: for each value the set of criteria that it meets. A manifest is looked up
 * once under each of its values, whatever the number of criteria; the first criterion in their order holds.
 */
import { evenReference } from '../../../kernel/reference.ts';
import type { Line, Manifest, Party } from '../claims/manifest.ts';
import { grossAtLeast, valueAtLeast } from './amounts.ts';
import { type Bits, BitTable, emptyBits, firstPlace, keepOnly } from './bits.ts';
import type { Criterion, Grade } from './settings.ts';

const maxKnown = 10_000;
const known = new Map<string, string>();

const isEven = /^[0-9A-Z]+$/;

/** Most numbers need no change; names of traders come again, so what was made even is kept for a while. */
function even(value: string): string {
  if (isEven.test(value)) return value;
  const found = known.get(value);
  if (found !== undefined) return found;
  if (known.size >= maxKnown) known.clear();
  const made = evenReference(value);
  known.set(value, made);
  return made;
}
const evenAll = (values: readonly string[] | undefined) => values?.map(even);

const namesOf = ({ id, operator, name }: Party) => [id, operator, name].map((one) => one && even(one));

type Look = (manifest: Manifest, grade: Grade) => readonly (string | undefined)[];

export class CriteriaIndex {
  readonly #criteria: readonly Criterion[];
  readonly #codes: BitTable;
  readonly #origins: BitTable;
  readonly #tables: readonly (readonly [BitTable, Look])[];
  /** Lengths that codes of goods are named with. */
  readonly #lengths: readonly number[];
  /** Written anew in each look. */
  readonly #met: Bits;

  constructor(criteria: readonly Criterion[]) {
    const table = (named: (criterion: Criterion) => readonly string[] | undefined) => new BitTable(criteria.map(named));
    this.#criteria = criteria;
    this.#met = emptyBits(criteria.length);
    this.#codes = table(({ hs }) => hs);
    this.#origins = table(({ origins }) => origins);
    this.#lengths = [...new Set(criteria.flatMap(({ hs = [] }) => hs.map(({ length }) => length)))];
    const tables: readonly (readonly [BitTable, Look])[] = [
      [table(({ modes }) => modes), ({ mode }) => [mode]],
      [table(({ grades }) => grades), (_, grade) => [grade]],
      [table(({ offices }) => offices), ({ departureOffice, entryOffice }) => [departureOffice, entryOffice]],
      [table(({ means }) => evenAll(means)), ({ means }) => means.map(({ number }) => even(number))],
      [table(({ consignors }) => evenAll(consignors)), ({ consignor }) => namesOf(consignor)],
      [table(({ consignees }) => evenAll(consignees)), ({ consignee }) => namesOf(consignee)],
      [table(({ carriers }) => evenAll(carriers)), ({ carrier }) => namesOf(carrier)],
    ];
    this.#tables = tables.filter(([{ isFree }]) => !isFree);
  }

  /** The first criterion that the manifest meets and that takes it, by its place; undefined when none. */
  find(
    manifest: Manifest,
    grade: Grade,
    takes: (criterion: Criterion, place: number) => boolean,
  ): Criterion | undefined {
    const met = this.#met;
    this.#meetLines(manifest.lines);
    for (const [table, look] of this.#tables) keepOnly(met, table.met(look(manifest, grade)));
    const place = firstPlace(met, (at) => {
      const criterion = this.#criteria[at] as Criterion;
      return grossAtLeast(manifest, criterion) && valueAtLeast(manifest, criterion) && takes(criterion, at);
    });
    return this.#criteria[place];
  }

  /** Code and origin are those of one line. */
  #meetLines(lines: readonly Line[]): void {
    const met = this.#met.fill(0);
    for (const { hs, origin } of lines) {
      const byCode = this.#codes.met(this.#lengths.map((length) => hs.slice(0, length)));
      const [byOrigin] = this.#origins.met([origin]);
      for (let i = 0; i < met.length; i++) {
        let word = 0;
        for (const bits of byCode) word |= bits[i] as number;
        met[i] = (met[i] as number) | (word & (byOrigin[i] as number));
      }
    }
  }
}
