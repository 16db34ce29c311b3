/** What administrators and auditors are told. Times in ms since 1970. */
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import type { Page, Session } from '../api/shapes.ts';

type PersonFields = Session['person'];

export interface PersonLine extends PersonFields {
  readonly active: boolean;
  /** Other institutions know the key. */
  readonly enrolled: boolean;
  readonly passkeys: number;
}

export interface InvitationLink {
  /** Given out this one time. */
  readonly link: string;
  readonly expires: number;
}

export interface PendingEnrolment {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly cause: 'enrolment' | 'recovery' | 'roles';
  readonly created: number;
  readonly needed: number;
  readonly given: readonly { readonly person: string; readonly name: string; readonly time: number }[];
}

export const tokenRights = ['read', 'issue', 'administer'] as const;
export type TokenRight = (typeof tokenRights)[number];

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly TokenRight[];
  readonly created: number;
  readonly revoked?: number;
}

export const webhookEvents = ['issued', 'received', 'state', 'receipt', 'application'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly active: boolean;
  /** Why the server switched it off. */
  readonly stopped?: 'failing' | 'gone' | 'too-many';
  readonly created: number;
  readonly waiting: number;
}

export interface Delivery {
  readonly place: number;
  readonly id: string;
  readonly type: WebhookEvent;
  readonly state: 'waiting' | 'delivered';
  readonly attempts: number;
  readonly next: number;
  readonly created: number;
  readonly delivered?: number;
  readonly status?: number;
  readonly error?: string;
}

export interface TrailRow {
  readonly row: number;
  readonly time: number;
  readonly person: string;
  readonly name: string;
  readonly action: string;
  readonly operation: string;
  readonly about: string;
  readonly status: number;
  readonly refusal: string;
}

export interface TrailCheck {
  readonly holds: boolean;
  readonly rows: number;
  readonly head: string;
  readonly broken?: number;
}

const list = <T>(key: string) => queryOptions({ queryKey: [key], queryFn: () => ask<Page<T>>(`/api/desk/${key}`) });

export const peopleQuery = list<PersonLine>('people');
export const enrolmentsQuery = list<PendingEnrolment>('enrolments');
export const tokensQuery = list<Token>('tokens');
export const webhooksQuery = list<Webhook>('webhooks');
