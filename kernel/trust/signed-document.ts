/**
 * Signed trust documents: JWS General JSON Serialization (RFC 7515 §7.2.1), canonical at every level:
 *
 *   {"payload":"…","signatures":[{"protected":"…","signature":"…"},…]}
 *
 * with `protected` = base64url of {"alg":"EdDSA","kid":"…","typ":"samur-trust+jws"}, signatures ascending by kid.
 */
import { base64url, fromBase64url, fromUtf8, utf8 } from '../bytes.ts';
import { canonical, type JsonObject, parseCanonical } from '../canonical.ts';
import type { Crypto, SignatureAlgorithm, Signer } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { CommonTerms } from './common-terms.ts';
import { type AnchorKey, publicKeyOf, thumbprintText } from './jwk.ts';
import type { NationalPart } from './national-part.ts';
import { firstOutOfOrder, isObject, listOf, literal, object, refuseMember, text } from './shape.ts';

/** Longest signed document, in bytes. */
export const maxDocumentSize = 1024 * 1024;
const documentType = 'samur-trust+jws';
const mostSignatures = 4;

export interface DocumentSigner {
  readonly kid: string;
  readonly signer: Signer;
}

export interface DocumentSignature {
  readonly kid: string;
  readonly algorithm: SignatureAlgorithm;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** A document read strictly, its signatures not yet checked. */
export interface SignedDocument {
  readonly text: string;
  readonly payload: JsonObject;
  /** Base64url SHA-256 of the payload bytes: what the next document calls `previous`. */
  readonly digest: string;
  readonly signatures: readonly DocumentSignature[];
}

declare const verified: unique symbol;
/** A document that exactly the wanted keys have signed. */
export type VerifiedDocument = SignedDocument & { readonly [verified]: true };

interface ProtectedHeader {
  readonly alg: SignatureAlgorithm;
  readonly kid: string;
  readonly typ: typeof documentType;
}

interface Envelope {
  readonly payload: string;
  readonly signatures: readonly { readonly protected: string; readonly signature: string }[];
}

const encoded = text(/^[A-Za-z0-9_-]+$/);
const envelopeShape = object<Envelope>({
  payload: encoded,
  signatures: listOf(object({ protected: encoded, signature: text(/^[A-Za-z0-9_-]{86}$/) })),
});
const headerShape = object<ProtectedHeader>({
  alg: literal('EdDSA', 'ES256'),
  kid: thumbprintText,
  typ: literal(documentType),
});

/** Signs a payload with every signer, whose kids must differ. Does not judge the payload: accepting it does. */
export async function signDocument(
  payload: NationalPart | CommonTerms | JsonObject,
  signers: readonly DocumentSigner[],
): Promise<string> {
  const body = base64url(utf8(canonical(payload as JsonObject)));
  const signatures = [];
  for (const { kid, signer } of signers.toSorted((a, b) => (a.kid < b.kid ? -1 : 1))) {
    const header = base64url(utf8(canonical({ alg: signer.key.algorithm, kid, typ: documentType })));
    const signature = base64url(await signer.sign(utf8(`${header}.${body}`)));
    signatures.push({ protected: header, signature });
  }
  return canonical({ payload: body, signatures });
}

/** Reads a signed document from its text or UTF-8 bytes; says nothing yet about who signed it. */
export function openDocument(input: string | Uint8Array, crypto: Crypto): SignedDocument | Refusal {
  if (input.length > maxDocumentSize) return refuse('input.too-large', { limit: maxDocumentSize });
  const outer = typeof input === 'string' ? input : fromUtf8(input);
  if (outer instanceof Refusal) return outer;
  const json = parseCanonical(outer);
  if (json instanceof Refusal) return json;
  const envelope = envelopeShape(json, '');
  if (envelope instanceof Refusal) return envelope;
  const payloadBytes = fromBase64url(envelope.payload);
  if (payloadBytes instanceof Refusal) return new Refusal(payloadBytes.code, {}, '/payload');
  const payload = decodeObject(payloadBytes, '/payload');
  if (payload instanceof Refusal) return payload;
  const signatures = openSignatures(envelope);
  if (signatures instanceof Refusal) return signatures;
  return { text: outer, payload, digest: base64url(crypto.sha256(payloadBytes)), signatures };
}

function openSignatures({ payload, signatures }: Envelope): DocumentSignature[] | Refusal {
  if (signatures.length === 0 || signatures.length > mostSignatures)
    return refuse('trust.malformed', {}, '/signatures');
  const opened: DocumentSignature[] = [];
  for (const [index, entry] of signatures.entries()) {
    const path = `/signatures/${index}`;
    const headerBytes = fromBase64url(entry.protected);
    if (headerBytes instanceof Refusal) return new Refusal(headerBytes.code, {}, `${path}/protected`);
    const headerJson = decodeObject(headerBytes, `${path}/protected`);
    if (headerJson instanceof Refusal) return headerJson;
    const header = headerShape(headerJson, `${path}/protected`);
    if (header instanceof Refusal) return header;
    const signature = fromBase64url(entry.signature);
    if (signature instanceof Refusal) return new Refusal(signature.code, {}, `${path}/signature`);
    const signingInput = utf8(`${entry.protected}.${payload}`);
    opened.push({ kid: header.kid, algorithm: header.alg, signingInput, signature });
  }
  const misplaced = firstOutOfOrder(opened.map((one) => one.kid));
  return misplaced < 0 ? opened : refuse('trust.malformed', {}, `/signatures/${misplaced}`);
}

function decodeObject(bytes: Uint8Array, path: string): JsonObject | Refusal {
  const inner = fromUtf8(bytes);
  if (inner instanceof Refusal) return new Refusal(inner.code, {}, path);
  const json = parseCanonical(inner);
  if (json instanceof Refusal) return new Refusal(json.code, {}, path);
  return isObject(json) ? json : refuseMember('input.bad-value', path);
}

/** The document, if signed by each of these keys and by no other. One key given twice is never enough. */
export function verifyDocument(
  document: SignedDocument,
  anchors: readonly AnchorKey[],
  crypto: Crypto,
): VerifiedDocument | Refusal {
  const wanted = new Map(anchors.map((anchor) => [anchor.kid, anchor]));
  if (document.signatures.length !== anchors.length) {
    return refuse(
      'trust.bad-signature',
      { expected: anchors.length, found: document.signatures.length },
      '/signatures',
    );
  }
  for (const [index, { kid, algorithm, signingInput, signature }] of document.signatures.entries()) {
    const anchor = wanted.get(kid);
    const key = anchor === undefined ? undefined : publicKeyOf(anchor);
    if (key instanceof Refusal) return key;
    if (key?.algorithm !== algorithm || !crypto.verify(key, signingInput, signature)) {
      return refuse('trust.bad-signature', { kid }, `/signatures/${index}`);
    }
  }
  return document as VerifiedDocument;
}
