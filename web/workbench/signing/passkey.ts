/** Asks the person's device for a passkey, or for a new one. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import * as m from '../compiled/words/messages.js';
import type { KeyFault } from './steps.ts';

/** Why the device gave no answer. Thrown, so that queries hold it like a refusal of the server. */
export class PasskeyFault extends Error {
  readonly kind: KeyFault | 'known-already';

  constructor(kind: KeyFault | 'known-already') {
    super(kind);
    this.kind = kind;
  }
}

export const passkeyWords: Readonly<Record<KeyFault | 'known-already', () => string>> = {
  cancelled: m.signing_key_cancelled,
  unsupported: m.signing_key_unsupported,
  'unknown-key': m.signing_key_unknown,
  'known-already': m.signing_key_known,
};

export const askPasskey = (optionsJSON: PublicKeyCredentialRequestOptionsJSON) =>
  told(() => startAuthentication({ optionsJSON }));

export const makePasskey = (optionsJSON: PublicKeyCredentialCreationOptionsJSON) =>
  told(() => startRegistration({ optionsJSON }));

async function told<T>(answer: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn()) throw new PasskeyFault('unsupported');
  try {
    return await answer();
  } catch (fault) {
    throw new PasskeyFault(kindOf(fault));
  }
}

/** Browsers say `NotAllowedError` of everything that a person or a time-out ended. */
function kindOf(fault: unknown): PasskeyFault['kind'] {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'InvalidStateError') return 'known-already';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'SecurityError' ? 'unknown-key' : 'unsupported';
}
