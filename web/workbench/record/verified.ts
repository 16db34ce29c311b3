/** What goes between the page and the worker that verifies for it: plain data, words in the page's language. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Language } from '../../../kernel/finding.ts';

/** What the page shows of the record, to be compared with what was signed. */
export interface Shown {
  readonly id: string;
  readonly profile: string;
  readonly type: string;
  readonly version: number;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly time: number;
  readonly claims: JsonObject;
  readonly about?: string;
}

export interface Question {
  readonly language: Language;
  /** The evidence file. */
  readonly evidence: string;
  /** As GET /api/trust answers. */
  readonly servedTrust: string | undefined;
  /** What this browser keeps, by name. */
  readonly kept: Readonly<Record<string, string>>;
  readonly shown: Shown;
  readonly now: number;
}

export interface ToldStep {
  readonly title: string;
  readonly outcome: 'holds' | 'does-not-hold' | 'not-checked';
  readonly why?: string;
  /** Of the refusal. */
  readonly code?: string;
}

/** A place in a channel, as its proof states it. Hashes in hexadecimal, times in ms. */
export interface ToldProof {
  readonly origin: string;
  readonly index: number;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly size: number;
  readonly root: string;
  readonly signatures: readonly { readonly name: string; readonly keyId: string }[];
  /** Of the recipient's cosignature; absent when the proof does not hold. */
  readonly cosigned?: number;
  /** The checkpoint as signed. */
  readonly note: string;
}

export interface ToldRecord {
  readonly id: string;
  readonly holds: boolean;
  readonly steps: readonly ToldStep[];
  /** Thumbprint of the key. */
  readonly kid?: string;
  readonly proofs: readonly ToldProof[];
}

export interface ToldApproval {
  readonly id: string;
  readonly officer: string;
  readonly roles: readonly string[];
  readonly of: 'record' | 'contents';
  readonly time: number;
  readonly userVerified: boolean;
  readonly means: 'passkey' | 'demonstration';
  readonly founding?: true;
  readonly witnesses: readonly string[];
}

export interface Verification {
  /** The record is authentic and every word the page shows of it is as signed. */
  readonly holds: boolean;
  /** False when the page shows something else than what was signed. */
  readonly shownAsSigned: boolean;
  readonly steps: readonly ToldStep[];
  /** Texts of what the state rests on, where something of it does not hold. */
  readonly stateSteps: readonly ToldStep[];
  /** Proved, as of the oldest channel (ms). */
  readonly state?: { readonly state: string; readonly asOf?: number };
  readonly provedTime?: { readonly notAfter: number; readonly notBefore?: number };
  readonly records: readonly ToldRecord[];
  readonly approvals?: readonly ToldApproval[];
  /** `other-anchors`: the server names other anchor keys than this browser once kept. */
  readonly trustWarning?: 'other-anchors' | 'older' | 'unreadable';
}

export type Answer =
  | { readonly kind: 'verified'; readonly verification: Verification; readonly keep: Readonly<Record<string, string>> }
  /** Nothing could be verified: no trust list, or no evidence file. */
  | { readonly kind: 'impossible'; readonly why: string; readonly code: string };
