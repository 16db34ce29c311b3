/**
 * Assertions of officers' keys: Web Authentication Level 3 §7.2, as far as it can be asked of a record by whoever holds
 * it. The challenge says what was approved, so that an assertion serves for nothing else.
 */
import { concat, equalBytes, fromBase64url, fromUtf8, utf8 } from '../bytes.ts';
import { canonical, type JsonObject, maxDepth } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';
import type { AnnexName, ExchangeData } from '../record/payload.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type Jwk, publicKeyOf } from '../trust/jwk.ts';
import type { ApprovalClaims, Assertion, EnrolmentClaims, KeyMeans, Witness } from './officers.ts';

export type {
  ApprovalClaims,
  Assertion,
  EnrolledOfficer,
  EnrolmentClaims,
  EnrolmentEndClaims,
  KeyMeans,
  OfficerRole,
  Witness,
} from './officers.ts';
export {
  enrolled,
  isEnrolledKey,
  keyMeans,
  maxOfficerRecords,
  mayApprove,
  mayWitness,
  officerRoles,
  statingTypes,
} from './officers.ts';

/** Of a record that has no id yet: what it will say, without what the moment of its signature adds. */
export interface Contents {
  /** Id of the subject. */
  readonly about?: string;
  readonly annexes: readonly AnnexName[];
  readonly claims: JsonObject;
  readonly profile: string;
  readonly to: readonly string[];
  readonly type: string;
  readonly version: number;
}

/** Of a record's payload. */
export function contentsIn(claims: JsonObject, samur: ExchangeData): Contents {
  const { about, annexes, profile, to, type, version } = samur;
  return { ...(about && { about: about.id }), annexes, claims, profile, to, type, version };
}

/** Challenge of an approval `of: 'contents'`, 32 bytes. Annexes ascend by digest and `to` ascends, as in the record. */
export function contentsChallenge(contents: Contents, crypto: Crypto): Uint8Array {
  const { about, annexes, claims, profile, to, type, version } = contents;
  const named = annexes.map(({ digest, mediaType, name, size }) => ({ digest, mediaType, name, size }));
  const value = { ...(about !== undefined && { about }), annexes: named, claims, profile, to, type, version };
  return crypto.sha256(utf8(`samur contents v1\n${canonical(value)}`));
}

/** Challenge of an approval `of: 'record'`: the 32 bytes of the id. */
export function recordChallenge(id: string): Uint8Array {
  return Uint8Array.fromHex(id);
}

/** Challenge of every witness of an enrolment, 32 bytes. */
export function witnessChallenge(claims: Omit<EnrolmentClaims, 'witnesses'>, crypto: Crypto): Uint8Array {
  const { witnesses: _, ...stated } = claims as EnrolmentClaims;
  return crypto.sha256(utf8(`samur enrolment v1\n${canonical(stated as unknown as JsonObject)}`));
}

export interface Asserted {
  /** Exactly the bytes that the key was asked to sign over; undefined: any 32 bytes, to be compared elsewhere. */
  readonly challenge: Uint8Array | undefined;
  readonly key: Jwk;
  /** Domain without port. */
  readonly relyingParty: string;
  readonly means: KeyMeans;
}

declare const checked: unique symbol;

/** An assertion whose signature, origin, challenge and flags hold. Made by `checkAssertion` alone. */
export interface CheckedAssertion {
  readonly [checked]: true;
  readonly challenge: Uint8Array;
  /** The authenticator recognised its user (UV); never with the means `demonstration`. */
  readonly userVerified: boolean;
}

const userPresent = 0x01;
const userVerified = 0x04;
const attestedData = 0x40;
const extensionData = 0x80;

/**
 * Refused with `approval.bad-assertion`; its path names the part of the assertion at fault. With a passkey the user must
 * be present and verified; a demonstration's key says that nobody was.
 */
export function checkAssertion(
  assertion: Assertion,
  { challenge, key, relyingParty, means }: Asserted,
  crypto: Crypto,
): CheckedAssertion | Refusal {
  const publicKey = publicKeyOf(key);
  if (publicKey instanceof Refusal) return bad('/key');
  const authenticatorData = fromBase64url(assertion.authenticatorData);
  if (authenticatorData instanceof Refusal || !isAuthenticatorData(authenticatorData, relyingParty, means, crypto))
    return bad('/assertion/authenticatorData');
  const clientData = fromBase64url(assertion.clientData);
  if (clientData instanceof Refusal) return bad('/assertion/clientData');
  const answered = challengeIn(clientData, relyingParty);
  if (!answered || (challenge && !equalBytes(answered, challenge))) return bad('/assertion/clientData');
  const signature = fromBase64url(assertion.signature);
  if (signature instanceof Refusal) return bad('/assertion/signature');
  const signed = concat(authenticatorData, crypto.sha256(clientData));
  if (!crypto.verify(publicKey, signed, signature)) return bad('/assertion/signature');
  return { challenge: answered, userVerified: means === 'passkey' } as unknown as CheckedAssertion;
}

function bad(path: string): Refusal {
  return refuse('approval.bad-assertion', {}, path);
}

