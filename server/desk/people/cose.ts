/** Public keys as authenticators give them (RFC 9053): the two kinds that records can be approved with. */
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { base64url } from '../../../kernel/bytes.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Jwk, publicKeyOf } from '../../../kernel/trust/jwk.ts';

/** ES256 and EdDSA, in the order of preference. */
export const supportedAlgorithms = [cose.COSEALG.ES256, cose.COSEALG.EdDSA] as const;

/** Points off the curve and keys of other kinds are refused. */
export function jwkOfCose(bytes: Uint8Array<ArrayBuffer>): Jwk | Refusal {
  const key = decodeCredentialPublicKey(bytes);
  const jwk = cose.isCOSEPublicKeyEC2(key)
    ? ellipticOf(key.get(cose.COSEKEYS.crv), key.get(cose.COSEKEYS.x), key.get(cose.COSEKEYS.y))
    : cose.isCOSEPublicKeyOKP(key)
      ? edwardsOf(key.get(cose.COSEKEYS.crv), key.get(cose.COSEKEYS.x))
      : undefined;
  const usable = jwk && publicKeyOf(jwk);
  return jwk === undefined || usable === undefined || usable instanceof Refusal ? refuse('access.bad-passkey') : jwk;
}

function ellipticOf(curve: unknown, x?: Uint8Array, y?: Uint8Array): Jwk | undefined {
  if (curve !== cose.COSECRV.P256 || x?.length !== 32 || y?.length !== 32) return undefined;
  return { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) };
}

function edwardsOf(curve: unknown, x?: Uint8Array): Jwk | undefined {
  if (curve !== cose.COSECRV.ED25519 || x?.length !== 32) return undefined;
  return { kty: 'OKP', crv: 'Ed25519', x: base64url(x) };
}
