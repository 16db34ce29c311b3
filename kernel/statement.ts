/** What a record states, as rules see it, and what they may look at to judge it. */
import type { JsonObject } from './canonical.ts';
import type { Text } from './finding.ts';
import type { Key, RegisterView } from './question.ts';

/** The statement that rules, statements and movements are asked about. */
export interface Statement {
  readonly type: string;
  readonly issuer: string;
  /** Recipients: by the first function of the type's `sentTo` that they hold, then ascending. */
  readonly to: readonly string[];
  readonly claims: JsonObject;
  /** Stated time, milliseconds since 1970. */
  readonly time: number;
  /** Hex SHA-256 of the files that travel with it; absent when they cannot be told. */
  readonly annexes?: readonly string[];
  /** For a follow-up: the record it is about. */
  readonly subject?: Subject;
}

/** A record with a life cycle, as its holders see it. */
export interface Subject {
  readonly id: string;
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  /** Stated time, milliseconds since 1970. */
  readonly time: number;
  readonly state: string;
  /** When it is itself a follow-up: the record it follows. */
  readonly about?: string;
}

export type Need =
  | { readonly register: string; readonly key: Key }
  | { readonly register: string; readonly prefix: Key }
  | { readonly ledger: string; readonly key: Key }
  | { readonly record: string };

/** An account as a rule sees it; amounts are integers in the ledger's unit × 10^-scale. */
export interface AccountView {
  /** What is credited, less what is debited and what was settled as free. */
  readonly available: bigint;
  readonly credited: bigint;
  readonly debited: bigint;
  readonly settled: bigint;
  readonly frozen: boolean;
  readonly byMovement: ReadonlyMap<string, bigint>;
}

/** What a rule may look at. Undefined means nothing stated, or not held. */
export interface View extends RegisterView {
  account(ledger: string, key: Key): AccountView | undefined;
  record(id: string): Subject | undefined;
  /** The record by its id, when it is held and of a type that opens accounts of that ledger (`profile/name`). */
  offered(ledger: string, id: string): Offered | undefined;
  /**
   * Whether follow-up `later` comes after follow-up `earlier`: whoever stated it had that one. Told by the heads that
   * they name, so that no stated time is trusted and every holder says the same; false where `later` is not held.
   */
  comesAfter(later: string, earlier: string): boolean;
}

/** An account of an offered ledger, as the record that opened it tells of it. */
export interface OfferedAccount {
  readonly key: Key;
  /** What people call the account within its record, such as the number of a line. */
  readonly part: string;
  /** What it holds, in the words of the record. */
  readonly title: string;
  /** Codes under which that is classified, digits only, such as HS 2022; none where the record states none. */
  readonly codes: readonly string[];
}

/** A record that opened accounts of an offered ledger. */
export interface Offered {
  readonly id: string;
  readonly issuer: string;
  readonly number: string;
  /** What its state is called. */
  readonly state: Text;
  /** Whether others may debit its accounts in that state. */
  readonly open: boolean;
  readonly accounts: readonly OfferedAccount[];
}

/** A record the institution's server issues by itself in answer to an effective record. */
export interface Answer {
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  /** Id of the subject it follows. */
  readonly about?: string;
}
