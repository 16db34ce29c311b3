/** All that goes on one paper, as plain values: the same sheet gives the same bytes. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Language } from '../../kernel/finding.ts';

/** One text in each of the sheet's languages. */
export type Pair = readonly [string, string];

/** What the engine prints around the form. No text in here is markup. */
export interface Frame {
  readonly languages: readonly [Language, Language];
  readonly title: Pair;
  readonly number: string;
  /** Name of the issuer, as the PDF's author. */
  readonly author: string;
  readonly checkCode: string;
  /** Address of a page that reads the code: any other one does as well. */
  readonly verifyAt: string;
  /** A PNG; `width` of the drawing, quiet zone in, in millimetres. */
  readonly code: { readonly png: Uint8Array; readonly width: number; readonly alt: Pair };
  readonly state: { readonly inForce: boolean; readonly heading: Pair; readonly explained: Pair };
  readonly signature: { readonly said: Pair; readonly key: string; readonly record: string };
  /** When it was printed and how to ask for today's state; on every page. */
  readonly printed: Pair;
  readonly demonstration: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  /** ISO 19005-3 Annex E: what the file is to the printed document. */
  readonly relationship: 'source' | 'data' | 'alternative' | 'supplement';
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface Sheet {
  /** URL of the profile's Typst source. */
  readonly template: string;
  readonly form: JsonObject;
  readonly frame: Frame;
  readonly attachments: readonly Attachment[];
  /** When it is printed, ms since 1970: the PDF's date. */
  readonly printed: number;
}
