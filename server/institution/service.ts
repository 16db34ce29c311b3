/**
 * What one institution on this server can be asked: the contract between HTTP, command line and the institution
 * itself. An institution knows nothing of requests, tokens or other institutions on the same server.
 */
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import type { ApprovalClaims, KeyMeans, OfficerRole } from '../../kernel/exchange/approval.ts';
import type { Finding, Severity } from '../../kernel/finding.ts';
import type { Carried } from '../../kernel/paper/code.ts';
import type { QuestionAnswer } from '../../kernel/question.ts';
import type { AnnexName } from '../../kernel/record/payload.ts';
import type { Refusal, RefusalCode } from '../../kernel/refusal.ts';
import type { Clock } from '../../kernel/state/clock.ts';
import type { AsOf, DatedStatement } from '../../kernel/state/history.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { DraftAccount } from './draft-accounts.ts';
import type { Look } from './needs.ts';
import type { PanelQuery, PanelView } from './panels.ts';
import type { PublicRecord, RecordAsked } from './public-record.ts';
import type { ReceivedPiece, ReceivedQuery } from './received.ts';
import type { Said, SaidQuery } from './said.ts';
import type { Stated, StatedQuery } from './stated.ts';
import type { TurnLine, TurnQuery } from './turns.ts';
import type { WhatIf } from './what-if-answer.ts';

export interface DraftRequest {
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  /** Bytes were stored before with `storeAnnex`. */
  readonly annexes: readonly { readonly digest: string; readonly name: string; readonly mediaType: string }[];
  /** The record this one follows. `to` may then be empty: all other parties of that record. */
  readonly about?: string;
  /** Findings from before the rules, by a format reader or the desk; kept with the record. */
  readonly foundBefore?: readonly Finding[];
  /**
   * Stored in the signing transaction: the same key and request digest answer with the record issued before, the
   * same key with another digest is refused with `request.idempotency-conflict`.
   */
  readonly idempotency?: { readonly key: string; readonly requestDigest: string };
}

export interface Issued {
  readonly record: RecordView;
  /** True when an idempotency key answered and nothing new was signed. */
  readonly replayed: boolean;
}

/** Why nothing was signed: every finding, at least one of severity refuse. */
export class Rejected {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    this.findings = findings;
  }
}

/** An officer's assertion, to be carried by a record of its own. */
export type Approval = Omit<ApprovalClaims, 'record'>;

/** A record that is fixed and waits for its approvals. Times in ms since 1970. */
export interface Prepared {
  /** Of the record, hex: what an officer's key is asked to sign. */
  readonly id: string;
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly annexes: readonly AnnexName[];
  readonly about?: string;
  readonly time: number;
  /** Hex SHA-256 over what the record says, for an officer who approves before there is an id. */
  readonly contents: string;
  /** None refuses. */
  readonly findings: readonly Finding[];
  readonly expires: number;
}

export type Change = 'time' | 'basis' | 'heads' | 'trust' | 'findings' | 'status';

/** Why what was approved could not be signed as it is, and what is to be approved instead. */
export class Changed {
  readonly changes: readonly Change[];
  readonly prepared: Prepared;
  constructor(changes: readonly Change[], prepared: Prepared) {
    this.changes = changes;
    this.prepared = prepared;
  }
}

/** By what stands directly behind the record on its channel. */
export interface ApprovalView {
  /** Of the record that carries it. */
  readonly id: string;
  /** Pseudonym. */
  readonly officer: string;
  /** That the key was enrolled for by then. */
  readonly roles: readonly OfficerRole[];
  readonly of: 'record' | 'contents';
  /** Stated time, ms. */
  readonly time: number;
  readonly userVerified: boolean;
  readonly means: KeyMeans;
  readonly founding?: true;
}

export interface Placement {
  readonly origin: string;
  readonly recipient: string;
  readonly index: number;
  /** Set once the recipient's cosignature covers the entry: its size and time (ms). */
  readonly receipt?: { readonly size: number; readonly time: number };
}

export interface FollowUpView {
  readonly id: string;
  readonly type: string;
  readonly event: string;
  readonly issuer: string;
  readonly time: number;
  readonly outcome: string;
}

/** One line of a list. Times in ms since 1970. */
export interface RecordLine {
  readonly id: string;
  readonly seq: number;
  readonly direction: 'issued' | 'received';
  readonly profile: string;
  readonly type: string;
  readonly version: number;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly time: number;
  readonly about?: string;
  readonly number: string;
  readonly title: string;
  /** Life cycle state, or `in-force`, `void`, a follow-up's outcome, `waiting`, `unverified`. */
  readonly state: string;
  readonly worst?: Finding['severity'];
  /** Set while somebody has to act. */
  readonly clock?: Clock;
}

