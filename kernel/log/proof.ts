import { equalBytes } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type HashReader, type LeafRange, rangeHash, splitPoint, tilesForRanges } from './subtree.ts';
import type { Tile } from './tile.ts';
import { entryLength, hashLength, leafHash, nodeHash } from './tree.ts';

/** Sibling hashes of 32 bytes, from the leaves towards the root. */
export type Proof = readonly Uint8Array[];

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** The record id, 32 bytes. */
  readonly entry: Uint8Array;
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
}

declare const verified: unique symbol;

/** The entry stands at this index below this root. Made by `verifyInclusion` alone; says nothing of who signed the root. */
export type VerifiedInclusion = InclusionClaim & { readonly [verified]: 'inclusion' };

/** The new tree begins with the whole old one. Made by `verifyConsistency` alone. */
export type VerifiedConsistency = ConsistencyClaim & { readonly [verified]: 'consistency' };

/** RFC 6962 §2.1.1; needs the hashes of `tilesForInclusion`. */
export function inclusionProof(index: number, size: number, hashes: HashReader, crypto: Crypto): Proof | Refusal {
  const ranges = inclusionRanges(index, size);
  return ranges instanceof Refusal ? ranges : ranges.map((range) => rangeHash(range, hashes, crypto));
}

/** RFC 6962 §2.1.2; needs the hashes of `tilesForConsistency`. An old size of 0 is refused: nothing is proved of it. */
export function consistencyProof(
  oldSize: number,
  newSize: number,
  hashes: HashReader,
  crypto: Crypto,
): Proof | Refusal {
  const ranges = consistencyRanges(oldSize, newSize);
  return ranges instanceof Refusal ? ranges : ranges.map((range) => rangeHash(range, hashes, crypto));
}

export function tilesForInclusion(index: number, size: number): Tile[] | Refusal {
  const ranges = inclusionRanges(index, size);
  return ranges instanceof Refusal ? ranges : tilesForRanges(ranges, size);
}

export function tilesForConsistency(oldSize: number, newSize: number): Tile[] | Refusal {
  const ranges = consistencyRanges(oldSize, newSize);
  return ranges instanceof Refusal ? ranges : tilesForRanges(ranges, newSize);
}

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion(claim: InclusionClaim, proof: Proof, crypto: Crypto): VerifiedInclusion | Refusal {
  const { index, size, root } = claim;
  const proved = inclusionRoot(claim, proof, crypto);
  if (proved instanceof Refusal) return proved;
  return equalBytes(proved, root) ? (claim as VerifiedInclusion) : refuse('log.bad-inclusion', { index, size });
}

/** The root under which the proof puts the entry (RFC 9162 §2.1.3.2, steps 1 to 4): proves nothing by itself. */
export function inclusionRoot(
  { index, size, entry }: Omit<InclusionClaim, 'root'>,
  proof: Proof,
  crypto: Crypto,
): Uint8Array | Refusal {
  if (!isBelow(index, size)) return refuse('log.index-out-of-range', { index, size });
  if (entry.length !== entryLength || !areHashes(proof)) return refuse('log.bad-inclusion', { index, size });
  let at = index;
  let last = size - 1;
  let hash = leafHash(entry, crypto);
  for (const sibling of proof) {
    if (last === 0) return refuse('log.bad-inclusion', { index, size });
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash, crypto);
      for (; at % 2 === 0 && at > 0; last = half(last)) at = half(at);
    } else hash = nodeHash(hash, sibling, crypto);
    at = half(at);
    last = half(last);
  }
  return last === 0 ? hash : refuse('log.bad-inclusion', { index, size });
}

/** RFC 9162 §2.1.4.2. Equal sizes ask for equal roots and an empty proof. */
export function verifyConsistency(
  claim: ConsistencyClaim,
  proof: Proof,
  crypto: Crypto,
): VerifiedConsistency | Refusal {
  const { oldSize, oldRoot, newSize, newRoot } = claim;
  const bad = refuse('log.bad-consistency', { oldSize, newSize });
  if (!isBelow(oldSize - 1, newSize)) return refuse('log.index-out-of-range', { oldSize, newSize });
  if (!areHashes(proof)) return bad;
  if (oldSize === newSize)
    return proof.length === 0 && equalBytes(oldRoot, newRoot) ? (claim as VerifiedConsistency) : bad;
  let at = oldSize - 1;
  let last = newSize - 1;
  for (; at % 2 === 1; last = half(last)) at = half(at);
  // at === 0 now: the old size is a power of two, its root is itself the first node.
  const nodes = at === 0 ? [oldRoot, ...proof] : proof;
  let oldHash = nodes[0];
  let newHash = nodes[0];
  if (!oldHash || !newHash || oldHash.length !== hashLength) return bad;
  for (const node of nodes.slice(1)) {
    if (last === 0) return bad;
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(node, oldHash, crypto);
      newHash = nodeHash(node, newHash, crypto);
      for (; at % 2 === 0 && at > 0; last = half(last)) at = half(at);
    } else newHash = nodeHash(newHash, node, crypto);
    at = half(at);
    last = half(last);
  }
  const isGood = last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot);
  return isGood ? (claim as VerifiedConsistency) : bad;
}

function inclusionRanges(index: number, size: number): LeafRange[] | Refusal {
  if (!isBelow(index, size)) return refuse('log.index-out-of-range', { index, size });
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const split = start + splitPoint(end - start);
    if (index < split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  return ranges.reverse();
}

function consistencyRanges(oldSize: number, newSize: number): LeafRange[] | Refusal {
  if (!isBelow(oldSize - 1, newSize)) return refuse('log.index-out-of-range', { oldSize, newSize });
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = newSize;
  while (end !== oldSize) {
    const split = start + splitPoint(end - start);
    if (oldSize <= split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  // Still at the left edge: what remains is the old tree itself, known to the verifier.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

function isBelow(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

function areHashes(proof: Proof): boolean {
  return proof.every((hash) => hash.length === hashLength);
}

function half(value: number): number {
  return Math.floor(value / 2);
}
