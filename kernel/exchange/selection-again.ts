/** The choices of one sender's records, made again in the order in which they were made. */
import { Refusal, refuse } from '../refusal.ts';
import type { Asked, Choice, Chosen, Selection, Selector } from '../selection.ts';
import type { VerifiedRecord } from './open-record.ts';
import type { CarriedFirst, ToldChoice } from './selection-file.ts';
import type { LoggedEntry } from './selection-log.ts';
import { chooseAgain, chooseFirst, counted, type Held, noneChosen } from './selection-run.ts';

/** A record that was to be chosen from, with what the file tells. */
export interface ToChoose {
  readonly origin: string;
  readonly entry: LoggedEntry;
  readonly record: VerifiedRecord;
  readonly told: ToldChoice;
}

/** Records of one sender that are one, as they stand after the last of them. */
export type Group = CarriedFirst & {
  /** Of several the one that began earlier counts. */
  readonly since: number;
};

interface Place {
  group: Group;
}

/** What records of one sender, in later periods too, are found by. */
export interface Groups {
  /** Keys of the selection, and ids of records; several lead to one place. */
  readonly byName: ReadonlyMap<string, Place>;
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
  /** What had its key, where nothing is told to have ended it. */
  readonly keyed?: Place;
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
  /** Hex id of the record that `told.ended` shows to be ended. */
  ended(one: ToChoose): string | Refusal | undefined;
}

export function makeAgain(
  records: readonly ToChoose[],
  earlier: Groups,
  maker: Maker,
): { readonly made: readonly MadeAgain[]; readonly groups: Groups } {
  const byName = copied(earlier.byName);
  const told = new Set<Place>();
  let chosen = noneChosen;
  const made = records.map((one, at): MadeAgain => {
    const { selection, selector, commitment } = maker;
    const keyed = byName.get(keyName(one, selection));
    const end = endOf(one, keyed, byName, maker);
    const names = namesOf(one, selection);
    const followed = byName.get(one.record.payload.samur.about?.id ?? '');
    const known = [followed, end.isOver ? undefined : keyed]
      .flatMap((place) => place ?? [])
      .toSorted((a, b) => a.group.since - b.group.since)[0];
    const fault =
      end.refusal ??
      firstFault(one.told, known && !told.has(known) ? known.group : undefined, known !== undefined, maker);
    const held = known?.group ?? carried(one.told);
    const since = earlier.count + at;
    const place = known ?? { group: held ?? { ...begun(one, chosen, maker), commitment, since } };
    if (held) place.group = { ...place.group, ...chooseAgain(selection, selector, askedOf(one), held) };
    else chosen = counted(chosen, place.group.choice);
    told.add(place);
    const { record, draw, choice } = place.group;
    if (end.isOver) byName.set(keyName(one, selection), place);
    const joined = known || !held ? [] : [record, ...names];
    for (const name of [one.entry.id, keyName(one, selection), ...joined])
      if (!byName.has(name)) byName.set(name, place);
    const refusal = fault ?? choiceFault(one.told, choice);
    return {
      of: one,
      draw,
      choice,
      again: held !== undefined,
      unproved: !known && held !== undefined,
      ...(keyed && !end.isOver && { keyed }),
      ...(refusal && { refusal }),
    };
  });
  return { made, groups: { byName, count: earlier.count + records.length } };
}

/** What has its key is over where one of those that are one under it was ended. */
function endOf(
  one: ToChoose,
  keyed: Place | undefined,
  byName: Groups['byName'],
  maker: Maker,
): { readonly isOver: boolean; readonly refusal?: Refusal } {
  const ended = maker.ended(one);
  if (ended === undefined) return { isOver: false };
  if (ended instanceof Refusal) return { isOver: false, refusal: ended };
  // Those of an earlier period whose file is not at hand are not known here.
  const isOver = keyed === undefined || byName.get(ended) === keyed;
  return isOver ? { isOver } : { isOver, refusal: refuse('selection.not-ended') };
}

function begun(one: ToChoose, chosen: Chosen, { selector, draw }: Maker): Held & { readonly record: string } {
  const { id, root } = one.entry;
  return { record: id, ...chooseFirst(selector, askedOf(one), draw(id, root), chosen) };
}

/** Later records change where a group stands: earlier reports keep what they say. */
function copied(byName: Groups['byName']): Map<string, Place> {
  const copies = new Map([...new Set(byName.values())].map((place) => [place, { ...place }]));
  return new Map([...byName].map(([name, place]) => [name, copies.get(place) ?? place]));
}

const askedOf = ({ record: { payload }, told: { facts } }: ToChoose): Asked => ({
  issuer: payload.samur.issuer,
  claims: payload.claims,
  time: payload.time,
  facts,
});

const keyName = ({ record: { payload } }: ToChoose, selection: Selection): string =>
  `key ${selection.key({ type: payload.samur.type, issuer: payload.samur.issuer, claims: payload.claims })}`;

/** What it may be one with: the record that it follows, and what has its key. */
function namesOf(one: ToChoose, selection: Selection): readonly string[] {
  const { about } = one.record.payload.samur;
  const key = keyName(one, selection);
  return about ? [about.id, key] : [key];
}

const carried = ({ first }: ToldChoice): Group | undefined => first && { ...first, since: -1 };

/** The first of an earlier period is told once, as its own file shows it. */
function firstFault(
  { first }: ToldChoice,
  earlier: Group | undefined,
  isKnown: boolean,
  { commitment, audited }: Maker,
): Refusal | undefined {
  if (earlier) return first && text(first) === text(earlier) ? undefined : refuse('selection.first-differs');
  const isFalse = first && (isKnown || first.commitment === commitment || audited.has(first.commitment));
  return isFalse ? refuse('selection.first-differs') : undefined;
}

function text({ commitment, record, draw, before, choice }: CarriedFirst): string {
  const counts = Object.entries(before.byOutcome).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([commitment, record, draw, before.total, counts, wordsOf(choice)]);
}

const wordsOf = ({ outcome, ground, criterion = '' }: Choice): string => `${outcome}/${ground}/${criterion}`;

function choiceFault(told: Choice, found: Choice): Refusal | undefined {
  return wordsOf(told) === wordsOf(found)
    ? undefined
    : refuse('selection.choice-differs', { told: named(told), found: named(found) });
}

/** Short and safe to show: names in a file may be anything. */
const named = (choice: Choice): string => wordsOf(choice).replace(/\/$/, '').slice(0, 200);
