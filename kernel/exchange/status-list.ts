/**
 * Status lists (W3C Bitstring Status List 1.0): one bit for each entry, told by the issuer under its record key, for
 * whoever can be told no more. A list is a Verifiable Credential as compact JWS, as a record is; their payloads share
 * no form, so that neither is ever read as the other (docs/protocol.md, "Status lists").
 */
import { base64url, fromBase64url, utf8 } from '../bytes.ts';
import { canonical, type Json, type JsonObject, parseCanonical } from '../canonical.ts';
import type { Crypto, Signer } from '../crypto.ts';
import { type StatusEntry, statusListNamed } from '../record/payload.ts';
import { header, readHeader, readText } from '../record/record.ts';
import { isReduced } from '../record/signature-form.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type Institution, type InstitutionKey, keyValidAt } from '../trust/institution.ts';
import { institutionOfDid, usableKeyAt } from '../trust/lookup.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { unpack } from '../unpack.ts';
import { clockTolerance } from './arrival.ts';

/** Entries of a list, and the fewest that W3C allows: so many that an index tells nothing of its record. */
export const statusListBits = 131_072;
/** Bytes of a longer list, which another implementation may make, and characters of its signed form. */
const most = 1024 * 1024;

const context = 'https://www.w3.org/ns/credentials/v2';
const markContext = 'https://samur.example/ns/record/v1';

/** What a list says. Times in ms since 1970. */
export interface StatusListStatement {
  /** Its id: `<public address>/status/<institution>/<number>`. */
  readonly address: string;
  readonly issuerDid: string;
  /** As of when. */
  readonly validFrom: number;
  /** From then on nobody takes it. */
  readonly validUntil: number;
  /** Ms for which a copy may be used without asking again. */
  readonly ttl: number;
  readonly demonstration: boolean;
  /** The bits, index 0 in the highest bit of the first byte, packed by gzip (RFC 1952). */
  readonly packed: Uint8Array;
}

declare const verified: unique symbol;
/** A list that its issuer signed and that is still in time; only `openStatusList` makes one. */
export interface StatusList extends Omit<StatusListStatement, 'packed'> {
  readonly issuer: string;
  readonly bits: Uint8Array;
  readonly [verified]: true;
}

/** The bits of a list in which these entries are revoked. */
export function statusBits(revoked: Iterable<number>): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(statusListBits / 8);
  for (const index of revoked) bits[index >> 3] = bits[index >> 3]! | (128 >> (index & 7));
  return bits;
}

/** The credential; plain, it proves nothing. */
export function statusListJson(list: StatusListStatement): JsonObject {
  return {
    '@context': list.demonstration ? [context, markContext] : [context],
    credentialSubject: {
      encodedList: `u${base64url(list.packed)}`,
      id: `${list.address}#list`,
      statusPurpose: 'revocation',
      ttl: list.ttl,
      type: 'BitstringStatusList',
    },
    id: list.address,
    issuer: list.issuerDid,
    ...(list.demonstration && { samur: { demonstration: true } }),
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom: new Date(list.validFrom).toISOString(),
    validUntil: new Date(list.validUntil).toISOString(),
  };
}

/** Signs a list with the record key named `kid`. */
export async function signStatusList(list: StatusListStatement, kid: string, signer: Signer): Promise<string> {
  const head = header(signer.key.algorithm, list.issuerDid, kid);
  const input = `${base64url(utf8(head))}.${base64url(utf8(canonical(statusListJson(list))))}`;
  return `${input}.${base64url(await signer.sign(utf8(input)))}`;
}

/** `now`: ms since 1970. */
export interface StatusListVerifier {
  readonly trust: TrustList;
  readonly crypto: Crypto;
  readonly now: number;
}

/**
 * Reads and verifies a signed list. `status.malformed`: another form, or not signed by its issuer; `status.stale`: past
 * its time; `trust.*`: issuer or key is not to be trusted now.
 */
