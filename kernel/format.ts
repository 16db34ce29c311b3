/** Documents of other systems, read into claims and written from them. */
import type { JsonObject } from './canonical.ts';
import type { Finding } from './finding.ts';
import type { Refusal } from './refusal.ts';

/** A document read from another format: what was understood, what was not, what hung on it. */
export interface Reading {
  readonly type: string;
  readonly claims: JsonObject;
  readonly findings: readonly Finding[];
  readonly annexes: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

/** An exchange format of other systems, for example UN/CEFACT XML. Loaded on first use. */
export interface Format {
  readonly mediaType: string;
  readonly types: readonly string[];
  read(document: Uint8Array): Reading | Refusal;
  write(type: string, claims: JsonObject, annexes: ReadonlyMap<string, Uint8Array>): Uint8Array | Refusal;
}
