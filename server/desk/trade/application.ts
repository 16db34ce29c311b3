/**
 * The life of an application: someone outside asks the institution to issue a record; officers examine it. Pure; the
 * one table of who may do what in which state.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { DraftRequest } from '../../institution/service.ts';

export const applicationStates = [
  'draft',
  'sent',
  'taken',
  'query',
  'answered',
  'ready',
  'issued',
  'declined',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Who does something: the applicant, an officer of the institution, or the server when the record is issued. */
export type Side = 'applicant' | 'office' | 'server';

export const applicationActs = ['send', 'take', 'query', 'answer', 'ready', 'decline', 'withdraw', 'issue'] as const;
export type ApplicationAct = (typeof applicationActs)[number];

interface Step {
  readonly by: Side;
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
}

const open = ['sent', 'taken', 'query', 'answered', 'ready'] as const;

export const steps: Readonly<Record<ApplicationAct, Step>> = {
  send: { by: 'applicant', from: ['draft'], to: 'sent' },
  // Also from a colleague, and back from the one who is to sign.
  take: { by: 'office', from: ['sent', 'answered', 'taken', 'ready'], to: 'taken' },
  query: { by: 'office', from: ['taken', 'ready'], to: 'query' },
  answer: { by: 'applicant', from: ['query'], to: 'answered' },
  ready: { by: 'office', from: ['taken'], to: 'ready' },
  decline: { by: 'office', from: ['taken', 'ready'], to: 'declined' },
  withdraw: { by: 'applicant', from: open, to: 'withdrawn' },
  // A record that was signed is there, whatever happened to the application in the same second.
  issue: { by: 'server', from: [...open, 'declined', 'withdrawn'], to: 'issued' },
};

export function next(state: ApplicationState, act: ApplicationAct, by: Side): ApplicationState | Refusal {
  const step = steps[act];
  return step.by === by && step.from.includes(state) ? step.to : refuse('desk.out-of-turn');
}

/** What someone may do now. */
export function actsOf(state: ApplicationState, by: Side): readonly ApplicationAct[] {
  return applicationActs.filter((act) => steps[act].by === by && steps[act].from.includes(state));
}

/** While what is asked for is the applicant's to write. */
export function mayWrite(state: ApplicationState): boolean {
  return state === 'draft' || state === 'query';
}

/** Whose turn it is; nobody's once it is over. */
export function turnOf(state: ApplicationState): 'applicant' | 'office' | undefined {
  if (mayWrite(state)) return 'applicant';
  return open.some((one) => one === state) ? 'office' : undefined;
}

/** What is asked for. Without recipients: the institution sends it to whom it concerns. */
export interface Contents {
  readonly title: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly annexes: DraftRequest['annexes'];
  /** A record that was issued to the same applicant, which this one is to follow. */
  readonly about?: string;
}

export function readContents(text: string): Contents {
  return JSON.parse(text) as Contents;
}
