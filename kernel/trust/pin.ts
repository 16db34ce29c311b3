import type { Json, JsonObject } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type AnchorKey, anchorShape, publicKeyOf, thumbprint } from './jwk.ts';
import { flag, mapOf, object, text } from './shape.ts';

/** What a verifier is configured with: the corridor and the founding anchor of each of its two countries. */
export interface Pin {
  /** Both country codes in lower case, ascending: `az-ru`. */
  readonly corridor: string;
  readonly demonstration: boolean;
  /** By ISO 3166-1 alpha-2 code. */
  readonly anchors: Readonly<Record<string, AnchorKey>>;
}

export const corridorText = text(/^[a-z]{2}-[a-z]{2}$/);
export const countryPattern = /^[A-Z]{2}$/;

const pinShape = object<Pin>({
  corridor: corridorText,
  demonstration: flag,
  anchors: mapOf(countryPattern, anchorShape),
});

/** Reads a pin from configuration. Refuses a key whose `kid` is not its thumbprint. */
export function readPin(value: Json, crypto: Crypto): Pin | Refusal {
  const pin = pinShape(value, '');
  if (pin instanceof Refusal) return pin;
  const countries = countriesOf(pin);
  const [first, second] = countries;
  if (countries.length !== 2 || pin.corridor !== `${first}-${second}`.toLowerCase()) {
    return refuse('trust.malformed', {}, '/anchors');
  }
  for (const country of countries) {
    const anchor = checkAnchor(pin.anchors[country]!, `/anchors/${country}`, crypto);
    if (anchor instanceof Refusal) return anchor;
  }
  if (pin.anchors[first!]!.kid === pin.anchors[second!]!.kid) return refuse('trust.malformed', {}, '/anchors');
  return pin;
}

/** The pin as `readPin` takes it. */
export function pinJson({ corridor, demonstration, anchors }: Pin): JsonObject {
  const keys = Object.entries(anchors).map(([country, anchor]) => [country, { ...anchor }] as const);
  return { corridor, demonstration, anchors: Object.fromEntries(keys) };
}

/** The two country codes, ascending. */
export function countriesOf(pin: Pin): readonly string[] {
  return Object.keys(pin.anchors).toSorted();
}

export function checkAnchor(anchor: AnchorKey, path: string, crypto: Crypto): AnchorKey | Refusal {
  const key = publicKeyOf(anchor);
  if (key instanceof Refusal) return new Refusal(key.code, key.detail, path + key.path);
  return thumbprint(anchor, crypto) === anchor.kid ? anchor : refuse('trust.malformed', {}, `${path}/kid`);
}
