/** The part of the trust list that one country signs: its institutions, their functions and keys. */
import type { JsonObject } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';
import type { Text } from '../finding.ts';
import { Refusal, refuse } from '../refusal.ts';
import { instant } from './instant.ts';
import { type AnchorKey, anchorShape, type Jwk, jwkShape, thumbprintText } from './jwk.ts';
import { checkAnchor, corridorText, countryPattern } from './pin.ts';
import { flag, integerFrom, listOf, literal, object, optional, text } from './shape.ts';

/** One key signs one kind of thing: records, checkpoints, mirror cosignatures, HTTP requests. */
export const keyUses = ['record', 'checkpoint', 'mirror', 'request'] as const;
export type KeyUse = (typeof keyUses)[number];

/** A key as the part states it. Times are `2026-11-21T18:00:00Z`; valid from `from` until just before `until`. */
export interface KeyEntry {
  readonly kid: string;
  readonly use: KeyUse;
  readonly jwk: Jwk;
  readonly from: string;
  readonly until: string;
  readonly revokedAt?: string;
}

export interface InstitutionEntry {
  /** Country code in lower case, a dot, a name: `az.afsa`. */
  readonly id: string;
  /** Host of its did:web name and of its channels' origins, `:port` allowed. Never changes. */
  readonly domain: string;
  /** Base URL for requests between servers, no slash at the end. */
  readonly endpoint: string;
  readonly names: Text;
  /** Ascending. */
  readonly functions: readonly string[];
  /** Ascending by `kid`; retired ones stay. */
  readonly keys: readonly KeyEntry[];
}

/** What every numbered document of the trust list says of itself. */
export interface Numbered {
  readonly corridor: string;
  /** From 1, without gaps. */
  readonly number: number;
  /** Base64url SHA-256 of the payload of the number before; absent from number 1. */
  readonly previous?: string;
  readonly issued: string;
  /** After this moment the document is stale. */
  readonly nextUpdate: string;
  readonly demonstration: boolean;
}

export interface NationalPart extends Numbered {
  readonly kind: 'part';
  readonly country: string;
  /** The anchor in force from this part on. */
  readonly anchor: AnchorKey;
  /** Ascending by `id`. */
  readonly institutions: readonly InstitutionEntry[];
}

const name = text(/^(?! )[^\p{Cc}]{1,200}(?<! )$/u);
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const port = '(?::[1-9][0-9]{0,4})?';
const domainText = text(new RegExp(`^(?=.{1,200}$)(?:${label}\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?${port}$`));
const endpointText = text(
  new RegExp(`^(?=.{1,400}$)https?://${label}(?:\\.${label})*${port}(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$`),
);
const idText = text(/^(?=.{4,64}$)[a-z]{2}(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/);

export const numberedShape = {
  corridor: corridorText,
  number: integerFrom(1),
  previous: optional(thumbprintText),
  issued: instant,
  nextUpdate: instant,
  demonstration: flag,
};

const partShape = object<NationalPart>({
  ...numberedShape,
  kind: literal('part'),
  country: text(countryPattern),
  anchor: anchorShape,
  institutions: listOf(
    object<InstitutionEntry>({
      id: idText,
      domain: domainText,
      endpoint: endpointText,
      names: object<Text>({ az: name, ru: name, en: name }),
      functions: listOf(text(/^[a-z][a-z0-9.-]{0,63}$/)),
      keys: listOf(
        object<KeyEntry>({
          kid: thumbprintText,
          use: literal(...keyUses),
          jwk: jwkShape,
          from: instant,
          until: instant,
          revokedAt: optional(instant),
        }),
      ),
    }),
  ),
});

/** Reads a part as far as is needed to know who must have signed it. Its institutions are read after that. */
export function readPart(payload: JsonObject, crypto: Crypto): NationalPart | Refusal {
  const part = partShape(payload, '');
  if (part instanceof Refusal) return part;
  const fault = numberingFault(part);
  if (fault !== undefined) return fault;
  const anchor = checkAnchor(part.anchor, '/anchor', crypto);
  return anchor instanceof Refusal ? anchor : part;
}

export function numberingFault(document: Numbered): Refusal | undefined {
  if ((document.number === 1) !== (document.previous === undefined)) return malformed('/previous');
  return document.nextUpdate <= document.issued ? malformed('/nextUpdate') : undefined;
}

function malformed(path: string): Refusal {
  return refuse('trust.malformed', {}, path);
}
