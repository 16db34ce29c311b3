/**
 * How an institution chooses, among the records it receives, what it looks at closely. The algorithm is public, the
 * settings are the institution's own and are told to nobody; a random draw cannot be foreseen by those who send, nor steered
 * afterwards by those who receive: before a period begins the institution signs the digest of a secret, and what is drawn
 * follows from that secret and from a tree that others had signed.
 */
import type { JsonObject } from './canonical.ts';
import type { Finding, Text } from './finding.ts';
import type { Need, Statement, View } from './statement.ts';

/** What a choice rests on, beside settings and draw. It is kept, so that the choice can be made again. */
export interface Asked {
  readonly issuer: string;
  readonly claims: JsonObject;
  /** Stated time, ms since 1970. */
  readonly time: number;
  /** What `facts` had found in the registers. */
  readonly facts: JsonObject;
}

/** What was chosen so far on one channel under one commitment; each key once. */
export interface Chosen {
  readonly total: number;
  readonly byOutcome: Readonly<Record<string, number>>;
}

export interface Choice {
  /** Key of `outcomes`. */
  readonly outcome: string;
  /** Key of `grounds`. */
  readonly ground: string;
  /** Which of the settings' criteria it was, by the name that the settings give it. */
  readonly criterion?: string;
}

/** What a record that decides states of the outcome under which it was decided. */
export interface Applied {
  /** Key of `outcomes`. */
  readonly outcome: string;
  /** How whoever decided says that it came about. */
  readonly ground: string;
  /** Why, where another outcome had been chosen; may be empty. */
  readonly reason: string;
}

/** Settings made ready to choose many times. Pure. */
export interface Selector {
  /** `draw`: 32 bytes, uniform. */
  select(asked: Asked, draw: Uint8Array, chosen: Chosen): Choice;
}

/** What is signed before a period. Times in ms since 1970, whole seconds. */
export interface Commitment {
  /** `profile/name` of the selection. */
  readonly selection: string;
  readonly from: number;
  /** First instant after it; the next commitment may end it earlier. */
  readonly until: number;
  /** Hex SHA-256 of the secret, 32 random bytes. */
  readonly secret: string;
  /** Hex HMAC-SHA256 of the canonical JSON of the settings, under the secret: short settings cannot be guessed. */
  readonly settings: string;
}

export interface Selection {
  readonly title: Text;
  /** Types whose records are chosen from, when they are received. */
  readonly types: readonly string[];
  /** What a record can be chosen for, strictest first. */
  readonly outcomes: Readonly<Record<string, Text>>;
  /** Why: what `Choice.ground` can be. An officer who chooses otherwise is told apart by the server. */
  readonly grounds: Readonly<Record<string, Text>>;
  /** JSON Schema of the settings, closed. Labels and codes stand under `<name of the selection>/…` in the profile. */
  readonly settings: JsonObject;
  /** What a person must mend before the settings are used (refuse), or should look at. Paths into the settings. */
  check(settings: JsonObject): readonly Finding[];
  selector(settings: JsonObject): Selector;
  /**
   * Records of one issuer with one key are one, and so is a record with one that it follows, under whatever key: a later
   * one is chosen with the draw and the counts of the first, counts no more, and gets the stricter outcome of the two.
   */
  key(statement: Pick<Statement, 'type' | 'issuer' | 'claims'>): string;
  /**
   * Whether a follow-up, by whoever chooses, ends what its subject was chosen for. Records with that key which their issuer
   * stated after it had cosigned the follow-up are no longer one with those before. Absent: nothing ends.
   */
  ends?(followUp: Pick<Statement, 'type' | 'claims'>): boolean;
  /**
   * Follow-ups, by whoever chooses, that state under which outcome they decide. One that is stricter than what holds changes
   * that, with who and why; one that is milder is refused before it is signed. Absent: none states it.
   */
  readonly applied?: {
    readonly types: readonly string[];
    /** JSON Pointer of the outcome in the claims. */
    readonly path: string;
    /** Undefined where it states none. */
    read(followUp: Pick<Statement, 'type' | 'claims'>): Applied | undefined;
  };
  reads?(statement: Statement): readonly Need[];
  /** What it needs to know from the registers; absent: nothing. */
  facts?(statement: Statement, view: View): JsonObject;
  /** The type of the records that commit, and how they tell it. */
  readonly commitment: {
    readonly type: string;
    /** Function of the institutions to which it is sent. */
    readonly sentTo: string;
    /** Seconds of a period. */
    readonly period: number;
    /**
     * Seconds after a sender's receipt before which a commitment does not act for that sender: whoever wanted to pick a
     * secret for a tree already in hand would have to hold it back so long, and the sender sees that.
     */
    readonly lead: number;
    claims(commitment: Commitment): JsonObject;
    read(claims: JsonObject): Commitment;
  };
  /** Settings that a demonstration begins with. */
  readonly demonstration?: JsonObject;
}

/** The choice that stands for a record, as its pages show it. Times in ms since 1970. */
export interface Selected extends Choice {
  readonly at: number;
  /** What officers chose instead, oldest first; the last one holds. */
  readonly rerouted: readonly { readonly outcome: string; readonly reason: string; readonly at: number }[];
}
