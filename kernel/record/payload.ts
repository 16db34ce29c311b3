/**
 * The payload of a record: a W3C Verifiable Credential 2.0 whose claims stand in `credentialSubject` and whose
 * exchange data stand in `samur` (docs/protocol.md, "Record"). The schema is the contract; other countries may
 * run it as it is.
 */
import type { Json, JsonObject } from '../canonical.ts';
import type { JsonSchema } from '../profile.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { originSchema, type SchemaCheck } from '../schema.ts';

export const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://samur.example/ns/record/v1'] as const;
const types = ['VerifiableCredential', 'SamurRecord'] as const;

/** Size and root of a channel as the issuer had mirrored and cosigned it; root is hex SHA-256. */
export interface BasisEntry {
  readonly origin: string;
  readonly root: string;
  readonly size: number;
}

/** For a follow-up: the record it is about, and those follow-ups the issuer knew that no other known one comes after. */
export interface About {
  readonly after: readonly string[];
  readonly id: string;
}

export interface AnnexName {
  /** Hex SHA-256 of the bytes. */
  readonly digest: string;
  readonly mediaType: string;
  readonly name: string;
  readonly size: number;
}

/** Numbers of the national trust list parts by country code, and of the common `terms`. */
export type TrustNumbers = Readonly<Record<string, number>>;

export interface ExchangeData {
  readonly about?: About;
  readonly annexes: readonly AnnexName[];
  readonly basis: readonly BasisEntry[];
  /** Present, and true, in every record made under a demonstration trust list: without legal effect. */
  readonly demonstration?: true;
  readonly issuer: string;
  /** 128 random bits, base64url: the id can neither be guessed nor recomputed from the claims. */
  readonly nonce: string;
  readonly profile: string;
  readonly to: readonly string[];
  readonly trust: TrustNumbers;
  readonly type: string;
  readonly version: number;
}

/** The record's entry in a status list of its issuer (W3C Bitstring Status List). */
export interface StatusEntry {
  /** The list's id, which is its address: `<public address>/status/<issuer>/<number>`. */
  readonly list: string;
  /** 0 to 131071. */
  readonly index: number;
}

export interface Payload {
  readonly issuerDid: string;
  /** Stated time, milliseconds since 1970. */
  readonly time: number;
  readonly claims: JsonObject;
  readonly samur: ExchangeData;
  /** Absent in records whose state nobody need be told in one bit. */
  readonly status?: StatusEntry;
}

const name: JsonSchema = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' };
const institution: JsonSchema = { type: 'string', maxLength: 64, pattern: '^[a-z]{2}(\\.[a-z0-9]+(-[a-z0-9]+)*)+$' };
const digest: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const fromOne: JsonSchema = { type: 'integer', minimum: 1 };

function closed(properties: JsonObject, optional: readonly string[] = []): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((member) => !optional.includes(member)),
    additionalProperties: false,
  };
}

function list(items: JsonSchema, minItems: number, maxItems: number): JsonSchema {
  return { type: 'array', items, minItems, maxItems };
}

const host = '[a-z0-9.-]+(:[1-9][0-9]{0,4})?';
/** Address and number of a status list. */
const statusList = new RegExp(`^https?://${host}/status/([a-z0-9.-]+)/([1-9][0-9]{0,8})$`);
/** 0 to 131071 in the one form of a decimal number. */
const statusIndex = '^(0|[1-9][0-9]{0,4}|1[0-2][0-9]{4}|130[0-9]{3}|1310[0-6][0-9]|13107[01])$';

