/** What figures say: sums of what was counted, by row and week, and the records that stand behind each. */
import { setImmediate } from 'node:timers/promises';
import type { Figure } from '../../../kernel/figure.ts';
import type { Text } from '../../../kernel/finding.ts';
import { currentInstitution } from '../../../kernel/trust/lookup.ts';
import type { TrustList } from '../../../kernel/trust/trust-list.ts';
import type { Page, RecordLine } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { FigureMarks, type NamedFigure } from './figure-marks.ts';
import { overdueFigure } from './overdue.ts';
import { rowNames } from './row-names.ts';
import { daysOf, weekOf } from './week.ts';

export interface FigureHead {
  readonly profile: string;
  readonly name: string;
  readonly title: Text;
  /** Heading of the rows. */
  readonly of: Text;
  readonly measure: Figure['measure'];
  /** False for what is told as it stands now: it knows no days. */
  readonly dated: boolean;
  /** Rows are codes; their titles are the names that a register tells, or the codes where it tells none. */
  readonly coded?: true;
}

export interface FigureRow {
  readonly row: string;
  readonly title: Text;
  readonly week?: string;
  readonly side: 'issued' | 'received';
  readonly count: number;
  /** Of what is counted; of a share, how many of `count` it holds. */
  readonly sum?: number;
  /** Of durations, ms: half and nine tenths took no longer. */
  readonly median?: number;
  readonly p90?: number;
}

export type By = 'row' | 'week' | 'week-row';

/** Days as `2026-11-22`, both in it. */
export interface FigureQuery {
  readonly from?: string;
  readonly to?: string;
  readonly by: By;
}

export interface FigureAnswer extends FigureHead {
  /** False while records that are held have not been counted yet. */
  readonly complete: boolean;
  readonly rows: readonly FigureRow[];
}

export interface MarkedQuery {
  readonly row?: string;
  readonly week?: string;
  readonly from?: string;
  readonly to?: string;
  readonly side?: 'issued' | 'received';
  readonly cursor?: string;
  readonly limit: number;
}

type Ground = Pick<DeskGround, 'service' | 'index' | 'catalogue' | 'logger'>;
type Side = FigureRow['side'];

interface Sums {
  readonly row: string;
  readonly week?: string;
  readonly side: Side;
  count: number;
  sum: number;
  readonly values: number[];
}

/** How long who asks waits for what is not counted yet, ms; marks read at once. */
const patience = 300;
const piece = 5000;
const overdueName = 'exchange/overdue';
const everyone: Text = { az: 'Cəmi', ru: 'Всего', en: 'All' };
const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

export class Figures {
  readonly #ground: Ground;
  readonly #inbox: Inbox;
  readonly #figures: ReadonlyMap<string, NamedFigure>;
  readonly #marks: FigureMarks;

  constructor(ground: Ground, inbox: Inbox) {
    this.#ground = ground;
    this.#inbox = inbox;
    const all = ground.catalogue.profiles.flatMap((profile) =>
      Object.entries(profile.figures ?? {}).map(([name, figure]) => ({
        name: `${profile.name}/${name}`,
        profile: profile.name,
        figure,
      })),
    );
    this.#figures = new Map(all.map((one) => [one.name, one]));
    this.#marks = new FigureMarks(ground, all);
  }

  start(): Promise<void> {
    return this.#marks.start();
  }

  stop(): Promise<void> {
    return this.#marks.stop();
  }

