import { createPublicKey, hash, type KeyObject, verify as nativeVerify, randomFillSync } from 'node:crypto';
import { promisify } from 'node:util';
import type { Crypto, PublicKey, SignatureAlgorithm } from '../kernel/crypto.ts';
import { isCanonicalEd25519, isLowSignature } from './signature-form.ts';

/** The platform's native code behind the kernel's port; agrees with `portableCrypto` on every input. */
export const nodeCrypto: Crypto = { sha256, verify };

const digest = Buffer.alloc(32);

/** A plain array, not a Buffer: Buffer's `slice` shares memory. As text and back is 2.5 times as fast as `hash` to bytes. */
function sha256(message: Uint8Array): Uint8Array {
  digest.write(hash('sha256', message, 'latin1'), 'latin1');
  return new Uint8Array(digest);
}

function verify(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  const native = admit(key, signature);
  return native !== undefined && nativeVerify(digestOf[key.algorithm], message, native, signature);
}

const verifyOnPool = promisify(nativeVerify);

/** As `nodeCrypto.verify`, on the thread pool. The bytes must not change until it answers. */
export async function verifyAsync(key: PublicKey, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const native = admit(key, signature);
  return native !== undefined && (await verifyOnPool(digestOf[key.algorithm], message, native, signature));
}

const digestOf: Readonly<Record<SignatureAlgorithm, string | null>> = { EdDSA: null, ES256: 'sha256' };

interface NativeKey {
  readonly key: KeyObject;
  readonly dsaEncoding: 'ieee-p1363';
}

/** Beyond any trust list in use; a page of strangers' keys only evicts the oldest. */
const maxKeys = 4096;
const keys = new Map<string, NativeKey>();

/** The native key when key and signature are in their one form; OpenSSL alone would take several. */
function admit(key: PublicKey, signature: Uint8Array): NativeKey | undefined {
  if (signature.length !== 64) return undefined;
  const canonical = key.algorithm === 'EdDSA' ? isCanonicalEd25519(key.bytes, signature) : isLowSignature(signature);
  return canonical ? importKey(key) : undefined;
}

function importKey(key: PublicKey): NativeKey | undefined {
  const name = key.algorithm + Buffer.from(key.bytes.buffer, key.bytes.byteOffset, key.bytes.length).toString('latin1');
  const known = keys.get(name);
  if (known) return known;
  const imported = importUncached(key);
  if (!imported) return undefined;
  if (keys.size >= maxKeys) keys.delete(keys.keys().next().value!);
  keys.set(name, imported);
  return imported;
}

function importUncached({ algorithm, bytes }: PublicKey): NativeKey | undefined {
  const raw = { key: Buffer.from(bytes), format: 'raw-public' } as const;
  try {
    if (algorithm === 'EdDSA')
      return { key: createPublicKey({ ...raw, asymmetricKeyType: 'ed25519' }), dsaEncoding: 'ieee-p1363' };
    // SEC 1 has compressed and hybrid forms too: 65 bytes beginning with 4 is the only one here.
    if (bytes.length !== 65 || bytes[0] !== 4) return undefined;
    return {
      key: createPublicKey({ ...raw, asymmetricKeyType: 'ec', namedCurve: 'P-256' }),
      dsaEncoding: 'ieee-p1363',
    };
  } catch {
    return undefined;
  }
}

const stock = new Uint8Array(4096);
let taken = stock.length;

/** Random bytes, drawn in stock because a draw costs the same for many as for a few. None is given out twice. */
export function randomBytes(length: number): Uint8Array {
  if (length > stock.length) return randomFillSync(new Uint8Array(length));
  if (taken + length > stock.length) {
    randomFillSync(stock);
    taken = 0;
  }
  const bytes = stock.slice(taken, taken + length);
  stock.fill(0, taken, taken + length);
  taken += length;
  return bytes;
}