/** §6.1: hash of the relying party's id, flags, counter; extensions may follow, a new key may not. */
function isAuthenticatorData(bytes: Uint8Array, relyingParty: string, means: KeyMeans, crypto: Crypto): boolean {
  if (bytes.length < 37 || !equalBytes(bytes.subarray(0, 32), crypto.sha256(utf8(relyingParty)))) return false;
  const flags = bytes[32] as number;
  if (flags & attestedData || ((flags & extensionData) !== 0) !== bytes.length > 37) return false;
  const shown = flags & (userPresent | userVerified);
  return shown === (means === 'passkey' ? userPresent | userVerified : 0);
}

/** §5.8.1. The challenge answered, if it is one of this relying party and of its own pages alone. */
function challengeIn(clientData: Uint8Array, relyingParty: string): Uint8Array | undefined {
  const text = fromUtf8(clientData);
  if (text instanceof Refusal) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (!readsAlike(text, value)) return undefined;
  const { type, challenge, origin, crossOrigin } = value as Readonly<Record<string, unknown>>;
  if (type !== 'webauthn.get' || typeof challenge !== 'string' || typeof origin !== 'string') return undefined;
  if (crossOrigin !== undefined && crossOrigin !== false) return undefined;
  if (!isWithin(origin, relyingParty)) return undefined;
  const bytes = fromBase64url(challenge);
  return bytes instanceof Refusal || bytes.length !== 32 ? undefined : bytes;
}

/** Readers differ in which of two members of one name they take, and in how deep they read. `text` is that of the value. */
function readsAlike(text: string, value: object): boolean {
  // Each text of the JSON in its turn; behind names stands a colon.
  const names = text.matchAll(/"(?:[^"\\]|\\.)*"([ \t\r\n]*:)?/g).filter(([, colon]) => colon);
  return membersIn(value, 1) === names.toArray().length;
}

/** NaN for what is nested too deeply. */
function membersIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > maxDepth) return Number.NaN;
  const inner = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + membersIn(one, depth + 1), Array.isArray(value) ? 0 : inner.length);
}

/** `https://host[:port]`, the host being the relying party or below it; `http` on this very computer alone. */
function isWithin(origin: string, relyingParty: string): boolean {
  const [, scheme, host = ''] = /^(https?):\/\/([a-z0-9.-]{1,253})(?::[1-9][0-9]{0,4})?$/.exec(origin) ?? [];
  if (scheme === undefined || (scheme === 'http' && !/(^|\.)localhost$/.test(host))) return false;
  return host === relyingParty || host.endsWith(`.${relyingParty}`);
}

const meansOf = ({ demonstration }: Pick<Witness, 'demonstration'>): KeyMeans =>
  demonstration ? 'demonstration' : 'passkey';

/**
 * What is wrong with the assertions of an approval or enrolment whose claims keep to their schema. An approval of
 * contents is compared with them where its record is at hand: `approvesFault`.
 */
export function assertionFault(
  type: string,
  claims: JsonObject,
  isDemonstration: boolean,
  crypto: Crypto,
): Refusal | undefined {
  if (type === 'enrolment') return enrolmentFault(claims as unknown as EnrolmentClaims, isDemonstration, crypto);
  if (type !== 'approval') return undefined;
  const approval = claims as unknown as ApprovalClaims;
  if (approval.demonstration && !isDemonstration) return refuse('trust.demonstration-mixed', {}, '/demonstration');
  const challenge = approval.of === 'record' ? recordChallenge(approval.record) : undefined;
  const found = checkAssertion(approval.assertion, { ...approval, challenge, means: meansOf(approval) }, crypto);
  return found instanceof Refusal ? found : undefined;
}

function enrolmentFault(claims: EnrolmentClaims, isDemonstration: boolean, crypto: Crypto): Refusal | undefined {
  if (claims.means === 'demonstration' && !isDemonstration) return refuse('trust.demonstration-mixed', {}, '/means');
  if (publicKeyOf(claims.key) instanceof Refusal) return bad('/key');
  const challenge = witnessChallenge(claims, crypto);
  for (const [index, witness] of claims.witnesses.entries()) {
    const path = `/witnesses/${index}`;
    if (witness.demonstration && !isDemonstration)
      return refuse('trust.demonstration-mixed', {}, `${path}/demonstration`);
    const found = checkAssertion(witness.assertion, { ...witness, challenge, means: meansOf(witness) }, crypto);
    if (found instanceof Refusal) return refuse(found.code, {}, `${path}${found.path}`);
  }
  return undefined;
}

/** What keeps an approval, already opened, from approving this record: another record, or other contents. */
export function approvesFault(
  approval: ApprovalClaims,
  record: { readonly id: string; readonly payload: { readonly claims: JsonObject; readonly samur: ExchangeData } },
  crypto: Crypto,
): Refusal | undefined {
  if (approval.record !== record.id) return bad('/record');
  const { claims, samur } = record.payload;
  const challenge =
    approval.of === 'record' ? recordChallenge(record.id) : contentsChallenge(contentsIn(claims, samur), crypto);
  const found = checkAssertion(approval.assertion, { ...approval, challenge, means: meansOf(approval) }, crypto);
  return found instanceof Refusal ? found : undefined;
}