export interface RecordView extends RecordLine {
  readonly claims: JsonObject;
  readonly annexes: readonly AnnexName[];
  readonly findings: readonly Finding[];
  readonly refusals: readonly { readonly id: string; readonly by: string; readonly code: RefusalCode }[];
  readonly placements: readonly Placement[];
  readonly followUps: readonly FollowUpView[];
  /** Of officers; none in what a program issued. */
  readonly approvals: readonly ApprovalView[];
  /** What a waiting record waits for: a record id, or the version of a trust part or type. */
  readonly waitsFor?: string;
  readonly demonstration: boolean;
}

export interface ListQuery {
  readonly direction?: 'issued' | 'received';
  readonly profile?: string;
  readonly type?: string;
  readonly state?: string;
  readonly about?: string;
  readonly issuer?: string;
  /** The worst finding; `clear` where there is none. */
  readonly worst?: Severity | 'clear';
  /** Free text: every word must occur in number, title or search words. */
  readonly text?: string;
  /** Hex ids: these alone. */
  readonly among?: readonly string[];
  /** Those on which this institution has to act. */
  readonly turn?: 'mine';
  /** Those whose limit has passed. Looks through a bounded number: a page may hold few and yet have a next one. */
  readonly overdue?: true;
  /** Opaque, from `next` of the page before. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface ChannelView {
  readonly origin: string;
  readonly issuer: string;
  readonly recipient: string;
  readonly generation: number;
  readonly direction: 'out' | 'in';
  readonly size: number;
  readonly root: string;
  /** Outgoing: last receipt. Incoming: own last cosignature. */
  readonly receipt?: { readonly size: number; readonly time: number };
  /** Entries without a receipt, and since when the oldest of them waits (ms). */
  readonly lag: number;
  readonly oldestWaiting?: number;
  readonly lastError?: string;
  readonly open: boolean;
}

/** Which rows of a register or ledger. */
export interface KeyQuery {
  /** First parts of the key. */
  readonly prefix: readonly string[];
  /** Each must occur in some part of the key, in capitals or not. Looks through a bounded number of keys. */
  readonly words?: readonly string[];
  /** Opaque, from `next` of the page before. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface RegisterLine {
  readonly register: string;
  readonly key: readonly string[];
  readonly value: unknown;
  readonly record: string;
  /** Stated time, ms. */
  readonly time: number;
}

export interface RegisterHistory {
  readonly register: string;
  readonly key: readonly string[];
  /** In the order in which they hold. */
  readonly statements: readonly DatedStatement[];
  /** Set when an instant was asked about. */
  readonly on?: AsOf;
}

/** What a profile answered of its registers as they stood. */
export interface Answered {
  /** `profile/question`. */
  readonly question: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Ms since 1970. */
  readonly at: number;
  /** False where this institution need not hold all that the answer rests on. */
  readonly complete: boolean;
  readonly answer: Pick<QuestionAnswer, 'code' | 'detail'> & {
    /** With what was stated by then alone. */
    readonly rests: readonly RegisterHistory[];
  };
}

