/**
 * Makes the choices of a period again from what the institution handed to its auditor, with a pinned anchor and nothing else.
 * What it cannot tell stands in docs/limits.md.
 */
import type { Catalogue } from '../catalogue.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { SchemaCompiler } from '../schema.ts';
import type { Choice, Commitment, Selection } from '../selection.ts';
import { holdsFunction } from '../trust/institution.ts';
import { currentInstitutions } from '../trust/lookup.ts';
import type { Pin } from '../trust/pin.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { type JudgedRecord, judgeBare, type RecordJudge } from './evidence-record.ts';
import { newestTrust } from './evidence-trust.ts';
import { originOf, parseOrigin } from './names.ts';
import type { VerifiedRecord } from './open-record.ts';
import { type Groups, type MadeAgain, makeAgain, noGroups, type ToChoose } from './selection-again.ts';
import { beginsFor, type Committed, openCommitment, revealFault } from './selection-commitment.ts';
import { type Decision, decidedOf, decisionsIn, missingDecisions } from './selection-decided.ts';
import { drawing } from './selection-draw.ts';
import { endedBy, endsIn, missingEnds } from './selection-end.ts';
import { type Reroute, readSelections, type SelectionFile } from './selection-file.ts';
import { type LoggedChannel, type LoggedEntry, openChannels } from './selection-log.ts';
import { missingCheckpoints } from './selection-witness.ts';

export interface Auditor {
  readonly crypto: Crypto;
  readonly catalogue: Catalogue;
  readonly compile: SchemaCompiler;
  readonly pin: Pin;
  /** The auditor's clock, ms since 1970. */
  readonly now: number;
  /** A trust list that the auditor holds from the same pin. */
  readonly known?: TrustList;
  /** Reports on earlier periods of the same selection, oldest first. */
  readonly earlier?: readonly SelectionReport[];
  /** Evidence files from senders, as JSON: checkpoints that the institution cosigned, records by which it ended or decided something. */
  readonly witnesses?: readonly Uint8Array[];
}

/** An entry of a channel. */
export interface EntryName {
  readonly origin: string;
  readonly index: number;
  /** Hex. */
  readonly id: string;
}

export interface MadeChoice extends EntryName {
  /** Of the first cosigned checkpoint that holds it, Unix seconds. */
  readonly time: number;
  /** Hex. */
  readonly draw: string;
  readonly choice: Choice;
  readonly again: boolean;
}

/** Entries of a channel from one size up to another. */
export interface Stretch {
  readonly origin: string;
  readonly from: number;
  readonly until: number;
}

export interface ShownChannel extends Stretch {
  readonly sender: string;
  /** When its last checkpoint was cosigned, Unix seconds; absent when it did not grow. */
  readonly last?: number;
}

export type Difference = Partial<EntryName> & { readonly refusal: Refusal };

export interface SelectionReport {
  readonly demonstration: boolean;
  /** Who chose. */
  readonly institution: string;
  readonly declared: Selection;
  readonly commitment: Commitment & { readonly id: string };
  readonly verdict: 'holds' | 'does-not-hold';
  /** All choices made again, in the order in which they were made. */
  readonly choices: readonly MadeChoice[];
  /** Everything that is not as it was committed to. Empty when all is. */
  readonly differences: readonly Difference[];
  /** What officers chose instead: told, never a difference. */
  readonly rerouted: readonly (EntryName & { readonly choice: Choice; readonly by: readonly Reroute[] })[];
  /** What records that decided state: told, also where it is no difference. */
  readonly decided: readonly (EntryName & { readonly choice: Choice; readonly decisions: readonly Decision[] })[];
  /** One with a record of an earlier period whose file is not at hand. */
  readonly unproved: readonly (EntryName & { readonly commitment: string })[];
  /** Chosen later than their place, because they could not be judged when they came. */
  readonly moved: readonly EntryName[];
  /** Entries of which only the id is shown, or a record that does not verify: what they are, their sender knows. */
  readonly notShown: readonly EntryName[];
  /** Records that were to be chosen from, of which the file says that they had no effect when they came. */
  readonly withoutEffect: readonly EntryName[];
  /**
   * Institutions that could have sent such records, of which the file has no channel, and by its origin the first generation
   * of a channel that is left out though a later one is there.
   */
  readonly absent: readonly string[];
  readonly channels: readonly ShownChannel[];
  /** Parts of channels between the report before this one and this: neither shows what stands there. */
  readonly gaps: readonly Stretch[];
  /** By sender; for the reports on later periods. */
  readonly groups: ReadonlyMap<string, Groups>;
}

