/** The worked example of docs/protocol.md, "Officers and approvals". The private key of the officer is 32 bytes 06. */
import { p256 } from '@noble/curves/nist.js';
import { base64url, concat, utf8 } from '../kernel/bytes.ts';
import { canonical, type JsonObject } from '../kernel/canonical.ts';
import { portableCrypto as crypto } from '../kernel/crypto-portable.ts';
import { checkAssertion, contentsChallenge, contentsIn, recordChallenge } from '../kernel/exchange/approval.ts';
import type { Payload } from '../kernel/record/payload.ts';
import { Refusal } from '../kernel/refusal.ts';
import { jwkOf } from '../kernel/trust/jwk.ts';

const secret = new Uint8Array(32).fill(6);
const relyingParty = 'desk.example.ru';

/** Approval of the record with this id and payload. */
export function approvalExamples({ claims, samur }: Payload, id: string): Readonly<Record<string, string>> {
  const key = jwkOf({ algorithm: 'ES256', bytes: p256.getPublicKey(secret, false) });
  const authenticatorData = concat(crypto.sha256(utf8(relyingParty)), new Uint8Array([5, 0, 0, 0, 0]));
  const challenge = recordChallenge(id);
  const clientData = JSON.stringify({
    type: 'webauthn.get',
    challenge: base64url(challenge),
    origin: `https://${relyingParty}`,
    crossOrigin: false,
  });
  const signed = concat(authenticatorData, crypto.sha256(utf8(clientData)));
  const assertion = {
    authenticatorData: base64url(authenticatorData),
    clientData: base64url(utf8(clientData)),
    signature: base64url(p256.sign(signed, secret, { lowS: true, prehash: true })),
  };
  const asked = { challenge, key, relyingParty, means: 'passkey' } as const;
  if (checkAssertion(assertion, asked, crypto) instanceof Refusal) throw new Error('the assertion does not hold');
  const approval = { assertion, key, of: 'record', officer: 'CAgICAgICAgICAgICAgICA', record: id, relyingParty };
  return {
    'client data of an approval': clientData,
    'claims of an approval': canonical(approval as unknown as JsonObject),
    'contents before there is an id': canonical({ ...contentsIn(claims, samur) } as unknown as JsonObject),
    'challenge of contents': contentsChallenge(contentsIn(claims, samur), crypto).toHex(),
  };
}
