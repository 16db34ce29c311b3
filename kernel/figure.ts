/** What a profile counts of its records, so that dashboards can sum it up without knowing the domain. */
import type { Json, JsonObject } from './canonical.ts';
import type { Text } from './finding.ts';
import type { Statement } from './statement.ts';

/** One thing to count: a record may give several, or none. */
export interface Mark {
  /** What it is counted under: a code of the figure's `rows`, or a text of the claims. */
  readonly row: string;
  /** 1 for what is merely counted; of a share 1 or 0; else in the figure's unit: ms for durations. */
  readonly value: number;
}

/** Where the record stands that is counted. Times in ms since 1970. */
export interface Counted {
  /** The institution that counts. */
  readonly self: string;
  readonly direction: 'issued' | 'received';
  /**
   * Follow-ups: when the institution that issues it cosigned the subject; of one that is no recipient, when anybody
   * first did. Absent when nobody did, or the subject is not held.
   */
  readonly arrived?: number;
  /**
   * What the same institution had stated of the same subject before, of the types that `before` names, oldest first.
   * What one issuer states comes in one order everywhere, so that all who count see the same. None unless named.
   */
  readonly before: readonly Stated[];
}

/** Where codes that stand as rows have their names. */
export interface RowNames {
  /** Register of the profile. */
  readonly register: string;
  /** Which part of its keys is the code, from 0. */
  readonly part: number;
  /** Undefined where an entry names nothing. */
  title(value: Json): Text | undefined;
}

export type Stated = Pick<Statement, 'type' | 'time'> & { readonly claims: JsonObject };

/**
 * Counted is what was stated, once, when it is first held: what is withdrawn or found to have no effect later stays
 * counted, so a title says that statements were made and never that something is in force.
 */
export interface Figure {
  readonly title: Text;
  /** What the rows are: heading of their column. */
  readonly of: Text;
  /** `count` is summed, `share` told by how many marks are 1, `duration` (ms) by its median and nine tenths. */
  readonly measure: 'count' | 'share' | 'duration';
  /** Record types that are looked at. */
  readonly types: readonly string[];
  /** Types of earlier follow-ups that `marks` looks at in `Counted.before`. */
  readonly before?: readonly string[];
  /** What rows are called; others are shown as they are, ids of institutions under their names. */
  readonly rows?: Readonly<Record<string, Text>>;
  /** Rows that are codes: shown with the name that the register tells now. */
  readonly names?: RowNames;
  /** The subject comes without its state: what is counted must not depend on when one looks. */
  marks(statement: Statement, counted: Counted): readonly Mark[];
}
