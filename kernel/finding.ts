/** What is said to people: texts in the languages of the corridor, and findings about a record. */
import type { RefusalDetail } from './refusal.ts';

export const languages = ['az', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
/** One text in every language of the corridor. `{name}` marks are filled from a finding's detail. */
export type Text = Readonly<Record<Language, string>>;

export type Severity = 'refuse' | 'warn' | 'inform';

/** What a rule or a reader has to say. `code` is a key of the profile's `findings`, or a refusal code. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** JSON Pointer into the claims; for a format reader, the element path in the source document. */
  readonly path: string;
  readonly detail?: RefusalDetail;
  /** Set on arrival when the issuer, by its basis, could not have known of what the record breaks. */
  readonly notKnown?: true;
}