export async function openStatusList(jwt: string, verifier: StatusListVerifier): Promise<StatusList | Refusal> {
  if (jwt.length > most) return refuse('input.too-large', { limit: most });
  const [head = '', body = '', tail = '', ...more] = jwt.split('.');
  if (more.length > 0) return malformed('');
  const signing = readHeader(head);
  if (signing instanceof Refusal) return malformed('');
  const list = readStatement(body);
  if (list instanceof Refusal) return list;
  const signature = fromBase64url(tail);
  if (signature instanceof Refusal || !isReduced(signing.algorithm, signature)) return malformed('');
  const { trust, crypto, now } = verifier;
  const issuer = institutionOfDid(trust, list.issuerDid);
  if (!issuer) return refuse('trust.unknown-institution', { name: list.issuerDid.slice(0, 100) });
  if (signing.did !== issuer.did || !isOf(list.address, issuer)) return malformed('/id');
  const key = keyOf(issuer, signing.kid, list, verifier);
  if (key instanceof Refusal) return key;
  const signed = utf8(jwt.slice(0, jwt.lastIndexOf('.')));
  const holds = key.publicKey.algorithm === signing.algorithm && crypto.verify(key.publicKey, signed, signature);
  if (!holds) return malformed('');
  if (list.demonstration !== trust.pin.demonstration) return refuse('trust.demonstration-mixed');
  if (list.validFrom > now + clockTolerance) return malformed('/validFrom');
  if (now >= list.validUntil) return refuse('status.stale', { time: new Date(list.validUntil).toISOString() });
  const bits = await unpack('gzip', list.packed, most);
  if (!bits || bits.length * 8 < statusListBits) return malformed('/credentialSubject/encodedList');
  const { packed: _, ...said } = list;
  return { ...said, issuer: issuer.id, bits } as StatusList;
}

/** What the list says of a record that names this entry. `status.wrong-list`: nothing, for it is another list. */
export function statusOf(list: StatusList, status: StatusEntry | undefined): 'revoked' | 'not-revoked' | Refusal {
  if (status?.list !== list.address) return refuse('status.wrong-list');
  const byte = list.bits[status.index >> 3];
  if (byte === undefined) return refuse('status.wrong-list');
  return (byte & (128 >> (status.index & 7))) === 0 ? 'not-revoked' : 'revoked';
}

const malformed = (path: string): Refusal => refuse('status.malformed', {}, path);

/** Of its host, under either scheme: an address stays that of its list when the institution moves on to HTTPS. */
function isOf(address: string, { id, domain }: Institution): boolean {
  const number = statusListNamed(address)?.number;
  return ['http', 'https'].some((scheme) => address === `${scheme}://${domain}/status/${id}/${number}`);
}

/** Good both when the list says it was signed and now: nothing proves when it was. */
function keyOf(
  issuer: Institution,
  kid: string,
  list: StatusListStatement,
  { trust, now }: StatusListVerifier,
): InstitutionKey | Refusal {
  const key = issuer.keys.get(kid);
  if (!key) return refuse('trust.unknown-key', { name: issuer.id });
  if (key.use !== 'record') return refuse('trust.wrong-key-use', { institution: issuer.id, kid, use: key.use });
  if (!keyValidAt(key, list.validFrom)) return refuse('trust.key-not-valid-then', { institution: issuer.id, kid });
  return usableKeyAt(trust, key, now);
}

function readStatement(part: string): StatusListStatement | Refusal {
  const text = readText(part);
  const value = text instanceof Refusal ? text : parseCanonical(text);
  if (text instanceof Refusal || value instanceof Refusal) return malformed('');
  const { credentialSubject, id, issuer, samur, validFrom, validUntil } = membersOf(value);
  const { encodedList, ttl } = membersOf(credentialSubject);
  const packed = typeof encodedList === 'string' ? fromBase64url(encodedList.slice(1)) : undefined;
  if (packed === undefined || packed instanceof Refusal) return malformed('/credentialSubject/encodedList');
  const times = [validFrom, validUntil].map((time) => Date.parse(String(time)));
  const [from = Number.NaN, until = Number.NaN] = times;
  if (!(from < until)) return malformed('/validUntil');
  if (typeof ttl !== 'number' || ttl < 0) return malformed('/credentialSubject/ttl');
  const list: StatusListStatement = {
    address: String(id),
    issuerDid: String(issuer),
    validFrom: from,
    validUntil: until,
    ttl,
    demonstration: samur !== undefined,
    packed,
  };
  // Rebuilding it refuses every other form and member in one comparison.
  return text === canonical(statusListJson(list)) ? list : malformed('');
}

function membersOf(value: Json | undefined): { readonly [member: string]: Json | undefined } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};
}