export interface SignalQuery {
  readonly profile?: string;
  readonly code?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** A record with those of its findings that are signals. */
export interface SignalLine extends RecordLine {
  readonly findings: readonly Finding[];
}

/** Amounts are decimal texts in the ledger's unit. */
export interface AccountLine {
  readonly ledger: string;
  readonly key: readonly string[];
  readonly unit: string;
  readonly available: string;
  readonly credited: string;
  readonly debited: string;
  /** What the other side found to be free, and so left the account. */
  readonly settled: string;
  readonly frozen: boolean;
  readonly byMovement: Readonly<Record<string, string>>;
}

/** One movement of an account by one record. `amount` is a decimal text in the ledger's unit. */
export interface AccountMove {
  readonly record: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  /** Stated time, ms. */
  readonly time: number;
  readonly movement: string;
  readonly amount: string;
  /** False for what was refused, superseded or out of turn. */
  readonly effective: boolean;
}

/** What happened. Records bear their own number, changes of state and receipts the last one: numbers never fall. */
export interface ChangeEvent {
  readonly seq: number;
  readonly kind: 'issued' | 'received' | 'state' | 'receipt';
  readonly id: string;
  readonly state: string;
}

/** A batch as it came over the wire, after its request signature was verified. */
export interface IncomingBatch {
  readonly sender: string;
  readonly origin: string;
  readonly checkpoint: string;
  readonly start: number;
  readonly records: readonly string[];
  /** The signed request as received (target, headers, body in base64): kept when it proves misconduct. Costly. */
  readonly request: () => JsonObject;
}

export type BatchAnswer =
  | { readonly kind: 'stored'; readonly size: number; readonly cosignature: string }
  | { readonly kind: 'resume'; readonly size: number; readonly refusal: Refusal }
  | { readonly kind: 'annexes'; readonly missing: readonly string[] };

export interface InstitutionService {
  readonly id: string;
  readonly demonstration: boolean;
  trust(): TrustList;
  issue(draft: DraftRequest): Promise<Issued | Rejected | Refusal>;
  /** Fixes a record to be approved by officers: for 5 minutes, and no longer than the process lives. */
  prepare(draft: DraftRequest): Promise<Prepared | Rejected | Refusal>;
  /**
   * Asks everything again and issues what was prepared, with its approvals directly behind it. One that is issued
   * already is answered with its record. `approval.expired`: not prepared here, or forgotten.
   */
  issuePrepared(id: string, approvals: readonly Approval[]): Promise<Issued | Changed | Rejected | Refusal>;
  /** Nobody will approve it: others on its channels state its time no more. Nothing happens where nothing waits. */
  forgetPrepared(id: string): void;
  /**
   * Rules only; nothing is signed or stored. `left`: required members without which rules are asked all the same, as far
   * as they do not need them.
   */
  check(draft: DraftRequest, left?: readonly string[]): Promise<readonly Finding[]>;
  /** Nothing is signed or stored. `Rejected`: not whole enough to be judged. `request.too-many`: ask again later. */
  whatIf(draft: DraftRequest): Promise<WhatIf | Rejected | Refusal>;
  /** What a draft would post, movement by movement, also while it is not complete yet. */
  accounts(draft: DraftRequest): Promise<readonly DraftAccount[] | Rejected>;
  /** Stores bytes and returns their hex SHA-256; the same bytes twice are one annex. */
  storeAnnex(bytes: Uint8Array, mediaType: string): Promise<string>;
  annex(digest: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined>;
  list(query: ListQuery): Promise<Page<RecordLine>>;
  /** Records on which somebody has to act, in the order in which they came. */
  turns(query: TurnQuery): Promise<readonly TurnLine[]>;
  /** Lines by sequence number, in the order asked for; what is not there is left out. */
  lines(seqs: readonly number[]): Promise<readonly RecordLine[]>;
  /** What records state, in the order in which they came. */
  stated(query: StatedQuery): Promise<readonly Stated[]>;
  /** What records say, whatever became of them, in the order in which they came. */
  said(query: SaidQuery): Promise<readonly Said[]>;
  /** Records of others, each with its place in the first tree that was cosigned over it. */
  received(query: ReceivedQuery): Promise<ReceivedPiece>;
  /** Asks questions of a profile's registers, ledgers and records as they stand; the answers in order. */
  look<T>(profile: string, looks: readonly Look<T>[]): Promise<readonly T[]>;
  show(id: string): Promise<RecordView | undefined>;
  /** What the profile shows on the record's page; undefined when it is not here or not readable. */
  panels(id: string, query: PanelQuery): Promise<readonly PanelView[] | undefined>;
  jws(id: string): Promise<string | undefined>;
  evidence(id: string): Promise<JsonObject | Refusal>;
  /** The record with its proofs, without what followed; undefined for what is not here or not verified. */
  carried(id: string): Promise<Carried | undefined>;
  /** For whoever has the check code, as `readCheckCode` gives it. Undefined alike when it is wrong or nothing is held. */
  publicRecord(asked: RecordAsked, code: string): Promise<PublicRecord | undefined>;
  /**
   * A signed status list: its own as things stand, or the copy it keeps of another institution's that records held
   * here name. Undefined when there is none.
   */
  statusList(institution: string, number: number): Promise<string | undefined>;
  channels(): Promise<readonly ChannelView[]>;
  /** `name` is `profile/register`. A row that was taken out is left off: a page may hold fewer than `limit`. */
  register(name: string, query: KeyQuery): Promise<Page<RegisterLine> | Refusal>;
  /** `time`: instant (ms) of which it is told what was in force, and who held what. */
  registerHistory(name: string, query: KeyQuery, time?: number): Promise<Page<RegisterHistory> | Refusal>;
  /** `name` is `profile/question`, `at` an instant (ms). `Rejected`: findings that point into the parameters. */
  ask(name: string, parameters: Readonly<Record<string, Json>>, at: number): Promise<Answered | Rejected | Refusal>;
  ledger(name: string, query: KeyQuery): Promise<Page<AccountLine> | Refusal>;
  /** What moved the account under a whole key, from its newest records on. */
  accountHistory(
    name: string,
    query: { readonly key: readonly string[]; readonly cursor?: string; readonly limit: number },
  ): Promise<Page<AccountMove> | Refusal>;
  signals(query: SignalQuery): Promise<Page<SignalLine>>;
  receive(batch: IncomingBatch): Promise<BatchAnswer | Refusal>;
  /** Signed checkpoint with the cosignatures held, by origin. */
  checkpoint(origin: string): Promise<string | undefined>;
  /** Tile or entry bundle by C2SP path under the origin; undefined when it does not exist (yet). */
  tile(origin: string, path: string): Promise<Uint8Array | undefined>;
  misconduct(limit: number): Promise<readonly JsonObject[]>;
  /**
   * Calls `listener` for every change after `since`, or for new ones alone; the returned function ends it, also
   * while earlier changes are still being told.
   */
  listen(since: number | 'now', listener: (event: ChangeEvent) => void): () => void;
}
