/** What a browser answers with, brought to the one form in which records hold it. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { base64url, fromBase64url } from '../../../kernel/bytes.ts';
import type { Assertion } from '../../../kernel/exchange/officers.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Jwk } from '../../../kernel/trust/jwk.ts';
import { compactSignature } from './es256.ts';

/** Each part has one text: what another base64url would decode to is refused with it. */
export function heldForm(kty: Jwk['kty'], { response }: AuthenticationResponseJSON): Assertion | Refusal {
  const authenticatorData = fromBase64url(response.authenticatorData);
  const clientData = fromBase64url(response.clientDataJSON);
  const given = fromBase64url(response.signature);
  if (authenticatorData instanceof Refusal || clientData instanceof Refusal || given instanceof Refusal)
    return refuse('access.bad-passkey');
  const signature = kty === 'EC' ? compactSignature(given) : given;
  if (signature instanceof Refusal) return signature;
  return {
    authenticatorData: base64url(authenticatorData),
    clientData: base64url(clientData),
    signature: base64url(signature),
  };
}

/** Answered within a page of another site, or what cannot be read. */
export function isWithinOther(clientDataJSON: string): boolean {
  try {
    const { crossOrigin, topOrigin } = decodeClientDataJSON(clientDataJSON) as {
      readonly crossOrigin?: unknown;
      readonly topOrigin?: unknown;
    };
    return (crossOrigin ?? false) !== false || topOrigin !== undefined;
  } catch {
    return true;
  }
}

/** Of text that this server wrote itself. */
export function ownBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(text);
  if (bytes instanceof Refusal) throw new TypeError('own base64url');
  return bytes;
}
