/** The records on which somebody has to act, in memory: in the order of their clocks, and ready to be filtered. */
import type { Catalogue } from '../../../kernel/catalogue.ts';
import { languages, type Severity } from '../../../kernel/finding.ts';
import type { TurnLine } from '../../institution/turns.ts';
import { foldText, searchWords } from './fold-text.ts';
import { SortedList } from './sorted-list.ts';

export const lanes = ['all', 'refuse', 'warn', 'inform', 'clear', 'overdue'] as const;
export type Lane = (typeof lanes)[number];

/** One record type, with what it is called in every language, folded. */
interface Kind {
  readonly profile: string;
  readonly type: string;
  readonly words: string;
}

export interface TurnEntry {
  readonly id: string;
  readonly seq: number;
  readonly kind: Kind;
  readonly state: string;
  readonly issuer: string;
  readonly direction: 'issued' | 'received';
  readonly severity: Severity | 'clear';
  /** Ms since 1970. */
  readonly time: number;
  /** Infinite while the clock has not started, or where the terms state no limit. */
  readonly until: number;
  readonly turn: readonly string[];
  readonly mine: boolean;
  /** Set while the clock has not started: the record whose cosignature starts it. */
  readonly led?: string;
  /** Number, title and issuer, folded. */
  readonly text: string;
}

export interface TurnFilter {
  readonly lane?: Lane;
  readonly text?: string;
  readonly profile?: string;
  readonly type?: string;
  readonly state?: string;
  readonly issuer?: string;
  readonly direction?: 'issued' | 'received';
}

export interface TurnPage {
  /** In the lane asked for. */
  readonly total: number;
  /** With all filters but the lane. */
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly entries: readonly TurnEntry[];
}

/** Least time left first; what does not run yet after what runs, by age. */
const byClock = (a: TurnEntry, b: TurnEntry): number =>
  a.until === b.until ? a.time - b.time || a.seq - b.seq : a.until - b.until;
const byAge = (a: TurnEntry, b: TurnEntry): number => a.seq - b.seq;

export class TurnIndex {
  readonly #self: string;
  readonly #catalogue: Catalogue;
  readonly #entries = new Map<string, TurnEntry>();
  readonly #kinds = new Map<string, Kind>();
  readonly #turns = new Map<string, readonly string[]>();
  /** Own turns alone. */
  readonly #byClock = new SortedList<TurnEntry>(byClock);
  readonly #byAge = new SortedList<TurnEntry>(byAge);
  /** By the record whose cosignature starts the clock. */
  readonly #unstarted = new Map<string, Set<string>>();

  constructor(self: string, catalogue: Catalogue) {
    this.#self = self;
    this.#catalogue = catalogue;
  }

  put(line: TurnLine): void {
    this.remove(line.id);
    const entry = this.#entryOf(line);
    this.#entries.set(entry.id, entry);
    if (entry.mine) {
      this.#byClock.add(entry);
      this.#byAge.add(entry);
    }
    if (entry.led !== undefined)
      this.#unstarted.set(entry.led, (this.#unstarted.get(entry.led) ?? new Set()).add(entry.id));
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    if (entry.mine) {
      this.#byClock.remove(entry);
      this.#byAge.remove(entry);
    }
    if (entry.led === undefined) return;
    const others = this.#unstarted.get(entry.led);
    others?.delete(id);
    if (others?.size === 0) this.#unstarted.delete(entry.led);
  }

  ids(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** Records whose clock starts with the cosignature of this one. */
  startedBy(led: string): readonly string[] {
    return [...(this.#unstarted.get(led) ?? [])];
  }

  /** Own turns; `newest` instead of by their clocks. */
  page(filter: TurnFilter, newest: boolean, offset: number, limit: number, now: number): TurnPage {
    const { items } = newest ? this.#byAge : this.#byClock;
    const fits = this.#test(filter);
    const lane = filter.lane ?? 'all';
    const counts = { all: 0, refuse: 0, warn: 0, inform: 0, clear: 0, overdue: 0 };
    const entries: TurnEntry[] = [];
    let total = 0;
    for (let i = 0; i < items.length; i++) {
      const entry = items[newest ? items.length - 1 - i : i] as TurnEntry;
      if (!fits(entry)) continue;
      const overdue = entry.until < now;
      counts.all += 1;
      counts[entry.severity] += 1;
      if (overdue) counts.overdue += 1;
      if (lane !== 'all' && lane !== entry.severity && !(lane === 'overdue' && overdue)) continue;
      if (total >= offset && entries.length < limit) entries.push(entry);
      total += 1;
    }
    return { total, lanes: counts, entries };
  }

  /** Of all institutions, by least `until`. */
  overdue(now: number): readonly TurnEntry[] {
    return [...this.#entries.values()].filter(({ until }) => until < now).sort(byClock);
  }

  #test({ text, profile, type, state, issuer, direction }: TurnFilter): (entry: TurnEntry) => boolean {
    const words = text === undefined ? [] : searchWords(text);
    const named = words.map((word) => new Set([...this.#kinds.values()].filter((kind) => kind.words.includes(word))));
    return (entry) =>
      (profile === undefined || entry.kind.profile === profile) &&
      (type === undefined || entry.kind.type === type) &&
      (state === undefined || entry.state === state) &&
      (issuer === undefined || entry.issuer === issuer) &&
      (direction === undefined || entry.direction === direction) &&
      words.every((word, at) => entry.text.includes(word) || named[at]?.has(entry.kind));
  }

  #entryOf(line: TurnLine): TurnEntry {
    const { id, seq, state, issuer, direction, time, clock, worst, number, title, led } = line;
    return {
      id,
      seq,
      kind: this.#kindOf(line.profile, line.type),
      state,
      issuer,
      direction,
      severity: worst ?? 'clear',
      time,
      until: clock.until ?? Number.POSITIVE_INFINITY,
      turn: this.#turnOf(clock.turn),
      mine: clock.turn.includes(this.#self),
      ...(clock.since === undefined && { led }),
      text: foldText(`${number}\n${title}\n${issuer}`),
    };
  }

  #kindOf(profile: string, type: string): Kind {
    const name = `${profile}/${type}`;
    const known = this.#kinds.get(name);
    if (known) return known;
    const title = this.#catalogue.type(profile, type)?.declaration.title;
    const words = foldText([type, ...languages.map((language) => title?.[language] ?? '')].join('\n'));
    const kind = { profile, type, words };
    this.#kinds.set(name, kind);
    return kind;
  }

  /** One list for all records on which the same institutions have to act. */
  #turnOf(turn: readonly string[]): readonly string[] {
    const name = turn.join(' ');
    const known = this.#turns.get(name) ?? turn;
    this.#turns.set(name, known);
    return known;
  }
}
