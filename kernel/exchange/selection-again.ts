/** The choices of one sender's records, made again in the order in which they were made. */
import { canonical, type JsonObject } from '../canonical.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Asked, Choice, Selection, Selector } from '../selection.ts';
import type { VerifiedRecord } from './open-record.ts';
import type { CarriedFirst, ToldChoice } from './selection-file.ts';
import type { LoggedEntry } from './selection-log.ts';
import { chooseAgain, chooseFirst, counted, noneChosen } from './selection-run.ts';

/** A record that was to be chosen from, with what the file tells. */
export interface ToChoose {
  readonly origin: string;
  readonly entry: LoggedEntry;
  readonly record: VerifiedRecord;
  readonly told: ToldChoice;
}

/** Records of one sender that are one, as they stand after the last of them. */
export type Group = CarriedFirst & { readonly since: number };

/** What records of one sender, in later periods too, are found by. */
export interface Groups {
  /** Keys of the selection, and ids of records. */
  readonly byName: ReadonlyMap<string, { group: Group }>;
  readonly count: number;
}

export const noGroups: Groups = { byName: new Map(), count: 0 };

export interface MadeAgain {
  readonly of: ToChoose;
  /** Hex. */
  readonly draw: string;
  readonly choice: Choice;
  /** It is one with a record chosen before. */
  readonly again: boolean;
  /** That one was chosen in an earlier period, whose file is not at hand. */
  readonly unproved: boolean;
  readonly refusal?: Refusal;
}

export interface Maker {
  readonly selection: Selection;
  readonly selector: Selector;
  /** Hex id of the record that commits. */
  readonly commitment: string;
  /** Those of earlier periods whose files are at hand. */
  readonly audited: ReadonlySet<string>;
  draw(recordId: string, root: Uint8Array): Uint8Array;
}

export function makeAgain(
  records: readonly ToChoose[],
  earlier: Groups,
  maker: Maker,
): { readonly made: readonly MadeAgain[]; readonly groups: Groups } {
  const byName = new Map(earlier.byName);
  let chosen = noneChosen;
  let count = earlier.count;
  const made = records.map((one): MadeAgain => {
    const { selection, selector, commitment } = maker;
    const names = namesOf(one, selection);
    const known = names.flatMap((name) => byName.get(name) ?? []).toSorted((a, b) => a.group.since - b.group.since)[0];
    const before = known?.group ?? carried(one.told, count);
    const refusal = firstFault(one.told, known?.group, maker);
    const unproved = !known && before !== undefined && !refusal;
    const place = known ?? { group: { ...(before ?? begin(one, chosen, maker)), since: count } };
    if (before) place.group = { ...place.group, ...chooseAgain(selection, selector, askedOf(one), before) };
    else chosen = counted(chosen, place.group.choice);
    count++;
    for (const name of [one.entry.id, ...names]) if (!byName.has(name)) byName.set(name, place);
    const { draw, choice } = place.group;
    const fault = refusal ?? choiceFault(one.told, choice);
    return { of: one, draw, choice, again: before !== undefined, unproved, ...(fault && { refusal: fault }) };

    function begin(first: ToChoose, so: typeof chosen, { draw: drawn }: Maker): CarriedFirst {
      const held = chooseFirst(selector, askedOf(first), drawn(first.entry.id, first.entry.root), so);
      return { commitment, record: first.entry.id, ...held };
    }
  });
  return { made, groups: { byName, count } };
}

const askedOf = ({ record: { payload }, told: { facts } }: ToChoose): Asked => ({
  issuer: payload.samur.issuer,
  claims: payload.claims,
  time: payload.time,
  facts,
});

/** What it may be one with: the record that it follows, and what has its key. */
function namesOf({ record: { payload } }: ToChoose, selection: Selection): readonly string[] {
  const { type, issuer, about } = payload.samur;
  const key = `key ${selection.key({ type, issuer, claims: payload.claims })}`;
  return about ? [about.id, key] : [key];
}

const carried = ({ first }: ToldChoice, since: number): Group | undefined => first && { ...first, since };

/** What is told of an earlier first is what its file shows, and told where there is one. */
function firstFault({ first }: ToldChoice, known: Group | undefined, maker: Maker): Refusal | undefined {
  const isOwn = known?.commitment === maker.commitment;
  if (!known) {
    const shown = first && (first.commitment === maker.commitment || maker.audited.has(first.commitment));
    return shown ? refuse('selection.first-differs') : undefined;
  }
  if (isOwn) return first ? refuse('selection.first-differs') : undefined;
  return first && text(first) === text(known) ? undefined : refuse('selection.first-differs');
}

const text = ({ commitment, record, draw, before, choice }: CarriedFirst): string =>
  canonical({ commitment, record, draw, before, choice } as unknown as JsonObject);

const wordsOf = ({ outcome, ground, criterion = '' }: Choice): string => `${outcome}/${ground}/${criterion}`;

function choiceFault(told: Choice, found: Choice): Refusal | undefined {
  return wordsOf(told) === wordsOf(found)
    ? undefined
    : refuse('selection.choice-differs', { told: shown(told), found: shown(found) });
}

/** Short and safe to show: names in a file may be anything. */
const shown = (choice: Choice): string => wordsOf(choice).replace(/\/$/, '').slice(0, 200);
