/**
 * Private keys in files that only their owner can read, one for each use: records, checkpoints, mirror
 * cosignatures, requests. A file that others can read is refused rather than used.
 */
import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Crypto, PublicKey, SignatureAlgorithm, Signer } from '../kernel/crypto.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { type AnchorKey, anchorKeyOf, jwkShape, publicKeyOf } from '../kernel/trust/jwk.ts';
import { type KeyUse, keyUses } from '../kernel/trust/national-part.ts';

const generate = promisify(generateKeyPair);

export interface KeyedSigner extends Signer {
  readonly kid: string;
  readonly jwk: AnchorKey;
}

export type InstitutionKeys = Readonly<Record<KeyUse, KeyedSigner>>;

/** Loads the four keys of an institution; makes those that are absent when `create` is set. */
export async function loadKeys(folder: string, crypto: Crypto, create: boolean): Promise<InstitutionKeys | Refusal> {
  const loaded: Partial<Record<KeyUse, KeyedSigner>> = {};
  for (const use of keyUses) {
    const signer = await loadKey(join(folder, `${use}.json`), crypto, create);
    if (signer instanceof Refusal) return signer;
    loaded[use] = signer;
  }
  return loaded as InstitutionKeys;
}

export async function loadKey(file: string, crypto: Crypto, create: boolean): Promise<KeyedSigner | Refusal> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) return refuse('config.key-file', { name: file });
  } catch {
    if (!create) return refuse('config.key-file', { name: file });
    await createKey(file, 'EdDSA');
  }
  try {
    const key = createPrivateKey({ key: JSON.parse(await readFile(file, 'utf8')), format: 'jwk' });
    return signerOf(key, crypto);
  } catch {
    return refuse('config.key-file', { name: file });
  }
}

export async function createKey(file: string, algorithm: SignatureAlgorithm): Promise<void> {
  const { privateKey } =
    algorithm === 'EdDSA' ? await generate('ed25519') : await generate('ec', { namedCurve: 'P-256' });
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  // wx: a key that exists is never overwritten.
  await writeFile(file, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`, { mode: 0o600, flag: 'wx' });
}

export function signerOf(privateKey: KeyObject, crypto: Crypto): KeyedSigner | Refusal {
  const exported = createPublicKey(privateKey).export({ format: 'jwk' });
  const { kty, crv, x, y } = exported as Record<string, string>;
  const jwk = jwkShape((y === undefined ? { kty, crv, x } : { kty, crv, x, y }) as never, '');
  if (jwk instanceof Refusal) return jwk;
  const key = publicKeyOf(jwk);
  if (key instanceof Refusal) return key;
  const anchor = anchorKeyOf(key, crypto);
  return { key, kid: anchor.kid, jwk: anchor, sign: (message) => signWith(privateKey, key, message) };
}

function signWith(privateKey: KeyObject, key: PublicKey, message: Uint8Array): Promise<Uint8Array> {
  const digest = key.algorithm === 'EdDSA' ? null : 'sha256';
  return new Promise((resolve, reject) => {
    sign(digest, message, { key: privateKey, dsaEncoding: 'ieee-p1363' }, (fault, signature) => {
      if (fault) reject(fault);
      else resolve(key.algorithm === 'EdDSA' ? new Uint8Array(signature) : withLowS(signature));
    });
  });
}

const groupOrder = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Of the two valid ES256 signatures the one with the lower s: a record has one form. */
function withLowS(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${signature.subarray(32).toHex()}`);
  if (s <= groupOrder / 2n) return new Uint8Array(signature);
  const low = new Uint8Array(signature);
  low.set(Uint8Array.fromHex((groupOrder - s).toString(16).padStart(64, '0')), 32);
  return low;
}
