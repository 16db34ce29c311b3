/** What a profile answers about its registers as they stood at an instant, alike on every side that holds them. */
import type { Json, JsonObject } from './canonical.ts';
import type { Text } from './finding.ts';
import type { RefusalDetail } from './refusal.ts';

/** Key of a register or ledger row. Name the direction in it: exporting, then importing institution. */
export type Key = readonly string[];

export interface RegisterEntry {
  readonly key: Key;
  readonly value: Json;
  /** Id of the record that states it. */
  readonly record: string;
}

/** Undefined means nothing stated, or not held. */
export interface RegisterView {
  register(name: string, key: Key): Json | undefined;
  /** What is stated for all keys that begin with `prefix`, ascending by key. Keep what it spans small. */
  list(name: string, prefix: Key): readonly RegisterEntry[];
}

/** Every value is a text; names are `[a-z][a-z0-9-]*`, but for `on`, which is the instant. */
export interface QuestionParameter {
  readonly title: Text;
  /** JSON Schema 2020-12 of a string. */
  readonly schema: JsonObject;
  readonly required?: true;
}

export interface QuestionAnswer {
  /** Key of the question's `answers`. */
  readonly code: string;
  /** Fills the marks of the sentence. */
  readonly detail: RefusalDetail;
  /** All rows that it rests on, also those under which nothing was stated. */
  readonly rests: readonly { readonly register: string; readonly key: Key }[];
}

/** Its answer depends on what was stated by `at` alone, so that later statements never change it. */
export interface Question {
  readonly title: Text;
  readonly parameters: Readonly<Record<string, QuestionParameter>>;
  /** The sentence of every code. Marks in braces are filled from the answer's detail. */
  readonly answers: Readonly<Record<string, Text>>;
  /**
   * Institutions that hold all rows it looks at. Only they are told a whole answer, and what it tells of who knew
   * what is limited to them, so that it is the same at each. Absent: every institution.
   */
  heldBy?(parameters: Readonly<Record<string, string>>): readonly string[];
  /** `at`: ms since 1970; the end of a day, in UTC, where a day is asked about. `view`: the registers as of then. */
  answer(parameters: Readonly<Record<string, string>>, view: RegisterView, at: number): QuestionAnswer;
}
