/** Made-up manifests and criteria in a realistic mix, the same for the same seed. */
import type { JsonObject } from '../../../../kernel/canonical.ts';
import type { Manifest, Party } from '../../claims/manifest.ts';
import type { Criterion, LaneSettings } from '../settings.ts';

/** Numbers from 0 up to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const origins = ['AZ', 'RU', 'TR', 'IR', 'GE', 'KZ', 'UZ', 'CN', 'IN', 'EC'];
const chapters = ['07', '08', '09', '10', '15', '20', '22', '24', '27', '39', '44', '61', '72', '73', '84', '85', '87'];
const offices = ['10302010', '10302020', '10801010', '10801020', '01803010', '01807020'];
const letters = 'ABEKMHOPCTYX';

export class Made {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersFrom(seed);
  }

  below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  digits(count: number): string {
    let text = '';
    while (text.length < count) text += this.below(10);
    return text;
  }

  code(): string {
    return `${this.of(chapters)}${this.digits(this.of([4, 6, 8]))}`;
  }

  plate(): string {
    return `${this.of([...letters])}${this.digits(3)}${this.of([...letters])}${this.of([...letters])}${this.digits(2)}`;
  }

  party(country: string): Party {
    const number = this.below(5000);
    return {
      name: `Ширкəт ${number} MMC`,
      id: `${1_000_000_000 + number}`,
      country,
      ...(number % 5 === 0 && { operator: `${country}${String(number).padStart(4, '0')}1` }),
    };
  }

  manifest(): Manifest {
    const [dispatch, destination] = this.of([
      ['AZ', 'RU'],
      ['RU', 'AZ'],
    ]) as readonly [string, string];
    const mode = this.of(['3', '3', '3', '2'] as const);
    const means = Array.from({ length: 1 + this.below(3) }, () => ({
      kind: 'vehicle' as const,
      number: mode === '2' ? this.digits(8) : this.plate(),
    }));
    const lines = Array.from({ length: 1 + this.below(5) }, (_, at) => ({
      sequence: at + 1,
      hs: this.code(),
      description: 'goods',
      origin: this.of(origins),
      gross: { value: `${1 + this.below(20_000)}.5`, unit: 'KGM' },
      net: { value: `${1 + this.below(20_000)}`, unit: 'KGM' },
      value: { amount: `${1 + this.below(90_000)}.25`, currency: this.of(['USD', 'EUR', 'RUB', 'AZN']) },
    }));
    return {
      number: `${this.of(offices)}/221126/${this.digits(7)}`,
      mode,
      transport: { number: `CMR ${this.digits(9)}` },
      dispatch,
      destination,
      departureOffice: this.of(offices),
      entryOffice: this.of(offices),
      expected: '2026-11-22T12:00:00Z',
      consignor: this.party(dispatch),
      consignee: this.party(destination),
      carrier: this.party(dispatch),
      means,
      lines,
    };
  }

  facts(): JsonObject {
    const grades = ['authorised', 'low-risk', 'none', 'none', 'none'];
    return { consignor: this.of(grades), consignee: this.of(grades) };
  }

  /** Mostly narrow ones, as services write them: by traders, by vehicles, by goods of an origin. */
  criterion(name: string): Criterion {
    const lane = this.of(['red', 'red', 'yellow', 'yellow', 'blue', 'green'] as const);
    const several = <T>(most: number, one: () => T): T[] => Array.from({ length: 1 + this.below(most) }, one);
    const kind = this.below(10);
    if (kind < 3)
      return {
        name,
        lane,
        [this.of(['consignors', 'consignees', 'carriers'])]: several(5, () => `${1_000_000_000 + this.below(5000)}`),
      };
    if (kind < 5) return { name, lane, means: several(10, () => this.plate()) };
    if (kind < 8)
      return {
        name,
        lane,
        hs: several(4, () => this.code().slice(0, this.of([6, 6, 8, 10]))),
        origins: several(2, () => this.of(origins)),
        ...(this.below(2) === 0 && { minimumGross: 1000 * (1 + this.below(30)) }),
      };
    if (kind < 9)
      return {
        name,
        lane,
        offices: [this.of(offices)],
        hs: several(3, () => this.code().slice(0, 4)),
        grades: ['none'],
        everyMillionth: 50_000 * (1 + this.below(10)),
      };
    return {
      name,
      lane,
      modes: ['2'],
      hs: several(2, () => this.code().slice(0, 6)),
      minimumValue: { amount: 1000 * (1 + this.below(200)), currency: 'USD' },
    };
  }

  settings(criteria: number): LaneSettings {
    return {
      criteria: Array.from({ length: criteria }, (_, at) => this.criterion(`criterion ${at + 1}`)),
      random: { red: 10_000, yellow: 20_000, blue: 30_000 },
      expected: { red: 40_000, yellow: 60_000, blue: 100_000 },
    };
  }
}
