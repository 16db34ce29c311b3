import { equalBytes } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type NamedKey, openCheckpoint, type VerifiedCheckpoint } from './checkpoint.ts';
import { type Proof, verifyConsistency } from './proof.ts';
import { type OpenedTlogProof, openTlogProof } from './tlog-proof.ts';

// Evidence against a log that anyone can check with its keys alone. Everything that convicts is under the log's own
// signature: an accuser adds only hashes and entries that the signed roots bind, and so cannot frame an honest log.

declare const proven: unique symbol;

/** Two signed roots for one size. */
export interface ProvenFork {
  readonly [proven]: 'fork';
  readonly checkpoints: readonly [VerifiedCheckpoint, VerifiedCheckpoint];
}

/** A later signed tree whose beginning is not the earlier signed tree. */
export interface ProvenRewrite {
  readonly [proven]: 'rewrite';
  readonly older: VerifiedCheckpoint;
  readonly newer: VerifiedCheckpoint;
  /** The root that the newer tree has at the size of the older. */
  readonly rewrittenRoot: Uint8Array;
}

/** Two signed trees with different entries at one index. */
export interface ProvenReplacement {
  readonly [proven]: 'replacement';
  readonly index: number;
  readonly proofs: readonly [OpenedTlogProof, OpenedTlogProof];
}

export function provesFork(
  noteA: string,
  noteB: string,
  origin: string,
  keys: readonly NamedKey[],
  crypto: Crypto,
): ProvenFork | Refusal {
  const a = openCheckpoint(noteA, origin, keys, crypto);
  if (a instanceof Refusal) return a;
  const b = openCheckpoint(noteB, origin, keys, crypto);
  if (b instanceof Refusal) return b;
  if (a.size !== b.size || equalBytes(a.root, b.root)) return refuse('log.no-misconduct');
  return { checkpoints: [a, b] } as unknown as ProvenFork;
}

export interface RewriteEvidence {
  readonly olderNote: string;
  readonly newerNote: string;
  /** The root of the newer tree's first entries, as many as the older tree has. */
  readonly rewrittenRoot: Uint8Array;
  /** Consistency proof from `rewrittenRoot` to the newer root. */
  readonly proof: Proof;
}

/** The newer root binds `rewrittenRoot` through the proof; the log had signed another root for that size. */
export function provesRewrite(
  evidence: RewriteEvidence,
  origin: string,
  keys: readonly NamedKey[],
  crypto: Crypto,
): ProvenRewrite | Refusal {
  const older = openCheckpoint(evidence.olderNote, origin, keys, crypto);
  if (older instanceof Refusal) return older;
  const newer = openCheckpoint(evidence.newerNote, origin, keys, crypto);
  if (newer instanceof Refusal) return newer;
  const { rewrittenRoot, proof } = evidence;
  const claim = { oldSize: older.size, oldRoot: rewrittenRoot, newSize: newer.size, newRoot: newer.root };
  const bound = verifyConsistency(claim, proof, crypto);
  if (bound instanceof Refusal) return bound;
  if (equalBytes(rewrittenRoot, older.root)) return refuse('log.no-misconduct');
  return { older, newer, rewrittenRoot } as unknown as ProvenRewrite;
}

export interface EntryEvidence {
  /** A tlog-proof. */
  readonly text: string;
  readonly entry: Uint8Array;
}

/** Needs no hash of the tree beyond what the log itself gave out to prove each of the two entries. */
export function provesReplacement(
  a: EntryEvidence,
  b: EntryEvidence,
  origin: string,
  keys: readonly NamedKey[],
  crypto: Crypto,
): ProvenReplacement | Refusal {
  const one = openTlogProof(a.text, a.entry, origin, keys, [], crypto);
  if (one instanceof Refusal) return one;
  const other = openTlogProof(b.text, b.entry, origin, keys, [], crypto);
  if (other instanceof Refusal) return other;
  const { index, entry } = one.inclusion;
  if (other.inclusion.index !== index || equalBytes(entry, other.inclusion.entry)) return refuse('log.no-misconduct');
  return { index, proofs: [one, other] } as unknown as ProvenReplacement;
}