  list(): readonly FigureHead[] {
    return [...[...this.#figures.values()].map(headOf), overdueFigure];
  }

  /** `name` is `profile/figure`; undefined when there is none. */
  async read(name: string, query: FigureQuery): Promise<FigureAnswer | undefined> {
    if (name === overdueName) return { ...overdueFigure, complete: true, rows: await this.#overdueRows() };
    const named = this.#figures.get(name);
    if (!named) return undefined;
    const complete = await this.#caughtUp();
    const sums =
      named.figure.measure === 'duration' ? await this.#lasted(name, query) : await this.#counted(name, query);
    const trust = this.#ground.service.trust();
    const names = query.by === 'week' ? new Map<string, Text>() : await rowNames(this.#ground.service, named);
    const rows = [...sums.values()].map((one) => rowOf(named.figure, one, names, trust)).sort(inOrder);
    return { ...headOf(named), complete, rows };
  }

  /** Newest first, each once. */
  async records(name: string, query: MarkedQuery): Promise<Page<RecordLine> | undefined> {
    const seqs = name === overdueName ? await this.#overdueSeqs(query) : await this.#markedSeqs(name, query);
    if (!seqs) return undefined;
    const items = await this.#ground.service.lines(seqs.slice(0, query.limit));
    const last = items.at(-1);
    return { items, ...(seqs.length > query.limit && last && { next: String(last.seq) }) };
  }

  async #caughtUp(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    // A round under way may have looked before the last record came.
    const caughtUp = this.#marks.takeUp().then(() => this.#marks.takeUp());
    const done = await Promise.race([caughtUp.then(() => true), late]);
    clearTimeout(timer);
    return done;
  }

  async #counted(name: string, { from = firstDay, to = lastDay, by }: FigureQuery): Promise<Map<string, Sums>> {
    const rows = await this.#ground.index.db
      .selectFrom('figure_sum')
      .select(['day', 'row', 'side', 'count', 'sum'])
      .where('figure', '=', name)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .execute();
    const sums = new Map<string, Sums>();
    for (const { day, row, side, count, sum } of rows) {
      const one = sumsAt(sums, by, row, side, day);
      one.count += count;
      one.sum += sum;
    }
    return sums;
  }

  async #lasted(name: string, { from = firstDay, to = lastDay, by }: FigureQuery): Promise<Map<string, Sums>> {
    const sums = new Map<string, Sums>();
    for (let day = from, seq = -1, n = -1; ; ) {
      const rows = await this.#ground.index.db
        .selectFrom('figure_mark')
        .select(['day', 'seq', 'n', 'row', 'side', 'value'])
        .where('figure', '=', name)
        .where((eb) => eb(eb.refTuple('day', 'seq', 'n'), '>', eb.tuple(day, seq, n)))
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('seq')
        .orderBy('n')
        .limit(piece)
        .execute();
      for (const one of rows) {
        const at = sumsAt(sums, by, one.row, one.side, one.day);
        at.count += 1;
        at.values.push(one.value);
      }
      const last = rows.at(-1);
      if (!last || rows.length < piece) return sums;
      ({ day, seq, n } = last);
      await setImmediate();
    }
  }

  async #markedSeqs(name: string, query: MarkedQuery): Promise<readonly number[] | undefined> {
    if (!this.#figures.has(name)) return undefined;
    const week = query.week === undefined ? undefined : daysOf(query.week);
    if (query.week !== undefined && !week) return [];
    let select = this.#ground.index.db
      .selectFrom('figure_mark')
      .select('seq')
      .distinct()
      .where('figure', '=', name)
      .orderBy('seq', 'desc')
      .limit(query.limit + 1);
    if (query.row !== undefined) select = select.where('row', '=', query.row);
    if (query.side) select = select.where('side', '=', query.side);
    if (query.from) select = select.where('day', '>=', query.from);
    if (query.to) select = select.where('day', '<=', query.to);
    if (week) select = select.where('day', '>=', week.from).where('day', '<=', week.to);
    if (query.cursor) select = select.where('seq', '<', Number(query.cursor));
    const rows = await select.execute();
    return rows.map(({ seq }) => seq);
  }

  async #overdueRows(): Promise<readonly FigureRow[]> {
    const sums = new Map<string, Sums>();
    for (const { turn, direction } of await this.#inbox.overdue())
      for (const institution of turn) sumsAt(sums, 'row', institution, direction, firstDay).count += 1;
    const trust = this.#ground.service.trust();
    return [...sums.values()]
      .map(({ row, side, count }) => {
        const title = currentInstitution(trust, row)?.names ?? { az: row, ru: row, en: row };
        return { row, title, side, count, sum: count };
      })
      .sort(inOrder);
  }

  async #overdueSeqs({ row, side, cursor, limit }: MarkedQuery): Promise<readonly number[]> {
    const before = cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor);
    return (await this.#inbox.overdue())
      .filter((one) => (row === undefined || one.turn.includes(row)) && (!side || one.direction === side))
      .map(({ seq }) => seq)
      .filter((seq) => seq < before)
      .sort((a, b) => b - a)
      .slice(0, limit + 1);
  }
}

function headOf({ name, profile, figure: { title, of, measure, names } }: NamedFigure): FigureHead {
  const head = { profile, name: name.slice(profile.length + 1), title, of, measure, dated: true };
  return names ? { ...head, coded: true } : head;
}

/** By weeks alone all rows are one, named by an empty text. */
function sumsAt(sums: Map<string, Sums>, by: By, row: string, side: Side, day: string): Sums {
  const week = by === 'row' ? undefined : weekOf(day);
  const of = by === 'week' ? '' : row;
  const name = JSON.stringify([week ?? '', of, side]);
  const known = sums.get(name);
  if (known) return known;
  const one: Sums = { row: of, side, count: 0, sum: 0, values: [], ...(week !== undefined && { week }) };
  sums.set(name, one);
  return one;
}

function rowOf(
  { rows = {}, measure }: Figure,
  { row, week, side, count, sum, values }: Sums,
  names: ReadonlyMap<string, Text>,
  trust: TrustList,
): FigureRow {
  const known = Object.hasOwn(rows, row) ? rows[row] : (names.get(row) ?? currentInstitution(trust, row)?.names);
  const title = row === '' ? everyone : known;
  const head = { row, title: title ?? { az: row, ru: row, en: row }, ...(week !== undefined && { week }), side, count };
  if (measure !== 'duration') return { ...head, sum };
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { ...head, median: at(0.5), p90: at(0.9) };
}

/** By week, then the most first. */
function inOrder(a: FigureRow, b: FigureRow): number {
  const [one, other] = [a.week ?? '', b.week ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return b.count - a.count || (a.row < b.row ? -1 : a.row > b.row ? 1 : a.side < b.side ? -1 : 1);
}
