/**
 * What a domain must say about itself. A profile declares; the kernel, the server and the pages act on the
 * declaration and never name a profile. Everything here is pure: no clock, no I/O, no randomness.
 */
import type { JsonObject } from './canonical.ts';
import type { DemonstrationStep } from './demonstration.ts';
import type { Figure } from './figure.ts';
import type { Finding, Text } from './finding.ts';
import type { Format } from './format.ts';
import type { LedgerDeclaration, Movement, RegisterDeclaration, RegisterStatement } from './ledger.ts';
import type { Panel } from './panel.ts';
import type { Paper } from './printed-form.ts';
import type { Key, Question } from './question.ts';
import type { Reference, ReferenceKind } from './reference.ts';
import type { Selection } from './selection.ts';
import type { Answer, Need, Statement, Subject, View } from './statement.ts';

export type {
  LedgerDeclaration,
  LedgerOffer,
  Movement,
  MovementDeclaration,
  MovementKind,
  Poster,
  RegisterDeclaration,
  RegisterStatement,
} from './ledger.ts';
export type { Key, RegisterEntry } from './question.ts';
export type { AccountView, Answer, Need, Offered, OfferedAccount, Statement, Subject, View } from './statement.ts';

export type JsonSchema = JsonObject;

/** Asked before signing, inside the signing transaction, and on arrival by the recipient. */
export interface Rule {
  /** Short name for documentation and tests. */
  readonly name: string;
  /**
   * True when it looks at the statement alone and rules out, for every holder, what breaks it. It is part of the
   * type's version: whoever changes it makes a new version.
   */
  readonly contents?: true;
  /** What the statement alone tells that `check` will look at, so that many are read at once. */
  reads?(statement: Statement): readonly Need[];
  /**
   * Institutions that hold all that this rule looks at; others do not ask it on arrival. Absent: every recipient
   * does. The issuer always asks it.
   */
  askedOf?(statement: Statement): readonly string[];
  check(statement: Statement, view: View): readonly Finding[];
}

/** Who acts on a subject: its issuer, or one of its recipients. */
export type Side = 'issuer' | 'recipient';

export interface Transition {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly by: Side;
  /** Of one that leaves the state as it is: its clock goes on and does not start anew. */
  readonly clockRuns?: true;
}

/** Who has to act while a subject is in a state, and within which of the profile's `limits`. */
export interface Turn {
  of(subject: Subject): readonly string[];
  readonly limit: string;
  /** What goes on while nobody at a desk has anything to do: whoever applied is told that, and not who acts. */
  readonly meanwhile?: Text;
}

export interface LifeCycle {
  readonly initial: string;
  /** What each event is called. */
  readonly events: Readonly<Record<string, Text>>;
  readonly states: Readonly<Record<string, Text>>;
  readonly transitions: readonly Transition[];
  /**
   * Events in the order they take effect when they crossed, first one first. Every event that can cross another
   * must stand here, else the profile does not load.
   */
  readonly precedence: readonly string[];
  /**
   * States in which whoever can be told one bit alone is told that the record counts no more. Records of a type that
   * names any carry an entry of their issuer's status list.
   */
  readonly revoked?: readonly string[];
  /** States in which whoever is shown the record may act on it. Absent: the initial one alone. */
  readonly inForce?: readonly string[];
  /** By state. A clock never changes a state; where it stands is shown alike to both sides. */
  readonly turns?: Readonly<Record<string, Turn>>;
}

/** What lists and searches show of a record, in its own words. */
export interface Summary {
  /** The number a person knows it by; empty when it has none. */
  readonly number: string;
  readonly title: string;
  /** Words for free-text search. */
  readonly search: readonly string[];
}

export interface RecordType {
  readonly title: Text;
  readonly version: number;
  /** JSON Schema 2020-12 of the claims for each known version; objects are closed. */
  readonly schemas: Readonly<Record<number, JsonSchema>>;
  /** The function an issuer must hold; `*` for any institution of the corridor. */
  readonly issuedBy: string;
  /** Every recipient must hold one of these functions; `*` for any institution. */
  readonly sentTo: readonly string[];
  /**
   * The recipient that has to act on it, by the statement alone, and the function without which it could not: the
   * record then has no effect. Undefined when nobody among the recipients is.
   */
  readonly receiver?: {
    of(statement: Pick<Statement, 'to' | 'claims'>): string | undefined;
    readonly function: string;
  };
  /** Types whose subjects a record of this type may follow, and the event it is for a given statement. */
  readonly follows?: {
    readonly types: readonly string[];
    /** False when a record of this type may also stand alone, as a replacement certificate does. */
    readonly required: boolean;
    event(claims: JsonObject): string;
  };
  /** Given to records that others may follow. */
  readonly lifeCycle?: LifeCycle;
  /**
   * True when no refusal undoes it: what its issuer alone can say, such as its own measure or what it saw. A refusal
   * is kept as an objection.
   */
  readonly stands?: true;
  /** Events of this follow-up that tell what has happened with the subject: no refusal undoes the subject after one. */
  readonly confirms?: readonly string[];
  readonly rules: readonly Rule[];
  statements?(statement: Statement): readonly RegisterStatement[];
  movements?(statement: Statement): readonly Movement[];
  /** Ledgers and movements that `movements` may post to; those of other profiles as `profile/name`. */
  readonly posts?: readonly { readonly ledger: string; readonly movement: string }[];
  /** Reads for `answers`. */
  answerReads?(statement: Statement): readonly Need[];
  /** Asked on the issuer's and on each recipient's server when a record of this type takes effect there: `self`. */
  answers?(statement: Statement & { readonly id: string }, self: string, view: View): readonly Answer[];
  /** Goods (or whatever the profile measures) by what people sum them up by, in the profile's `measure`. */
  amounts?(statement: Pick<Statement, 'type' | 'issuer' | 'to' | 'claims'>): readonly AmountOf[];
  /** Given to types that may be asked about before they are signed: what one of them would change. */
  readonly impact?: Impact;
  summary(claims: JsonObject): Summary;
  /** Numbers under which people look for what it is about; of a follow-up, those it tells itself. */
  references?(statement: Pick<Statement, 'type' | 'issuer' | 'to' | 'claims'>): readonly Reference[];
  /** True for types that people outside the institution apply for; an officer examines and signs what they ask. */
  readonly appliedFor?: true;
  /**
   * True for one that may stand alone and yet decides on what others issued: officers who may follow that up may sign it.
   */
  readonly decides?: true;
  /** Members of the claims that the institution states itself, such as a number: whoever applies may leave them out. */
  readonly leftToOffice?: readonly string[];
  /** How many officers approve one of these before it is signed; one when left out. */
  readonly approvals?: 2;
  /** Its printed form; loaded when one is printed. Whoever holds the paper may ask for the record's state. */
  readonly paper?: () => Promise<Paper>;
}

