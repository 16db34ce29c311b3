/** What a draft of settings would have chosen among the last records, beside what holds now. Nothing is kept. */
import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { drawing, secretLength } from '../../../kernel/exchange/selection-draw.ts';
import { chooseAgain, chooseFirst, counted, type Held, noneChosen } from '../../../kernel/exchange/selection-run.ts';
import type { Chosen, Selector } from '../../../kernel/selection.ts';
import type { DeskGround } from '../desk.ts';
import { factsOf, type Ready } from './choosing.ts';
import { endingOf } from './endings.ts';
import type { NamedSelection } from './named-selections.ts';
import type { Settings } from './settings.ts';
import type { Sums } from './sums.ts';

export interface Preview {
  /** Records that were looked at. */
  readonly records: number;
  readonly draft: Sums;
  /** Under the settings that hold, with the same draws; absent while there are none. */
  readonly now?: Sums;
}

type Ground = Pick<DeskGround, 'service' | 'records' | 'crypto' | 'random' | 'logger'>;

/** Records chosen before others get their turn. */
const piece = 256;

export async function preview(
  ground: Ground,
  named: NamedSelection,
  settings: Settings,
  draft: JsonObject,
  newest: number,
): Promise<Preview> {
  const ready = (await newestOf(ground, named, newest)).reverse();
  const draw = drawing(ground.random(secretLength), ground.crypto);
  const tried = new Trial(named, named.selection.selector(draft), draw);
  const holding = settings.latest === 0 ? undefined : new Trial(named, await settings.selector(settings.latest), draw);
  const members = new Map<string, readonly string[]>();
  for (let from = 0; from < ready.length; from += piece) {
    const records = ready.slice(from, from + piece);
    const facts = await factsOf(ground, named, records);
    for (const record of records) {
      const known = facts.get(record.seq) ?? {};
      const key = JSON.stringify([record.statement.issuer, named.selection.key(record.statement)]);
      const before = members.get(key) ?? [];
      const begins = before.length === 0 || (await endingOf(ground, named, before, record)) !== undefined;
      members.set(key, [...(begins ? [] : before), record.id]);
      tried.take(record, known, key, begins);
      holding?.take(record, known, key, begins);
    }
    await setImmediate();
  }
  return { records: ready.length, draft: tried.sums, ...(holding && { now: holding.sums }) };
}

/** Newest first. */
async function newestOf({ service }: Ground, { of }: NamedSelection, most: number): Promise<Ready[]> {
  const found: Ready[] = [];
  for (let before: number | undefined; found.length < most; ) {
    const step = Math.min(piece, most - found.length);
    const { items, last } = await service.received({ of, newest: step, ...(before !== undefined && { before }) });
    found.push(...(items.filter(({ effective, statement, place }) => effective && statement && place) as Ready[]));
    if (last === undefined) break;
    before = last;
    await setImmediate();
  }
  return found;
}

class Trial {
  readonly #named: NamedSelection;
  readonly #selector: Selector;
  readonly #draw: ReturnType<typeof drawing>;
  readonly #held = new Map<string, Held>();
  readonly #chosen = new Map<string, Chosen>();
  readonly sums: Record<string, Record<string, number>> = {};

  constructor(named: NamedSelection, selector: Selector, draw: ReturnType<typeof drawing>) {
    this.#named = named;
    this.#selector = selector;
    this.#draw = draw;
  }

  /** `begins`: it is one with nothing before that has its key. */
  take({ id, statement, place }: Ready, facts: JsonObject, key: string, begins: boolean): void {
    const { selection } = this.#named;
    const { issuer, claims, time } = statement;
    const asked = { issuer, claims, time, facts };
    const before = begins ? undefined : this.#held.get(key);
    const chosen = this.#chosen.get(issuer) ?? noneChosen;
    const now = before
      ? chooseAgain(selection, this.#selector, asked, before)
      : chooseFirst(this.#selector, asked, this.#draw(id, place.root), chosen);
    this.#held.set(key, now);
    if (!before) this.#chosen.set(issuer, counted(chosen, now.choice));
    const { outcome, ground } = now.choice;
    const of = this.sums[outcome] ?? {};
    this.sums[outcome] = { ...of, [ground]: (of[ground] ?? 0) + 1 };
  }
}
