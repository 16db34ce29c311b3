/** Adds up the records that a draft touches: how many, which, and of what amounts. */
import type { Finding } from '../../kernel/finding.ts';
import type { Profile, Subject } from '../../kernel/profile.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import { amountsAt } from '../../kernel/state/what-if.ts';
import type { RecordLine } from './service.ts';
import type { Affected } from './what-if-answer.ts';

/** Records shown, and amounts. */
const shownRecords = 200;
const shownAmounts = 1000;

interface Sum {
  readonly type: string;
  readonly by: string;
  readonly key: string;
  records: number;
  amount: bigint;
}

export class AffectedSum {
  readonly #profile: Profile;
  readonly #states = new Map<string, { readonly type: string; readonly state: string; count: number }>();
  readonly #sums = new Map<string, Sum>();
  readonly #items: (RecordLine & { readonly findings: readonly Finding[] })[] = [];
  #count = 0;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** Newest records first. */
  add(subject: Subject, findings: readonly Finding[], line: () => RecordLine): void {
    const { type, state } = subject;
    this.#count += 1;
    entry(this.#states, [type, state], () => ({ type, state, count: 0 })).count += 1;
    if (this.#items.length < shownRecords) this.#items.push({ ...line(), findings });
    const counted = new Set<Sum>();
    for (const { by, key, amount } of amountsAt(this.#profile.types[type]?.amounts?.(subject) ?? [], findings)) {
      const sum = entry(this.#sums, [type, by, key], () => ({ type, by, key, records: 0, amount: 0n }));
      sum.amount += amount;
      if (!counted.has(sum)) sum.records += 1;
      counted.add(sum);
    }
  }

  result(): Affected {
    const { unit = '', scale = 0 } = this.#profile.measure ?? {};
    const told = <T extends { readonly amount: bigint }>(sum: T) => ({
      ...sum,
      amount: formatDecimal(sum.amount, scale),
      unit,
    });
    const totals = new Map<string, { type: string; by: string; keys: number; amount: bigint }>();
    for (const { type, by, amount } of this.#sums.values()) {
      const total = entry(totals, [type, by], () => ({ type, by, keys: 0, amount: 0n }));
      total.keys += 1;
      total.amount += amount;
    }
    const largest = [...this.#sums.values()].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
    return {
      count: this.#count,
      byState: [...this.#states.values()].sort((a, b) => b.count - a.count),
      items: this.#items,
      totals: [...totals.values()].map(told),
      amounts: largest.slice(0, shownAmounts).map(told),
    };
  }
}

function entry<T>(map: Map<string, T>, parts: readonly string[], make: () => T): T {
  const name = JSON.stringify(parts);
  const known = map.get(name) ?? make();
  map.set(name, known);
  return known;
}
