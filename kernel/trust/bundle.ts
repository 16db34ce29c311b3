/** The whole history of a trust list as one JSON value, for evidence files and for the disk. */
import { canonical, type Json, type JsonObject } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { acceptPart } from './accept-part.ts';
import { acceptTerms } from './accept-terms.ts';
import { countryPattern, type Pin, pinJson, readPin } from './pin.ts';
import { isObject, listOf, mapOf, object, optional, refuseMember, type Shape } from './shape.ts';
import { foundTrust, type TrustList } from './trust-list.ts';

interface TrustExport {
  /** For information: an importer trusts only its own pin and refuses another. */
  readonly pin?: JsonObject;
  /** Signed texts by country, number 1 first. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly terms: readonly string[];
}

const anyObject: Shape<JsonObject> = (value, path) => (isObject(value) ? value : refuseMember('input.bad-value', path));
const signedText: Shape<string> = (value, path) =>
  typeof value === 'string' ? value : refuseMember('input.bad-value', path);
const exportShape = object<TrustExport>({
  pin: optional(anyObject),
  parts: mapOf(countryPattern, listOf(signedText)),
  terms: listOf(signedText),
});

export function exportTrust(trust: TrustList): JsonObject {
  const chains = [...trust.chains].map(([country, { parts }]) => [country, parts.map((one) => one.signed)] as const);
  return {
    pin: pinJson(trust.pin),
    parts: Object.fromEntries(chains),
    terms: trust.terms.map((one) => one.signed),
  };
}

/** Replays an export from the pinned anchors; nothing in it is believed. The path names the document refused. */
export function importTrust(pin: Pin, exported: Json, crypto: Crypto): TrustList | Refusal {
  const bundle = exportShape(exported, '');
  if (bundle instanceof Refusal) return bundle;
  const other = bundle.pin === undefined ? undefined : otherPin(pin, bundle.pin, crypto);
  if (other !== undefined) return other;
  let trust = foundTrust(pin);
  for (const [country, texts] of Object.entries(bundle.parts)) {
    for (const [index, text] of texts.entries()) {
      const next = acceptPart(trust, text, crypto);
      if (next instanceof Refusal) return within(next, `/parts/${country}/${index}`);
      if (next.chains.get(country)?.parts.length !== index + 1) {
        return refuse('trust.wrong-country', {}, `/parts/${country}/${index}`);
      }
      trust = next;
    }
  }
  for (const [index, text] of bundle.terms.entries()) {
    const next = acceptTerms(trust, text, crypto);
    if (next instanceof Refusal) return within(next, `/terms/${index}`);
    if (next.terms.length !== index + 1) return refuse('trust.malformed', {}, `/terms/${index}`);
    trust = next;
  }
  return trust;
}

function otherPin(own: Pin, stated: JsonObject, crypto: Crypto): Refusal | undefined {
  const pin = readPin(stated, crypto);
  if (pin instanceof Refusal) return within(pin, '/pin');
  if (pin.corridor !== own.corridor) return refuse('trust.wrong-corridor', {}, '/pin/corridor');
  if (pin.demonstration !== own.demonstration) return refuse('trust.demonstration-mixed', {}, '/pin/demonstration');
  const same = canonical(pinJson(pin)) === canonical(pinJson(own));
  return same ? undefined : refuse('trust.bad-signature', {}, '/pin/anchors');
}

function within(refusal: Refusal, path: string): Refusal {
  return new Refusal(refusal.code, refusal.detail, path);
}