/** A refusal means that nothing can be made again; whatever differs is told by the report. */
export async function auditSelections(
  input: string | Uint8Array,
  auditor: Auditor,
): Promise<SelectionReport | Refusal> {
  const file = readSelections(input);
  if (file instanceof Refusal) return file;
  const { pin, crypto, known, catalogue, now } = auditor;
  if (file.demonstration !== pin.demonstration) return refuse('trust.demonstration-mixed', {}, '/demonstration');
  const trust = newestTrust(pin, file.trust, known, crypto);
  if (trust instanceof Refusal) return new Refusal(trust.code, trust.detail, `/trust${trust.path}`);
  const judge = { trust, crypto, catalogue, now };
  const committed = await openCommitment(file, judge);
  if (committed instanceof Refusal) return committed;
  const fault = revealFault(file, committed, auditor);
  if (fault) return fault;
  const { institution, commitment } = committed;
  const begins = (sender: string) => beginsFor(sender, committed);
  const channels = openChannels(file.channels, { ...judge, institution, commitment, begins });
  if (channels instanceof Refusal) return channels;
  return report(file, channels, committed, judge, auditor);
}

function report(
  file: SelectionFile,
  channels: readonly LoggedChannel[],
  committed: Committed,
  judge: RecordJudge,
  auditor: Auditor,
): SelectionReport {
  const { institution, commitment, selection } = committed;
  const earlier = auditor.earlier ?? [];
  const maker = {
    selection,
    selector: selection.selector(file.settings),
    commitment: commitment.id,
    audited: new Set(earlier.map((one) => one.commitment.id)),
    draw: drawing(Uint8Array.fromHex(file.secret), auditor.crypto),
    ended: ({ told, record }: ToChoose) => told.ended && endedBy(told.ended, record, committed, judge),
  };
  const groups = new Map(earlier.at(-1)?.groups);
  const sorted = sort(channels, committed, judge);
  const made: MadeAgain[] = [];
  const differences: Difference[] = [...sorted.differences];
  const ends = endsIn(auditor.witnesses ?? [], committed, judge);
  for (const sender of new Set(channels.map((one) => one.sender))) {
    const records = inOrder(sorted.toChoose.filter(({ record }) => record.payload.samur.issuer === sender));
    const done = makeAgain(records, groups.get(sender) ?? noGroups, maker);
    groups.set(sender, done.groups);
    made.push(...done.made);
    for (const { of, refusal } of missingEnds(ends, done)) differences.push({ ...nameOf(of), refusal });
    const late = lateFault(sender, records, committed);
    if (late) differences.push({ refusal: late });
  }
  differences.push(...overrun(earlier.at(-1)?.channels ?? [], committed));
  for (const { of, refusal } of made) if (refusal) differences.push({ ...nameOf(of), refusal });
  const witnessed = decisionsIn(auditor.witnesses ?? [], committed, judge);
  const decided = made.map((one) => ({ one, ...decidedOf(one, committed, judge) }));
  for (const { one, decisions, refusals } of decided)
    for (const refusal of [...refusals, ...missingDecisions(witnessed, one.of, decisions)])
      differences.push({ ...nameOf(one.of), refusal });
  differences.push(...missingCheckpoints(auditor.witnesses ?? [], channels, sorted.toChoose, institution, judge));
  return {
    demonstration: file.demonstration,
    institution,
    declared: selection,
    commitment,
    verdict: differences.length === 0 ? 'holds' : 'does-not-hold',
    choices: made.map(({ of, draw, choice, again }) => ({ ...nameOf(of), time: of.entry.time, draw, choice, again })),
    differences,
    rerouted: made.flatMap(({ of, choice }) =>
      of.told.rerouted.length > 0 ? [{ ...nameOf(of), choice, by: of.told.rerouted }] : [],
    ),
    decided: decided.flatMap(({ one: { of, choice }, decisions }) =>
      decisions.length > 0 ? [{ ...nameOf(of), choice, decisions }] : [],
    ),
    unproved: made.flatMap(({ of, unproved }) =>
      unproved && of.told.first ? [{ ...nameOf(of), commitment: of.told.first.commitment }] : [],
    ),
    moved: sorted.toChoose.filter(({ told }) => told.order !== undefined).map(nameOf),
    notShown: sorted.notShown,
    withoutEffect: sorted.withoutEffect,
    absent: [...absentSenders(channels, committed, judge), ...absentGenerations(channels)],
    channels: channels.map(shownChannel),
    gaps: gapsBetween(earlier.at(-1)?.channels ?? [], channels),
    groups,
  };
}

function shownChannel({ origin, sender, from, until, entries }: LoggedChannel): ShownChannel {
  const last = entries.at(-1)?.time;
  return { origin, sender, from, until, ...(last !== undefined && { last }) };
}

