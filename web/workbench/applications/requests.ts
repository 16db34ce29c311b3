/** What applications ask of the server. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Text } from '../../../kernel/finding.ts';
import { ask, type ProblemFinding } from '../api/client.ts';
import type { Clock, Page } from '../api/shapes.ts';
import type { Annex } from '../draft/requests.ts';

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

export type ApplicationAct = 'send' | 'take' | 'query' | 'answer' | 'ready' | 'decline' | 'withdraw' | 'issue';

export interface ApplicationLine {
  readonly id: string;
  readonly number: string;
  readonly profile: string;
  readonly type: string;
  readonly title: string;
  readonly state: ApplicationState;
  readonly revision: number;
  readonly turn?: 'applicant' | 'office';
  /** What the reader may do now. */
  readonly acts: readonly ApplicationAct[];
  readonly mine: boolean;
  /** Times in ms. */
  readonly created: number;
  readonly changed: number;
  readonly record?: string;
  readonly applicant?: string;
  readonly officer?: { readonly id: string; readonly name: string };
  /** Of the record that was issued. In lists alone. */
  readonly standing?: Standing;
}

/** Where the record that was issued has come to. */
export interface Standing {
  readonly record: { readonly id: string; readonly number: string; readonly state: string; readonly title?: Text };
  /** Ids of institutions; empty when it is over. */
  readonly turn: readonly string[];
  readonly clock?: Clock;
}

export interface ApplicationContents {
  readonly title: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly annexes: readonly Annex[];
  readonly about?: string;
}

export interface ApplicationEvent {
  readonly time: number;
  readonly act: ApplicationAct;
  readonly state: ApplicationState;
  readonly side: 'applicant' | 'office' | 'server';
  readonly name?: string;
  readonly text?: string;
  readonly edition?: number;
}

export interface Application extends ApplicationLine {
  readonly contents: ApplicationContents;
  readonly edition: number;
  readonly history: readonly ApplicationEvent[];
  /** Told to officers alone: the claims of the record as they would be signed, and who wrote them last. */
  readonly office?: {
    readonly revision: number;
    readonly claims: JsonObject;
    readonly by: { readonly name: string; readonly roles: readonly string[] };
    readonly time: number;
  };
}

export interface ApplicationType {
  readonly profile: string;
  readonly type: string;
  readonly title: Text;
  readonly to: readonly string[];
  readonly leftToOffice: readonly string[];
}

export interface ProgressStep {
  readonly code: 'begin' | ApplicationAct | 'logged' | 'received' | 'follow-up';
  readonly time: number;
  /** `applicant`, or the id of an institution. */
  readonly by: string;
  readonly title?: Text;
  readonly text?: string;
  readonly index?: number;
  readonly outcome?: string;
}

export interface Progress {
  readonly steps: readonly ProgressStep[];
  readonly state: ApplicationState;
  readonly record?: Standing['record'];
  /** `applicant`, or ids of institutions; empty when it is over. */
  readonly turn: readonly string[];
  readonly clock?: Clock;
}

export interface Notice {
  readonly id: number;
  readonly kind: string;
  readonly about: { readonly application?: string };
  readonly page: string;
  readonly text: string;
  readonly time: number;
  readonly read?: number;
}

const path = '/api/desk/applications';

export const applicationsKey = ['applications'] as const;
export const applicationKey = (id: string) => ['applications', id] as const;

export const listApplications = (
  filter: { readonly turn?: string; readonly taken?: string; readonly state?: string },
  cursor?: string,
): Promise<Page<ApplicationLine>> =>
  ask(`${path}?${new URLSearchParams({ ...filter, ...(cursor !== undefined && { cursor }) })}`);

export const showApplication = (id: string): Promise<Application> => ask(`${path}/${id}`);

export const showEdition = (id: string, edition: number): Promise<ApplicationContents> =>
  ask(`${path}/${id}/editions/${edition}`);

export const showProgress = (id: string): Promise<Progress> => ask(`${path}/${id}/progress`);

export const applicationTypes = async (): Promise<readonly ApplicationType[]> =>
  (await ask<{ readonly items: readonly ApplicationType[] }>('/api/desk/application-types')).items;

export const beginApplication = (
  profile: string,
  type: string,
  contents: Pick<ApplicationContents, 'title' | 'claims'>,
): Promise<Application> => ask(path, { method: 'POST', body: { profile, type, ...contents } });

export const writeApplication = (
  id: string,
  revision: number,
  { title, to, claims, annexes, about }: ApplicationContents,
): Promise<Application> =>
  ask(`${path}/${id}`, {
    method: 'PUT',
    body: { revision, title, to, claims, annexes, ...(about !== undefined && { about }) },
  });

/** `revision`: of what the office states; 0 for the first. */
export const writeOfficeClaims = (
  { id, edition }: Pick<Application, 'id' | 'edition'>,
  revision: number,
  claims: JsonObject,
): Promise<Application> => ask(`${path}/${id}/office`, { method: 'PUT', body: { edition, revision, claims } });

export const applicationFindings = async (id: string, signal: AbortSignal): Promise<readonly ProblemFinding[]> =>
  (await ask<{ readonly findings: readonly ProblemFinding[] }>(`${path}/${id}/findings`, { signal })).findings;

/** Of what an officer would sign for it, also while what is left to the office is missing. */
export const checkOffice = async (
  id: string,
  { claims, to }: Pick<ApplicationContents, 'claims' | 'to'>,
  signal: AbortSignal,
): Promise<readonly ProblemFinding[]> =>
  (
    await ask<{ readonly findings: readonly ProblemFinding[] }>(`${path}/${id}/check`, {
      method: 'POST',
      body: { claims, to },
      signal,
    })
  ).findings;

export const actOn = (
  id: string,
  act: Exclude<ApplicationAct, 'issue'>,
  revision: number,
  text?: string,
): Promise<Application> =>
  ask(`${path}/${id}/${act}`, {
    method: 'POST',
    body: { revision, ...(text !== undefined && text.trim() !== '' && { text: text.trim() }) },
  });

export const discardApplication = (id: string, revision: number): Promise<void> =>
  ask(`${path}/${id}?revision=${revision}`, { method: 'DELETE' });

export const annexPlace = (id: string): string => `${path}/${id}/annexes`;

export const documentOf = (id: string, kind: 'pdf' | 'xml' | 'evidence.json', lang: string): string =>
  `${path}/${id}/record.${kind}${kind === 'pdf' ? `?lang=${lang}` : ''}`;

export const notices = (): Promise<Page<Notice>> => ask('/api/desk/notices?limit=20');

export const readNotices = (which: { readonly upTo: number } | { readonly ids: readonly number[] }): Promise<void> =>
  ask('/api/desk/notices/read', { method: 'POST', body: which });
