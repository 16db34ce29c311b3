import { concat } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { type Refusal, refuse } from '../refusal.ts';

// The Merkle tree of RFC 6962 §2.1 with SHA-256. A *perfect* subtree of height h and index i covers the leaves
// i * 2^h up to (i + 1) * 2^h. Sizes are safe integers, so no 32-bit operators here.

/** Entries of a Samur log are record ids: SHA-256 values. */
export const entryLength = 32;
export const hashLength = 32;

// Reused because a fresh array for each hash halves the speed. A Crypto must not keep its input.
const leafMessage = new Uint8Array(1 + entryLength);
const nodeMessage = new Uint8Array(1 + 2 * hashLength).fill(1, 0, 1);

/** SHA-256(0x00 || entry); the entry is 32 bytes. */
export function leafHash(entry: Uint8Array, crypto: Crypto): Uint8Array {
  if (entry.length !== entryLength) throw new RangeError('an entry is 32 bytes');
  leafMessage.set(entry, 1);
  return crypto.sha256(leafMessage);
}

/** SHA-256(0x01 || left || right); both are 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array, crypto: Crypto): Uint8Array {
  if (left.length !== hashLength || right.length !== hashLength) throw new RangeError('a hash is 32 bytes');
  nodeMessage.set(left, 1);
  nodeMessage.set(right, 1 + hashLength);
  return crypto.sha256(nodeMessage);
}

/** The root of a tree without entries: SHA-256 of nothing. */
export function emptyRoot(crypto: Crypto): Uint8Array {
  return crypto.sha256(new Uint8Array(0));
}

/** The roots of the perfect subtrees that a tree of this size consists of, left to right. Never changed in place. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export function emptyFrontier(): Frontier {
  return { size: 0, hashes: [] };
}

/** The frontier with one more leaf: on average one node hash. The old one stays valid. */
export function append(frontier: Frontier, leaf: Uint8Array, crypto: Crypto): Frontier {
  const hashes = frontier.hashes.slice();
  let hash = leaf;
  for (let filled = frontier.size; filled % 2 === 1; filled = (filled - 1) / 2)
    hash = nodeHash(hashes.pop()!, hash, crypto);
  hashes.push(hash);
  return { size: frontier.size + 1, hashes };
}

export function rootOf(frontier: Frontier, crypto: Crypto): Uint8Array {
  return frontier.size === 0 ? emptyRoot(crypto) : foldRight(frontier.hashes, crypto);
}

/** The root over neighbouring perfect subtrees of falling height, at least one. */
export function foldRight(hashes: readonly Uint8Array[], crypto: Crypto): Uint8Array {
  let root = hashes.at(-1)!;
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i]!, root, crypto);
  return root;
}

/** A frontier from what `frontierBytes` wrote. Its hashes are as trustworthy as where they were kept. */
export function restoreFrontier(size: number, bytes: Uint8Array): Frontier | Refusal {
  if (!Number.isSafeInteger(size) || size < 0) return refuse('log.index-out-of-range', { size });
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  if (bytes.length !== count * hashLength) return refuse('log.malformed-tile');
  return { size, hashes: splitHashes(bytes) };
}

export function frontierBytes(frontier: Frontier): Uint8Array {
  return concat(...frontier.hashes);
}

/** Cuts a whole number of 32-byte hashes apart. Copies, for the slice of a Node Buffer would share its memory. */
export function splitHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from(
    { length: bytes.length / hashLength },
    (_, i) => new Uint8Array(bytes.subarray(i * hashLength, (i + 1) * hashLength)),
  );
}
