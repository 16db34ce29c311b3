import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Crypto, PublicKey } from './crypto.ts';

/** Pure JavaScript crypto for pages and for checking the native one. About 1 ms a signature. */
export const portableCrypto: Crypto = {
  sha256: (message) => sha256(message),
  verify: verifyPortably,
};

function verifyPortably(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    return key.algorithm === 'EdDSA'
      ? ed25519.verify(signature, message, key.bytes, { zip215: false })
      : p256.verify(signature, message, key.bytes, { lowS: true, format: 'compact', prehash: true });
  } catch {
    return false;
  }
}
