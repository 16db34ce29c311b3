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
  const unsure = new Set<string>();
  let chosen = noneChosen;
  const made = records.map((one, at): MadeAgain => {
    const { selection, selector, commitment } = maker;
    const key = keyName(one, selection);
    const end = endOf(one, byName.get(key), byName, maker);
    const names = {
      key,
      keyed: end.isOver ? undefined : byName.get(key),
      isKeyKnown: end.isOver || (byName.has(key) && !unsure.has(key)),
      isKeyUnsure: !end.isOver && unsure.has(key),
      about: one.record.payload.samur.about?.id,
      followed: byName.get(one.record.payload.samur.about?.id ?? ''),
      since: earlier.count,
    };
    const found = groupOf(one.told, names, byName, maker);
    const begins = !found.place && !found.carried;
    const group = found.carried ?? { ...begun(one, chosen, maker), commitment, since: earlier.count + at };
    const place = found.place ?? { group };
    if (begins) chosen = counted(chosen, place.group.choice);
    else place.group = { ...place.group, ...chooseAgain(selection, selector, askedOf(one), place.group) };
    const { record, draw, choice } = place.group;
    for (const name of [one.entry.id, record]) if (!byName.has(name)) byName.set(name, place);
    if (end.isOver || begins || isKeyOf(place, names, maker)) {
      unsure.delete(key);
      if (end.isOver || !byName.has(key)) byName.set(key, place);
    } else if (!byName.has(key)) unsure.add(key);
    const refusal = end.refusal ?? found.refusal ?? choiceFault(one.told, choice);
    return {
      of: one,
      draw,
      choice,
      again: !begins,
      unproved: found.carried !== undefined,
      ...(names.keyed && { keyed: names.keyed }),
      ...(refusal && { refusal }),
    };
  });
  return { made, groups: { byName, count: earlier.count + records.length } };
}

/** What a record may be one with: what has its key, and what it follows. */
interface Names {
  readonly key: string;
  readonly keyed: Place | undefined;
  /** No group of a period that is not at hand can have the key. */
  readonly isKeyKnown: boolean;
  /** A group of such a period has it, and the file has not yet told which. */
  readonly isKeyUnsure: boolean;
  readonly about: string | undefined;
  readonly followed: Place | undefined;
  /** Groups of this file began then or later. */
  readonly since: number;
}

interface Found {
  readonly place?: Place;
  /** Told here for the first time: of a period whose file is not at hand. */
  readonly carried?: Group;
  readonly refusal?: Refusal;
}

/**
 * What is held from an earlier period is told with each record that is one with it, and must be what was found then. Where that
 * period's file is not at hand, what it is one with is told alone, unless both of its names lead elsewhere.
 */
function groupOf({ first }: ToldChoice, names: Names, byName: Groups['byName'], maker: Maker): Found {
  const { keyed, followed, about } = names;
  const known = [followed, keyed].flatMap((place) => place ?? []).toSorted((a, b) => a.group.since - b.group.since);
  const [expected] = known;
  const differs = { ...(expected && { place: expected }), refusal: refuse('selection.first-differs') };
  if (!first) {
    const isCarried = expected ? expected.group.since < names.since : names.isKeyUnsure;
    return isCarried ? differs : { ...(expected && { place: expected }) };
  }
  if (first.commitment === maker.commitment) return differs;
  if (!isUnaudited(first.commitment, maker)) {
    const place = known.find(({ group }) => text(group) === text(first));
    const isRight = place && (place === expected || isUnaudited(expected?.group.commitment ?? '', maker));
    return isRight ? { place } : differs;
  }
  const place = byName.get(first.record);
  const isAboutKnown = about === undefined || followed !== undefined;
  if (isAboutKnown && names.isKeyKnown && !(place && known.includes(place))) return differs;
  if (!place) return { carried: { ...first, since: -1 } };
  return text(place.group) === text(first) ? { place } : { place, refusal: refuse('selection.first-differs') };
}

/** Whether the key leads to where the record belongs; of what it follows nobody knows which of the two names led there. */
function isKeyOf(place: Place, { about, followed }: Names, maker: Maker): boolean {
  const isOwn = !isUnaudited(place.group.commitment, maker);
  return isOwn || about === undefined || (followed !== undefined && followed !== place);
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
  const found = byName.get(ended);
  // Of periods whose files are not at hand neither all that are one are known here, nor what every key leads to.
  const isUnknown = [found, keyed].every((place) => !place || isUnaudited(place.group.commitment, maker));
  const isOver = found && keyed ? found === keyed : isUnknown;
  return isOver ? { isOver } : { isOver, refusal: refuse('selection.not-ended') };
}

/** Its file is not at hand. */
const isUnaudited = (of: string, { commitment, audited }: Maker): boolean => of !== commitment && !audited.has(of);

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
