/**
 * A record as compact JWS: header.payload.signature (RFC 7515), typ vc+jwt. Issuing and reading are strict and
 * mirror each other: what `signRecord` writes is the only form that `readRecord` takes.
 */
import { base64url, fromBase64url, fromUtf8, utf8 } from '../bytes.ts';
import { canonical, isInCanonicalOrder, type Json, type JsonObject, parseCanonical } from '../canonical.ts';
import type { Crypto, PublicKey, SignatureAlgorithm, Signer } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { SchemaCheck } from '../schema.ts';
import { type Payload, payloadJson, readPayload } from './payload.ts';
import { isReduced } from './signature-form.ts';

/** Bytes of a compact record, all in. */
export const maxRecordBytes = 256 * 1024;

/**
 * A record before its signature: its id is already fixed, because the id covers the signing input only. Its payload is
 * what those bytes say, members in their order: the issuer folds what every reader of the record folds.
 */
export interface Draft {
  readonly id: string;
  readonly signingInput: string;
  readonly signedBytes: Uint8Array;
  readonly payload: Payload;
}

/** A record whose form is right and whose signature nobody has checked yet. Never act on one. */
export interface UncheckedRecord {
  readonly id: string;
  readonly jws: string;
  readonly algorithm: SignatureAlgorithm;
  /** Key name in the trust list, without the DID. */
  readonly kid: string;
  readonly payload: Payload;
  /** The bytes that the signature covers. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Hex SHA-256 of the signing input `header.payload`. */
export function recordId(signingInput: string, crypto: Crypto): string {
  return crypto.sha256(utf8(signingInput)).toHex();
}

/** The one protected header of whatever a record key signs. */
export function header(algorithm: SignatureAlgorithm, did: string, kid: string): string {
  return canonical({ alg: algorithm, cty: 'vc', kid: `${did}#${kid}`, typ: 'vc+jwt' });
}

/** Fixes the bytes that will be signed with the key named `kid`. */
export function draftRecord(
  payload: Payload,
  kid: string,
  algorithm: SignatureAlgorithm,
  crypto: Crypto,
): Draft | Refusal {
  let text: string;
  try {
    text = canonical(payloadJson(payload));
  } catch {
    return refuse('input.bad-value', {}, '/claims');
  }
  const head = base64url(utf8(header(algorithm, payload.issuerDid, kid)));
  const signingInput = `${head}.${base64url(utf8(text))}`;
  // 87 characters of signature and its dot must still fit.
  if (signingInput.length + 87 > maxRecordBytes) return refuse('input.too-large', { limit: maxRecordBytes });
  const signedBytes = utf8(signingInput);
  const draft = { id: crypto.sha256(signedBytes).toHex(), signingInput, signedBytes };
  if (isInCanonicalOrder(payload.claims)) return { ...draft, payload };
  const { credentialSubject: claims } = JSON.parse(text) as { credentialSubject: JsonObject };
  return { ...draft, payload: { ...payload, claims } };
}

/** Signs a draft; the signer's key must be the one the draft names. */
export async function signRecord(draft: Draft, signer: Signer): Promise<string> {
  const signature = await signer.sign(draft.signedBytes);
  return `${draft.signingInput}.${base64url(signature)}`;
}

/** Reads the form of a record; checks nothing that needs a key. */
export function readRecord(jws: string, crypto: Crypto, payloadCheck: SchemaCheck): UncheckedRecord | Refusal {
  if (jws.length > maxRecordBytes) return refuse('input.too-large', { limit: maxRecordBytes });
  const dot = jws.indexOf('.');
  const secondDot = jws.indexOf('.', dot + 1);
  if (dot < 1 || secondDot < 0 || jws.indexOf('.', secondDot + 1) >= 0) return refuse('record.malformed');
  const head = readHeader(jws.slice(0, dot));
  if (head instanceof Refusal) return head;
  const text = readText(jws.slice(dot + 1, secondDot));
  if (text instanceof Refusal) return text;
  const value = parseCanonical(text);
  if (value instanceof Refusal) return value;
  const payload = readPayload(value, payloadCheck);
  if (payload instanceof Refusal) return payload;
  if (head.did !== payload.issuerDid) return refuse('record.bad-header', {}, '/kid');
  const signature = fromBase64url(jws.slice(secondDot + 1));
  if (signature instanceof Refusal || !isReduced(head.algorithm, signature))
    return refuse('record.non-canonical-signature');
  const signedBytes = utf8(jws.slice(0, secondDot));
  const id = crypto.sha256(signedBytes).toHex();
  return { id, jws, algorithm: head.algorithm, kid: head.kid, payload, signedBytes, signature };
}

/** Strict base64url of strict UTF-8. */
export function readText(part: string): string | Refusal {
  const bytes = fromBase64url(part);
  return bytes instanceof Refusal ? bytes : fromUtf8(bytes);
}

export function readHeader(part: string): { algorithm: SignatureAlgorithm; did: string; kid: string } | Refusal {
  const text = readText(part);
  if (text instanceof Refusal) return text;
  const value = parseCanonical(text);
  if (value instanceof Refusal) return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return refuse('record.bad-header');
  const { alg, kid } = value as { [member: string]: Json };
  if (alg !== 'EdDSA' && alg !== 'ES256') return refuse('record.unsupported-algorithm', {}, '/alg');
  if (typeof kid !== 'string') return refuse('record.bad-header', {}, '/kid');
  const hash = kid.indexOf('#');
  if (hash < 1 || hash === kid.length - 1) return refuse('record.bad-header', {}, '/kid');
  const did = kid.slice(0, hash);
  const name = kid.slice(hash + 1);
  // Rebuilding the header refuses every other member, `crit` among them, in one comparison.
  if (text !== header(alg, did, name)) return refuse('record.bad-header');
  return { algorithm: alg, did, kid: name };
}

declare const checked: unique symbol;
/** A record whose signature holds under the key it was checked with; only the functions below make one. */
export type SignedRecord = UncheckedRecord & { readonly [checked]: PublicKey };

/** Checks the signature under `key`, which the caller must have taken from the trust list. */
export function checkSignature(record: UncheckedRecord, key: PublicKey, crypto: Crypto): SignedRecord | Refusal {
  if (key.algorithm !== record.algorithm) return refuse('record.unsupported-algorithm', {}, '/alg');
  return crypto.verify(key, record.signedBytes, record.signature)
    ? (record as SignedRecord)
    : refuse('record.bad-signature');
}

/** As `checkSignature`, with a check that runs elsewhere, for example on a thread pool. */
export async function checkSignatureAsync(
  record: UncheckedRecord,
  key: PublicKey,
  verify: (key: PublicKey, message: Uint8Array, signature: Uint8Array) => Promise<boolean>,
): Promise<SignedRecord | Refusal> {
  if (key.algorithm !== record.algorithm) return refuse('record.unsupported-algorithm', {}, '/alg');
  return (await verify(key, record.signedBytes, record.signature))
    ? (record as SignedRecord)
    : refuse('record.bad-signature');
}
