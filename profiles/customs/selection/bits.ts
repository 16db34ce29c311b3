/** Sets of criteria by their places, one bit each. */
export type Bits = Int32Array;

export function emptyBits(count: number): Bits {
  return new Int32Array(Math.ceil(count / 32));
}

function setBit(bits: Bits, place: number): void {
  const word = place >> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
}

/** The lowest place in the set that the test holds for; -1 when none. */
export function firstPlace(bits: Bits, holds: (place: number) => boolean): number {
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] as number;
    while (word !== 0) {
      const place = i * 32 + 31 - Math.clz32(word & -word);
      if (holds(place)) return place;
      word &= word - 1;
    }
  }
  return -1;
}

/** Those of the first set that are in one of the others. */
export function keepOnly(into: Bits, others: readonly Bits[]): void {
  const [one, ...more] = others as readonly [Bits, ...Bits[]];
  for (let i = 0; i < into.length; i++) {
    let word = one[i] as number;
    for (const other of more) word |= other[i] as number;
    into[i] = (into[i] as number) & word;
  }
}

/** One member of the criteria: which of them a value meets. A criterion that names no value is met by each. */
export class BitTable {
  readonly #free: Bits;
  readonly #onlyFree: readonly [Bits];
  /** Criteria that name the value, and those that name none. */
  readonly #byValue = new Map<string, Bits>();
  /** True when no criterion names a value, so that there is nothing to look up. */
  readonly isFree: boolean;

  constructor(named: readonly (readonly string[] | undefined)[]) {
    this.#free = emptyBits(named.length);
    this.#onlyFree = [this.#free];
    this.isFree = named.every((values) => values === undefined);
    for (const [place, values] of named.entries()) if (values === undefined) setBit(this.#free, place);
    for (const [place, values = []] of named.entries())
      for (const value of values) {
        const bits = this.#byValue.get(value) ?? this.#free.slice();
        this.#byValue.set(value, bits);
        setBit(bits, place);
      }
  }

  /** At least one set: together those that any of the values meets. */
  met(values: readonly (string | undefined)[]): readonly [Bits, ...Bits[]] {
    let sets: [Bits, ...Bits[]] | undefined;
    for (const value of values) {
      const bits = value === undefined ? undefined : this.#byValue.get(value);
      if (!bits) continue;
      if (sets) sets.push(bits);
      else sets = [bits];
    }
    return sets ?? this.#onlyFree;
  }
}
