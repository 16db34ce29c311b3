/** What drafts ask of the server. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Text } from '../../../kernel/finding.ts';
import { ask, type ProblemFinding } from '../api/client.ts';
import type { Draft, NamedRecord, Page, RecordDetails, RecordLine } from '../api/shapes.ts';

export interface Annex {
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
}

/** What a person writes; nothing of it needs to be complete. */
export interface DraftContents {
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly annexes: readonly Annex[];
  readonly about?: string;
  readonly title: string;
}

export interface SavedDraft extends DraftContents {
  readonly id: string;
  readonly revision: number;
  readonly updated: number;
}

export type DraftLine = Omit<SavedDraft, 'claims' | 'annexes'>;

export const draftsKey = ['drafts'] as const;

export const listDrafts = async (): Promise<readonly DraftLine[]> =>
  (await ask<{ readonly items: readonly DraftLine[] }>('/api/desk/drafts')).items;

/** What is written, and nothing else that an answer tells. */
export const contentsIn = ({ profile, type, to, claims, annexes, about, title }: DraftContents): DraftContents => ({
  profile,
  type,
  to,
  claims,
  annexes,
  title,
  ...(about !== undefined && { about }),
});

export const showDraft = (id: string): Promise<SavedDraft> => ask(`/api/desk/drafts/${id}`);

export const saveDraft = (
  id: string,
  revision: number,
  contents: DraftContents,
): Promise<{ readonly revision: number }> =>
  ask(`/api/desk/drafts/${id}`, { method: 'PUT', body: { revision, ...contents } });

export const deleteDraft = (id: string): Promise<void> => ask(`/api/desk/drafts/${id}`, { method: 'DELETE' });

export const newDraftId = (): string => crypto.randomUUID();

export function toIssue({ title: _, ...draft }: DraftContents): Draft {
  return draft;
}

export const checkDraft = async (draft: Draft, signal: AbortSignal): Promise<readonly ProblemFinding[]> =>
  (
    await ask<{ readonly findings: readonly ProblemFinding[] }>('/api/records/check', {
      method: 'POST',
      body: draft,
      signal,
    })
  ).findings;

/** Amounts are decimal texts in the unit of the ledger. */
export interface DraftAccount {
  readonly ledger: string;
  readonly key: readonly string[];
  readonly unit: string;
  readonly title: Text;
  readonly movement: Text;
  readonly debit: boolean;
  readonly amount: string;
  readonly available: string;
  readonly after: string;
  readonly frozen: boolean;
  readonly path?: string;
}

export const readBalances = async (draft: Draft, signal: AbortSignal): Promise<readonly DraftAccount[]> =>
  (
    await ask<{ readonly items: readonly DraftAccount[] }>('/api/desk/balances', {
      method: 'POST',
      body: draft,
      signal,
    })
  ).items;

export interface Affected {
  readonly count: number;
  readonly items: readonly (RecordLine & { readonly findings: readonly ProblemFinding[] })[];
  readonly totals: readonly {
    readonly type: string;
    readonly by: string;
    readonly keys: number;
    readonly amount: string;
    readonly unit: string;
  }[];
}

/** What a draft would change were it signed now. */
export interface WhatIf {
  readonly time: number;
  readonly asked: number;
  readonly truncated: boolean;
  readonly records: Affected;
  readonly freed: Affected;
  readonly rows: {
    readonly count: number;
    readonly items: readonly { readonly register: string; readonly key: readonly string[] }[];
  };
  readonly accounts: readonly {
    readonly ledger: string;
    readonly key: readonly string[];
    readonly unit: string;
    readonly available: string;
    readonly availableAfter: string;
    readonly overdrawn: boolean;
  }[];
}

export const askWhatIf = (draft: Draft): Promise<WhatIf> => ask('/api/what-if', { method: 'POST', body: draft });

/** What a document of another system says, as far as it was understood. */
export interface ReadDocument {
  readonly type: string;
  readonly claims: JsonObject;
  readonly findings: readonly ProblemFinding[];
}

export const readXml = (bytes: Blob, profile: string, to: readonly string[]): Promise<ReadDocument> => {
  const query = new URLSearchParams({ profile, ...(to.length > 0 && { to: to.join(',') }) });
  return ask(`/api/records/check?${query}`, { method: 'POST', body: bytes, mediaType: 'application/xml' });
};

export const earlierRecords = (profile: string, type: string, words: string): Promise<Page<RecordLine>> => {
  const query = new URLSearchParams({ direction: 'issued', profile, type, limit: '20', ...(words && { q: words }) });
  return ask(`/api/records?${query}`);
};

export const recordsNamed = async (words: string): Promise<readonly RecordLine[]> =>
  (await ask<Page<RecordLine>>(`/api/records?${new URLSearchParams({ q: words, limit: '50' })}`)).items;

/** Issued for one's own applications; by words, or by an id. */
export const ownRecordsNamed = async (words: string): Promise<readonly NamedRecord[]> =>
  (await ask<{ readonly items: readonly NamedRecord[] }>(`/api/desk/own-records?${new URLSearchParams({ q: words })}`))
    .items;

export const showRecord = (id: string): Promise<RecordDetails> => ask(`/api/records/${id}`);
