/** What signing asks of the server, and of the person's key. */
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { ask, Problem, type ProblemFinding } from '../api/client.ts';
import type { Draft, RecordDetails } from '../api/shapes.ts';
import type { Change } from './steps.ts';

export interface Signing {
  readonly draft: Draft;
  /** That the record answers. */
  readonly application?: string;
}

/** A record fixed to the last byte, waiting for an officer. Times in ms since 1970. */
export interface Prepared {
  readonly id: string;
  readonly findings: readonly ProblemFinding[];
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly time: number;
  readonly expires: number;
  /** Approvals that the type needs, and how many there are. */
  readonly needed: 1 | 2;
  readonly given: number;
  /** Absent for who may prepare and not approve. */
  readonly assertion?: PublicKeyCredentialRequestOptionsJSON;
}

/** How an officer answers: with a passkey, or with the key that a demonstration keeps for its people. */
export type Answer = { readonly response: AuthenticationResponseJSON } | { readonly demonstration: true };

export const prepare = ({ draft, application }: Signing): Promise<Prepared> =>
  ask('/api/desk/prepared', { method: 'POST', body: { ...draft, ...(application !== undefined && { application }) } });

export const approve = (id: string, answer: Answer): Promise<RecordDetails> =>
  ask(`/api/desk/prepared/${id}/approval`, { method: 'POST', body: answer });

/** It will not be approved: colleagues' records state its time no more. Where this fails, it ends by itself. */
export const forget = (id: string): Promise<void> =>
  ask<void>(`/api/desk/prepared/${id}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);

/** What the first of two officers approves: the contents, before there is a record. */
export const countersignOptions = (
  draft: Draft,
): Promise<{ readonly handle: string; readonly options: PublicKeyCredentialRequestOptionsJSON }> =>
  ask('/api/desk/countersigned/options', { method: 'POST', body: draft });

export const countersign = (draft: Draft, handle: string, answer: Answer): Promise<void> =>
  ask('/api/desk/countersigned', { method: 'POST', body: { draft, handle, ...answer } });

/** The record as it would be now, and what is other than in the one that was approved. */
export function changedIn(
  fault: unknown,
): { readonly changes: readonly Change[]; readonly prepared: Prepared } | undefined {
  if (!(fault instanceof Problem) || fault.code !== 'approval.changed') return undefined;
  return fault.body as { readonly changes: readonly Change[]; readonly prepared: Prepared };
}
