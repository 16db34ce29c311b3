/**
 * What the kernel asks of its host: hashing and signature checks. The server answers with the platform's
 * native code, a page with `crypto-portable.ts`. Both must agree on every vector.
 */
export type SignatureAlgorithm = 'EdDSA' | 'ES256';

/** A public key: raw 32-byte Ed25519 key, or 65-byte uncompressed P-256 point (SEC 1 §2.3.3). */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm;
  readonly bytes: Uint8Array;
}

export interface Crypto {
  /** SHA-256, 32 bytes. */
  sha256(message: Uint8Array): Uint8Array;
  /**
   * True only for a valid signature in its one canonical form: Ed25519 with S < L, key and R canonical
   * and not of small order (RFC 8032 §5.1.7), ES256 as 64 bytes r || s with s in the lower half of the group order.
   */
  verify(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean;
}

/** A private key held elsewhere: signs bytes, tells its public half. */
export interface Signer {
  readonly key: PublicKey;
  sign(message: Uint8Array): Promise<Uint8Array>;
}