/** Checkpoints that were taken under the commitment before this one, although this one acted: one of two secrets was picked. */
function overrun(before: readonly ShownChannel[], committed: Committed): readonly Difference[] {
  return before
    .filter(({ sender, last = 0 }) => last >= beginsFor(sender, committed))
    .map(({ origin, last = 0 }) => ({
      origin,
      refusal: refuse('selection.outside-period', { time: new Date(last * 1000).toISOString() }),
    }));
}

function gapsBetween(before: readonly Stretch[], after: readonly Stretch[]): readonly Stretch[] {
  return after.flatMap(({ origin, from }) => {
    const end = before.find((one) => one.origin === origin)?.until;
    return end === undefined || end === from ? [] : [{ origin, from: Math.min(end, from), until: Math.max(end, from) }];
  });
}

const nameOf = ({ origin, entry: { index, id } }: ToChoose): EntryName => ({ origin, index, id });

/** Parts the entries into what was to be chosen from, what is not shown, and what differs already. */
function sort(channels: readonly LoggedChannel[], committed: Committed, judge: RecordJudge) {
  const toChoose: ToChoose[] = [];
  const notShown: EntryName[] = [];
  const withoutEffect: EntryName[] = [];
  const differences: Difference[] = [];
  for (const { origin, sender, entries } of channels)
    for (const entry of entries) {
      const name = { origin, index: entry.index, id: entry.id };
      const { jws, choice, void: isVoid } = entry.told;
      if (jws === undefined) {
        notShown.push(name);
        continue;
      }
      const judged = judgeAt(jws, entry, judge);
      const record = chosenFrom(judged, sender, committed);
      // Its id covers no signature: whoever made the file may have broken it, and then nobody would ask for a choice.
      if (!judged.record && !choice) notShown.push(name);
      else if (record && choice) toChoose.push({ origin, entry, record, told: choice });
      else if (record && isVoid) withoutEffect.push(name);
      else if (record) differences.push({ ...name, refusal: refuse('selection.not-chosen') });
      else if (choice) differences.push({ ...name, refusal: refuse('selection.not-to-be-chosen') });
    }
  return { toChoose, notShown, withoutEffect, differences };
}

/** Its key has to be good when it was cosigned. */
const judgeAt = (jws: string, { time }: LoggedEntry, judge: RecordJudge): JudgedRecord =>
  judgeBare(jws, { ...judge, now: time * 1000 });

/** A record of another issuer on this channel has no effect. */
function chosenFrom({ record }: JudgedRecord, sender: string, committed: Committed): VerifiedRecord | undefined {
  const { selection, profile, institution } = committed;
  const samur = record?.payload.samur;
  const isDue = samur?.profile === profile && selection.types.includes(samur.type);
  return isDue && samur.issuer === sender && samur.to.includes(institution) ? record : undefined;
}

/** In the order in which they were chosen, which is that of the file but for those that had to wait. */
function inOrder(records: readonly ToChoose[]): readonly ToChoose[] {
  let place = -1;
  const placed = records.map((one) => {
    place = one.told.order ?? place + 1;
    return { one, place };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
}

function lateFault(sender: string, records: readonly ToChoose[], committed: Committed): Refusal | undefined {
  const begins = beginsFor(sender, committed);
  const count = records.filter(({ entry }) => entry.time < begins).length;
  return count > 0 ? refuse('selection.committed-late', { institution: sender, count }) : undefined;
}

/** Each generation follows the one before it, and a file has those too that did not grow. */
function absentGenerations(channels: readonly LoggedChannel[]): readonly string[] {
  const origins = channels.flatMap(({ origin }) => {
    const parsed = parseOrigin(origin);
    return parsed instanceof Refusal ? [] : [parsed];
  });
  return [...Map.groupBy(origins, ({ domain }) => domain).values()].flatMap((of) => {
    const ascending = of.toSorted((a, b) => a.generation - b.generation);
    const gap = ascending.findIndex(({ generation }, at) => generation !== at + 1);
    const later = ascending[gap];
    return later ? [originOf(later, later.recipient, gap + 1)] : [];
  });
}

function absentSenders(
  channels: readonly LoggedChannel[],
  { institution, selection, profile }: Committed,
  { trust, catalogue }: RecordJudge,
): readonly string[] {
  const functions = selection.types.flatMap((type) => catalogue.type(profile, type)?.declaration.issuedBy ?? []);
  const shown = new Set([institution, ...channels.map(({ sender }) => sender)]);
  return currentInstitutions(trust)
    .filter((one) => functions.some((name) => name === '*' || holdsFunction(one, name)) && !shown.has(one.id))
    .map(({ id }) => id);
}
