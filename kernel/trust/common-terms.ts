/** What both countries sign together: the profiles in force and the time limits. */
import type { JsonObject } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import { type Numbered, numberedShape, numberingFault } from './national-part.ts';
import { integerFrom, literal, mapOf, object } from './shape.ts';

export interface CommonTerms extends Numbered {
  readonly kind: 'terms';
  /** For each profile, each record type in force with its highest version. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Seconds by name. */
  readonly limits: Readonly<Record<string, number>>;
}

const typeName = /^[a-z][a-z0-9-]{0,63}$/;

const termsShape = object<CommonTerms>({
  ...numberedShape,
  kind: literal('terms'),
  profiles: mapOf(typeName, mapOf(typeName, integerFrom(1))),
  limits: mapOf(/^[a-z][a-z0-9.-]{0,63}$/, integerFrom(1)),
});

/** Reads common terms and checks what can be said of them alone. */
export function readTerms(payload: JsonObject): CommonTerms | Refusal {
  const terms = termsShape(payload, '');
  if (terms instanceof Refusal) return terms;
  return numberingFault(terms) ?? terms;
}
