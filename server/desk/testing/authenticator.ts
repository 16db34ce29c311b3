/**
 * An authenticator in software with one passkey: it makes what a browser would send (Web Authentication Level 3 §6), with
 * real signatures, and can be told to misbehave.
 */
import { generateKeyPairSync, hash, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { base64url, concat, utf8 } from '../../../kernel/bytes.ts';

export type AuthenticatorAlgorithm = 'ES256' | 'EdDSA' | 'RS256';

/** What it does otherwise than it should. */
export interface Misbehaviour {
  readonly challenge?: string;
  readonly origin?: string;
  readonly relyingParty?: string;
  readonly type?: string;
  readonly flags?: number;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
  readonly topOrigin?: string;
  readonly userHandle?: string;
  /** Another key signs. */
  readonly otherKey?: true;
}

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

export class TestAuthenticator {
  /** Of the passkey; another one makes the same key look like another passkey. */
  id = base64url(randomBytes(32));
  readonly #origin: string;
  readonly #algorithm: AuthenticatorAlgorithm;
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  #userHandle = '';
  /** 0: one that keeps no count. */
  counter: number;

  constructor(origin: string, algorithm: AuthenticatorAlgorithm = 'ES256', counter = 0) {
    this.#origin = origin;
    this.#algorithm = algorithm;
    this.counter = counter;
    const { publicKey, privateKey } = newKey(algorithm);
    this.#publicKey = publicKey;
    this.#privateKey = privateKey;
  }

  register(options: PublicKeyCredentialCreationOptionsJSON, wrong: Misbehaviour = {}): RegistrationResponseJSON {
    this.#userHandle = options.user.id;
    const clientData = this.#clientData('webauthn.create', options.challenge, wrong);
    const id = Uint8Array.fromBase64(this.id, { alphabet: 'base64url' });
    const key = concat(new Uint8Array(16), Uint8Array.of(0, id.length), id, this.#cose());
    const authData = concat(this.#head(options.rp.id ?? '', attested, wrong), key);
    const attestation = concat(
      Uint8Array.of(0xa3),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Uint8Array.of(0xa0),
      cborText('authData'),
      cborBytes(authData),
    );
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(clientData),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      },
    };
  }

  assert(options: PublicKeyCredentialRequestOptionsJSON, wrong: Misbehaviour = {}): AuthenticationResponseJSON {
    if (this.counter > 0) this.counter++;
    const clientData = this.#clientData('webauthn.get', options.challenge, wrong);
    const authenticatorData = this.#head(options.rpId ?? '', 0, wrong);
    const message = concat(authenticatorData, hash('sha256', clientData, 'buffer'));
    const key = wrong.otherKey ? newKey(this.#algorithm).privateKey : this.#privateKey;
    const signature = sign(this.#algorithm === 'EdDSA' ? null : 'sha256', message, key);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        userHandle: wrong.userHandle ?? this.#userHandle,
      },
    };
  }

  #clientData(type: string, challenge: string, wrong: Misbehaviour): Uint8Array {
    return utf8(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? this.#origin,
        crossOrigin: wrong.crossOrigin ?? false,
        ...(wrong.topOrigin !== undefined && { topOrigin: wrong.topOrigin }),
      }),
    );
  }

  #head(relyingParty: string, flags: number, wrong: Misbehaviour): Uint8Array {
    const rpIdHash = hash('sha256', wrong.relyingParty ?? relyingParty, 'buffer');
    const count = new Uint8Array(4);
    new DataView(count.buffer).setUint32(0, wrong.counter ?? this.counter);
    return concat(rpIdHash, Uint8Array.of(flags | (wrong.flags ?? present | verified)), count);
  }

  #cose(): Uint8Array {
    const { x = '', y = '', n = '' } = this.#publicKey.export({ format: 'jwk' });
    const bytes = (text: string) => cborBytes(Uint8Array.fromBase64(text, { alphabet: 'base64url' }));
    if (this.#algorithm === 'ES256')
      return concat(Uint8Array.of(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21), bytes(x), Uint8Array.of(0x22), bytes(y));
    if (this.#algorithm === 'EdDSA') return concat(Uint8Array.of(0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21), bytes(x));
    const exponent = cborBytes(Uint8Array.of(1, 0, 1));
    return concat(Uint8Array.of(0xa4, 1, 3, 3, 0x39, 1, 0, 0x20), bytes(n), Uint8Array.of(0x21), exponent);
  }
}

function newKey(algorithm: AuthenticatorAlgorithm) {
  if (algorithm === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return algorithm === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function cborText(text: string): Uint8Array {
  return concat(Uint8Array.of(0x60 | text.length), utf8(text));
}

function cborBytes(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const head = length < 24 ? [0x40 | length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255];
  return concat(Uint8Array.from(head), bytes);
}
