/** A passkey for tests: signs as an authenticator does, and also as one never should. */
import { base64url, concat, utf8 } from '../bytes.ts';
import { portableCrypto } from '../crypto-portable.ts';
import type { Assertion, KeyMeans } from '../exchange/officers.ts';
import type { TestKey } from '../trust/vectors/authority.ts';

export interface Touch {
  readonly challenge: Uint8Array;
  readonly relyingParty: string;
  readonly means?: KeyMeans;
  /** Otherwise the relying party's own page. */
  readonly origin?: string;
  readonly flags?: number;
  /** Bytes after the counter. */
  readonly extensions?: Uint8Array;
  /** Members over those of a right answer; or the whole text. */
  readonly clientData?: Readonly<Record<string, unknown>> | string;
}

export const presentAndVerified = 0x05;

export function assertionBy(key: Pick<TestKey, 'signNow'>, touch: Touch): Assertion {
  const { challenge, relyingParty, means = 'passkey', origin = `https://${relyingParty}`, extensions } = touch;
  const flags = touch.flags ?? (means === 'passkey' ? presentAndVerified : 0);
  const authenticatorData = concat(
    portableCrypto.sha256(utf8(relyingParty)),
    new Uint8Array([flags, 0, 0, 0, 0]),
    extensions ?? new Uint8Array(),
  );
  const said = { type: 'webauthn.get', challenge: base64url(challenge), origin, crossOrigin: false };
  const clientData = utf8(
    typeof touch.clientData === 'string' ? touch.clientData : JSON.stringify({ ...said, ...touch.clientData }),
  );
  return {
    authenticatorData: base64url(authenticatorData),
    clientData: base64url(clientData),
    signature: base64url(key.signNow(concat(authenticatorData, portableCrypto.sha256(clientData)))),
  };
}