/** One amount under one name: `{ by: 'grower', key: 'AZ-G-17', amount: … }`. */
export interface AmountOf {
  readonly by: string;
  readonly key: string;
  readonly amount: bigint;
  /**
   * JSON Pointer to the part of the claims that is measured, such as a line. A finding is about the parts that it
   * points into, or that lie nearest to where it points.
   */
  readonly path?: string;
}

/**
 * What a record would hit if it were signed now. Records of the named types in the named states are asked their own
 * rules with and without it: hit is what only then would be refused. `rows` names register rows that it touches.
 */
export interface Impact {
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** False for subjects that it cannot touch, so that their rules are not asked. */
  concerns?(statement: Statement, subject: Subject, view: View): boolean;
  /** When it begins to act, ms since 1970: rules are asked as of then. Absent, or past: as of now. */
  begins?(statement: Statement): number | undefined;
  rows?(statement: Statement, view: View): readonly { readonly register: string; readonly key: Key }[];
}

export interface Profile {
  readonly name: string;
  readonly title: Text;
  readonly types: Readonly<Record<string, RecordType>>;
  readonly registers: Readonly<Record<string, RegisterDeclaration>>;
  readonly ledgers: Readonly<Record<string, LedgerDeclaration>>;
  /** The unit (UNECE Rec. 20) and scale of `amounts`, with the title of each `by`. */
  readonly measure?: { readonly unit: string; readonly scale: number; readonly by: Readonly<Record<string, Text>> };
  /**
   * Time limits by name. The common terms state them as `profile.name`, in seconds; a corridor is founded with
   * `seconds`.
   */
  readonly limits?: Readonly<Record<string, { readonly title: Text; readonly seconds: number }>>;
  /** Codes of findings that are signals: figures for a person to look at, never a reason to refuse. */
  readonly signals?: readonly string[];
  /** What is counted of its records, by name. */
  readonly figures?: Readonly<Record<string, Figure>>;
  /** What its records' pages show besides facts, by name; loaded where one is shown. */
  readonly panels?: Readonly<Record<string, () => Promise<Panel>>>;
  /**
   * Kinds of numbers that `RecordType.references` gives. Profiles share kinds by their names, as they share functions:
   * one kind has one meaning in a corridor.
   */
  readonly references?: Readonly<Record<string, ReferenceKind>>;
  /** How received records are chosen for treatment, by name; loaded where that is done. */
  readonly selections?: Readonly<Record<string, () => Promise<Selection>>>;
  /** What its registers are asked by name; alike on both sides. */
  readonly questions?: Readonly<Record<string, Question>>;
  /** Functions that institutions hold in the trust list for this profile, with their names. */
  readonly functions: Readonly<Record<string, Text>>;
  /** The sentence of every finding code the profile may give. */
  readonly findings: Readonly<Record<string, Text>>;
  /** Coded reasons that decisions may carry. */
  readonly reasons: Readonly<Record<string, Text>>;
  readonly formats: Readonly<Record<string, () => Promise<Format>>>;
  /**
   * What people call the members of claims, by the end of their path without array places: `consignor/name` goes before
   * `name`. A path begins with the name of the type. Every member of every schema has one.
   */
  readonly labels?: Readonly<Record<string, Text>>;
  /** Members that need no label where they stand alone in what holds them, by path as in `labels`. */
  readonly evident?: readonly string[];
  /** What coded values are called, by path as in `labels`, then by value. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  /** Texts that printed codes are packed with, oldest first. One that was ever used stays, byte for byte. */
  readonly dictionaries?: readonly string[];
  /** Loaded where it is told. */
  readonly demonstration?: () => Promise<readonly DemonstrationStep[]>;
  /** In that story: the numbers by which each institution knows its trader, of kinds that are numbers of persons. */
  readonly demonstrationTraders?: () => Promise<Readonly<Record<string, readonly string[]>>>;
}
