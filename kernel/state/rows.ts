/**
 * What the state of an institution is made of: plain rows, each found by table and key. The server keeps them in
 * its database, tests in a map. Rows are values: changed by replacing, never in place.
 */
import type { JsonObject } from '../canonical.ts';
import type { Movement, RegisterStatement } from '../profile.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Outcome, SubjectEvent } from './life-cycle.ts';

/** What one record posts while it is effective. Fixed by its claims, kept so that it can be taken back. */
export interface Contribution {
  readonly statements: readonly RegisterStatement[];
  /** `ledger` is always `profile/name` here. */
  readonly movements: readonly Movement[];
}

export interface HeldEvent extends SubjectEvent {
  /** Order of arrival or issue here. Tells what someone could have known, never what takes effect. */
  readonly seq: number;
  /** Stated time (ms). One issuer's records are ordered by it, then by id: alike for every holder. */
  readonly time: number;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly contribution: Contribution;
  readonly outcome: Outcome;
  /** True when the record is a subject itself, as a replacement certificate is; its row then holds what it posts. */
  readonly standsAlone: boolean;
  /** Undone by a recipient's refusal. */
  readonly refused: boolean;
  /** See `RecordType`. */
  readonly stands?: true;
  readonly confirms?: true;
  /** See `Folding`. */
  readonly apart?: true;
  /** Set when the contents alone rule it out for every holder. */
  readonly invalid?: RefusalCode;
}

/** A record that others may follow, or that stands alone. */
export interface SubjectRow {
  readonly id: string;
  readonly seq: number;
  readonly time: number;
  readonly profile: string;
  readonly type: string;
  readonly version: number;
  readonly issuer: string;
  readonly to: readonly string[];
  /** `to` in the order in which profiles see it. */
  readonly addressees: readonly string[];
  readonly claims: JsonObject;
  /** When it is itself a follow-up: the subject that decides whether it has effect. */
  readonly parent?: string;
  readonly base: Outcome;
  readonly refused: boolean;
  readonly stands?: true;
  readonly apart?: true;
  readonly invalid?: RefusalCode;
  readonly contribution: Contribution;
  /** In the order in which the life cycle takes them, see `placeInOrder`. */
  readonly events: readonly HeldEvent[];
  readonly state: string;
  readonly since: string;
}

/** Refusals that name one record, in the order of their ids. */
export interface RefusalRow {
  readonly refusals: readonly HeldRefusal[];
}

export interface HeldRefusal {
  readonly id: string;
  readonly seq: number;
  readonly by: string;
  readonly to: readonly string[];
  readonly code: RefusalCode;
}

/** By whom something was posted, and whether it is in effect. What is not stays, for views of what was known. */
export interface Posted {
  readonly seq: number;
  readonly time: number;
  readonly id: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly counts: boolean;
}

export interface RegisterRow {
  /** In their owner's order; the last one that counts is in force. */
  readonly statements: readonly (Posted & { readonly value: RegisterStatement['value'] })[];
}

export interface Posting extends Posted {
  readonly movement: string;
  readonly slot: string;
  readonly amount: bigint;
}

export interface AccountRow {
  /** Sums of adding debits in effect, by movement: the one debiter's own, too many to list. */
  readonly debits: Readonly<Record<string, bigint>>;
  /** Everything else but restated debits, in its issuers' order. */
  readonly postings: readonly Posting[];
  /** Absent where no debit was ever restated. */
  readonly restated?: Restated;
}

/** What the rows of an account's slots come to, so that nobody needs to read them all. */
export interface Restated {
  readonly sums: SlotSums;
  /** By issuer, the greatest seq of its postings. */
  readonly last: Readonly<Record<string, number>>;
  /** Slots with a posting that is not in effect, ascending. */
  readonly undone: readonly string[];
}

/** By movement: of the last amounts of each issuer and slot, how many there are and what they add up to. */
export type SlotSums = Readonly<Record<string, { readonly amount: bigint; readonly count: number }>>;

/** Restated debits of one slot of an account, in their issuers' order: as many rows as there are slots. */
export interface SlotRow {
  readonly postings: readonly SlotPosting[];
}

/** All that one record posts to a slot. */
export interface SlotPosting extends Posted {
  /** By movement. */
  readonly amounts: Readonly<Record<string, bigint>>;
}

/** Records that are held and cannot be folded before what the row is named after is here; ascending by seq. */
export interface WaitingRow {
  readonly ids: readonly string[];
  /** The seq of each id, in the same order. */
  readonly seqs: readonly number[];
}

export interface FollowRow {
  readonly parent: string;
}

export interface Rows {
  readonly subject: SubjectRow;
  readonly refusal: RefusalRow;
  readonly register: RegisterRow;
  readonly account: AccountRow;
  readonly slot: SlotRow;
  readonly waiting: WaitingRow;
  /** The subject in which a follow-up's event stands; written once, with the record itself. */
  readonly follow: FollowRow;
}

export type Table = keyof Rows;

/** The state of a record none of whose effects count: refused, superseded or out of turn as a follow-up. */
export const voidState = 'void';
/** The state of a record without a life cycle that counts. */
export const inForceState = 'in-force';

/** Row key of a register or account: its full name and the parts of its key, as JSON. */
export function rowKey(name: string, key: readonly string[]): string {
  if (!key.every(isPlain)) return JSON.stringify([name, ...key]);
  return key.length === 0 ? `["${name}"]` : `["${name}","${key.join('","')}"]`;
}

/** Row key of a slot; it begins with the row key of its account, and no other account's begins so. */
export const slotKey = (account: string, slot: string): string => account + JSON.stringify(slot);

/** The parts of a key, without the name before them. */
export function keyParts(row: string): string[] {
  const parts = row.includes('\\') ? (JSON.parse(row) as string[]) : row.slice(2, -2).split('","');
  return parts.slice(1);
}

/** JSON writes it as it stands. */
const isPlain = (part: string): boolean => /^[ !#-[\]-~]*$/.test(part);

/** What the row keys of all entries under a key's first parts begin with. */
export function rangeKey(name: string, prefix: readonly string[]): string {
  return rowKey(name, prefix).slice(0, -1);
}
