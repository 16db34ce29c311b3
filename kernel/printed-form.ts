/** What a profile says of the paper that a record is printed on. */
import type { JsonObject } from './canonical.ts';
import type { Language, Text } from './finding.ts';

/** The record that is printed, with what the trust list says of its parties. */
export interface PrintedRecord {
  readonly type: string;
  readonly number: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  /** Stated time, milliseconds since 1970. */
  readonly time: number;
  /** Of issuer and recipients, by id. */
  readonly names: Readonly<Record<string, Text>>;
}

/** A printed form in two languages. The server's engine adds code, page numbers and marks around it. */
export interface Paper {
  /** URL of a Typst source; what else it imports lies in the same folder. */
  readonly template: { readonly href: string };
  /** Languages when nobody asked for others: the exporting side's first. */
  languages(record: PrintedRecord): readonly [Language, Language];
  /** What the template gets as JSON: every text ready to be set, none of it markup. */
  data(record: PrintedRecord, languages: readonly [Language, Language]): JsonObject;
}