export const payloadSchema: JsonSchema = closed(
  {
    '@context': { const: contexts },
    credentialStatus: closed({
      statusListCredential: { type: 'string', maxLength: 400, pattern: statusList.source },
      statusListIndex: { type: 'string', pattern: statusIndex },
      statusPurpose: { const: 'revocation' },
      type: { const: 'BitstringStatusListEntry' },
    }),
    credentialSubject: { type: 'object' },
    issuer: { type: 'string', maxLength: 400, pattern: '^did:web:[^\\s#?/]+$' },
    samur: closed(
      {
        about: closed({ after: list(digest, 0, 64), id: digest }),
        annexes: list(
          closed({
            digest,
            mediaType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' },
            name: { type: 'string', minLength: 1, maxLength: 200 },
            size: count,
          }),
          0,
          64,
        ),
        basis: list(closed({ origin: originSchema, root: digest, size: count }), 0, 64),
        demonstration: { const: true },
        issuer: institution,
        nonce: { type: 'string', pattern: '^[A-Za-z0-9_-]{21}[AQgw]$' },
        profile: name,
        to: list(institution, 1, 32),
        trust: {
          type: 'object',
          properties: { terms: fromOne },
          required: ['terms'],
          propertyNames: { pattern: '^([A-Z]{2}|terms)$' },
          additionalProperties: fromOne,
          minProperties: 3,
          maxProperties: 3,
        },
        type: name,
        version: fromOne,
      },
      ['about', 'demonstration'],
    ),
    type: { const: types },
    validFrom: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
  },
  ['credentialStatus'],
);

export function payloadJson(payload: Payload): JsonObject {
  return {
    '@context': contexts,
    ...(payload.status && { credentialStatus: statusJson(payload.status) }),
    credentialSubject: payload.claims,
    issuer: payload.issuerDid,
    samur: payload.samur as unknown as JsonObject,
    type: types,
    validFrom: new Date(payload.time).toISOString(),
  };
}

function statusJson({ list, index }: StatusEntry): JsonObject {
  return {
    statusListCredential: list,
    statusListIndex: String(index),
    statusPurpose: 'revocation',
    type: 'BitstringStatusListEntry',
  };
}

/** Institution and number that the address of a status list names; undefined for any other text. */
export function statusListNamed(list: string): { readonly institution: string; readonly number: number } | undefined {
  const [, , institution, number] = statusList.exec(list) ?? [];
  return institution === undefined ? undefined : { institution, number: Number(number) };
}

/** Reads a payload whose text was already found canonical. Members outside the schema are refused. */
export function readPayload(value: Json, check: SchemaCheck): Payload | Refusal {
  const faults = check(value);
  if (faults) return refuse('record.bad-payload', { keyword: faults[0]?.keyword ?? '' }, faults[0]?.path ?? '');
  const members = value as unknown as {
    credentialStatus?: { statusListCredential: string; statusListIndex: string };
    credentialSubject: JsonObject;
    issuer: string;
    samur: ExchangeData;
    validFrom: string;
  };
  const { samur, credentialStatus } = members;
  const time = Date.parse(members.validFrom);
  // A date such as 31 February passes the pattern: only the form that writes back alike is one instant.
  if (Number.isNaN(time) || new Date(time).toISOString() !== members.validFrom)
    return refuse('record.bad-payload', {}, '/validFrom');
  if (!ascends(samur.to)) return refuse('record.bad-payload', {}, '/samur/to');
  if (!ascends(samur.basis.map((entry) => entry.origin))) return refuse('record.bad-payload', {}, '/samur/basis');
  if (!ascends(samur.annexes.map((annex) => annex.digest))) return refuse('record.bad-payload', {}, '/samur/annexes');
  if (samur.about && !ascends(samur.about.after)) return refuse('record.bad-payload', {}, '/samur/about/after');
  const status = credentialStatus && {
    list: credentialStatus.statusListCredential,
    index: Number(credentialStatus.statusListIndex),
  };
  if (status && statusListNamed(status.list)?.institution !== samur.issuer)
    return refuse('record.bad-payload', {}, '/credentialStatus/statusListCredential');
  if (samur.to.includes(samur.issuer)) return refuse('record.wrong-recipients', {}, '/samur/to');
  return { issuerDid: members.issuer, time, claims: members.credentialSubject, samur, ...(status && { status }) };
}

/** Lists in a record stand in one order, without doubles: one statement, one form. */
function ascends(texts: readonly string[]): boolean {
  for (let i = 1; i < texts.length; i++) if ((texts[i - 1] as string) >= (texts[i] as string)) return false;
  return true;
}
