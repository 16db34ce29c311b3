/** What the server's answers hold, as far as the workbench reads them. Times in ms since 1970, ids in hexadecimal. */

import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Text } from '../../../kernel/finding.ts';
import type { JsonSchema } from '../../../kernel/profile.ts';
import type { ProblemFinding } from './client.ts';

export type Severity = 'refuse' | 'warn' | 'inform';

export interface Session {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly language: string;
    readonly email?: string;
    readonly officer: string;
    /** Of traders: numbers of their company. */
    readonly knownAs: readonly string[];
    readonly demonstration: boolean;
  };
  readonly institution: {
    readonly id: string;
    readonly names: Text;
    readonly country: string;
    readonly functions: readonly string[];
  };
  readonly corridor: string;
  readonly demonstration: boolean;
  /** Names of what this person may do, as in the role matrix. */
  readonly actions: readonly string[];
  /** May sign: a key of this person stands on the channels. */
  readonly enrolled: boolean;
  readonly unread: number;
}

export interface Clock {
  readonly turn: readonly string[];
  readonly limit: string;
  readonly since?: number;
  readonly until?: number;
  readonly overdue: boolean;
  readonly seen: boolean;
}

export interface RecordLine {
  readonly id: string;
  readonly seq: number;
  readonly direction: 'issued' | 'received';
  readonly profile: string;
  readonly type: string;
  readonly version: number;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly time: number;
  readonly about?: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly worst?: Severity;
  readonly clock?: Clock;
}

/** GET /api/desk/own-records: what is told of a record that was issued for one's own application. */
export type NamedRecord = Pick<
  RecordLine,
  'id' | 'profile' | 'type' | 'issuer' | 'to' | 'number' | 'title' | 'state' | 'about'
>;

export const lanes = ['all', 'refuse', 'warn', 'inform', 'clear', 'overdue'] as const;
export type Lane = (typeof lanes)[number];

/** A line on which somebody has to act; `mine`: this institution. */
export interface InboxLine extends RecordLine {
  /** When the limit ends; absent while the clock has not started. */
  readonly due?: number;
  readonly mine: boolean;
  /** What the institution chose it for, in words. */
  readonly chosen?: readonly Text[];
}

/** GET /api/desk/inbox; `lanes` counts with all filters but the lane. */
export interface InboxAnswer {
  readonly total: number;
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly items: readonly InboxLine[];
}

/** GET /api/desk/inbox?all=true. */
export interface AllAnswer {
  readonly items: readonly InboxLine[];
  readonly next?: string;
}

export interface Placement {
  readonly origin: string;
  readonly recipient: string;
  readonly index: number;
  readonly receipt?: { readonly size: number; readonly time: number };
}

export interface FollowUp {
  readonly id: string;
  readonly type: string;
  readonly event: string;
  readonly issuer: string;
  readonly time: number;
  readonly outcome: string;
}

export interface RecordApproval {
  /** Of the record that carries it. */
  readonly id: string;
  readonly officer: string;
  readonly roles: readonly string[];
  readonly of: 'record' | 'contents';
  readonly time: number;
  readonly userVerified: boolean;
  readonly means: 'passkey' | 'demonstration';
  readonly founding?: true;
}

export interface RecordDetails extends RecordLine {
  readonly claims: JsonObject;
  readonly annexes: readonly {
    readonly digest: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size?: number;
  }[];
  readonly findings: readonly ProblemFinding[];
  readonly refusals: readonly { readonly id: string; readonly by: string; readonly code: string }[];
  readonly placements: readonly Placement[];
  readonly followUps: readonly FollowUp[];
  /** None: issued by machine. */
  readonly approvals?: readonly RecordApproval[];
  readonly waitsFor?: string;
  readonly demonstration: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface LifeCycle {
  readonly initial: string;
  readonly events: Readonly<Record<string, Text>>;
  readonly states: Readonly<Record<string, Text>>;
  readonly transitions: readonly {
    readonly from: string;
    readonly event: string;
    readonly to: string;
    readonly by: 'issuer' | 'recipient';
  }[];
  /** States in which somebody has to act, each with the limit. */
  readonly turns?: Readonly<Record<string, { readonly limit: string }>>;
}

export interface TypeDeclaration {
  readonly name: string;
  readonly title: Text;
  readonly version: number;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly issuedBy: string;
  readonly sentTo: readonly string[];
  readonly follows?: {
    readonly types: readonly string[];
    readonly required: boolean;
    /** What it can be, and the members of the claims that make it so. */
    readonly events: readonly { readonly event: string; readonly claims: JsonObject }[];
  };
  readonly lifeCycle?: LifeCycle;
  readonly appliedFor?: true;
  /** Members that an application may leave for the institution to state. */
  readonly leftToOffice?: readonly string[];
  readonly approvals?: 1 | 2;
  /** Who may follow up what others issued may sign it, although it stands alone. */
  readonly decides?: true;
  /** It can be asked what one of them would change. */
  readonly impact?: true;
  /** It has a printed form. */
  readonly paper?: true;
}

export interface ProfileDeclaration {
  readonly name: string;
  readonly title: Text;
  readonly types: readonly TypeDeclaration[];
  readonly registers: Readonly<
    Record<string, { readonly title: Text; readonly owner: string; readonly parts: readonly Text[] }>
  >;
  readonly ledgers: Readonly<
    Record<
      string,
      {
        readonly title: Text;
        readonly parts: readonly Text[];
        readonly balance?: true;
        readonly unit: string;
        readonly scale: number;
        readonly movements: Readonly<Record<string, { readonly title: Text; readonly kind: string }>>;
      }
    >
  >;
  readonly functions: Readonly<Record<string, Text>>;
  readonly limits: Readonly<Record<string, { readonly title: Text; readonly seconds: number }>>;
  readonly findings: Readonly<Record<string, Text>>;
  readonly reasons: Readonly<Record<string, Text>>;
  readonly formats: readonly string[];
  readonly panels?: readonly { readonly name: string; readonly types: readonly string[]; readonly first: boolean }[];
  readonly labels?: Readonly<Record<string, Text>>;
  readonly evident?: readonly string[];
  readonly codes?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly measure?: { readonly unit: string; readonly scale: number; readonly by: Readonly<Record<string, Text>> };
}

export interface Profiles {
  readonly inForce: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly items: readonly ProfileDeclaration[];
}

/** As POST /api/records takes it. */
export interface Draft {
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly annexes?: readonly { readonly digest: string; readonly name: string; readonly mediaType: string }[];
  readonly about?: string;
}
