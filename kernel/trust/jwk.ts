/**
 * Public keys as JSON Web Keys: RFC 8037 §2 for Ed25519, RFC 7518 §6.2 for P-256. A key's `kid` is always its
 * RFC 7638 thumbprint, so a key cannot change under its name and one key cannot have two names.
 */
import { base64url, concat, fromBase64url, utf8 } from '../bytes.ts';
import { canonical } from '../canonical.ts';
import type { Crypto, PublicKey } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { isEd25519Point, isP256Point } from './curve-point.ts';
import { isObject, literal, object, type Shape, text } from './shape.ts';

export interface OkpJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

export interface EcJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

export type Jwk = OkpJwk | EcJwk;

/** The public key of a country's trust anchor; `kid` is the thumbprint of the rest. */
export type AnchorKey = Jwk & { readonly kid: string };

export const thumbprintText = text(/^[A-Za-z0-9_-]{43}$/);
const okp = { kty: literal('OKP'), crv: literal('Ed25519'), x: text(/^[A-Za-z0-9_-]{43}$/) } as const;
const ec = {
  kty: literal('EC'),
  crv: literal('P-256'),
  x: text(/^[A-Za-z0-9_-]{43}$/),
  y: text(/^[A-Za-z0-9_-]{43}$/),
} as const;
const okpJwk = object<OkpJwk>(okp);
const ecJwk = object<EcJwk>(ec);
const okpAnchor = object<OkpJwk & { readonly kid: string }>({ ...okp, kid: thumbprintText });
const ecAnchor = object<EcJwk & { readonly kid: string }>({ ...ec, kid: thumbprintText });

export const jwkShape: Shape<Jwk> = (value, path) =>
  isObject(value) && value['kty'] === 'EC' ? ecJwk(value, path) : okpJwk(value, path);

export const anchorShape: Shape<AnchorKey> = (value, path) =>
  isObject(value) && value['kty'] === 'EC' ? ecAnchor(value, path) : okpAnchor(value, path);

export function jwkOf(key: PublicKey): Jwk {
  if (key.algorithm === 'EdDSA') return { kty: 'OKP', crv: 'Ed25519', x: base64url(key.bytes) };
  return {
    kty: 'EC',
    crv: 'P-256',
    x: base64url(key.bytes.subarray(1, 33)),
    y: base64url(key.bytes.subarray(33)),
  };
}

/** The key to verify with. Points off the curve, of small order or in a second form are refused. */
export function publicKeyOf(jwk: Jwk): PublicKey | Refusal {
  const x = fromBase64url(jwk.x);
  if (x instanceof Refusal) return x;
  if (jwk.kty === 'OKP') {
    return isEd25519Point(x) ? { algorithm: 'EdDSA', bytes: x } : refuse('input.bad-value', {}, '/x');
  }
  const y = fromBase64url(jwk.y);
  if (y instanceof Refusal) return y;
  if (!isP256Point(x, y)) return refuse('input.bad-value', {}, '/x');
  return { algorithm: 'ES256', bytes: concat(new Uint8Array([4]), x, y) };
}

/** RFC 7638 §3: SHA-256 of the required members in lexicographic order, base64url. */
export function thumbprint(jwk: Jwk, crypto: Crypto): string {
  const { kty, crv, x } = jwk;
  const required = jwk.kty === 'EC' ? { crv, kty, x, y: jwk.y } : { crv, kty, x };
  return base64url(crypto.sha256(utf8(canonical(required))));
}

export function anchorKeyOf(key: PublicKey, crypto: Crypto): AnchorKey {
  const jwk = jwkOf(key);
  return { ...jwk, kid: thumbprint(jwk, crypto) };
}

/** Half a thumbprint for people to read out and compare: eight groups of four hexadecimal digits. */
export function fingerprint(kid: string): string | Refusal {
  const bytes = fromBase64url(kid);
  if (bytes instanceof Refusal) return bytes;
  return bytes
    .toHex()
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, '$1 ');
}
