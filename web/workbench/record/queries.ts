/** What the page of a record asks. Keys begin as the news do that make them stale. */
import { queryOptions } from '@tanstack/react-query';
import { ask, Problem } from '../api/client.ts';
import type { RecordDetails } from '../api/shapes.ts';
import type { Answer, Shown } from './verified.ts';

export const recordQuery = (id: string) =>
  queryOptions({ queryKey: ['record', id], queryFn: () => ask<RecordDetails>(`/api/records/${id}`), staleTime: 2_000 });

/** Null: nothing is cosigned yet, so nothing can be proved. Verified by code that loads with the first question. */
export const verificationQuery = (record: RecordDetails) =>
  queryOptions({
    // News of the record do not go on by themselves into what is verified of it: its own facts are part of the key.
    queryKey: ['verification', record.id, record.state, record.followUps.length, receipts(record)],
    queryFn: async ({ signal }): Promise<Answer | null> => {
      const { verifyRecord } = await import('./verifier.ts');
      return verifyRecord(shownOf(record), signal).catch((fault: unknown) => {
        if (fault instanceof Problem && fault.code === 'evidence.no-cosignature') return null;
        throw fault;
      });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

const receipts = ({ placements }: RecordDetails): number => placements.filter(({ receipt }) => receipt).length;

function shownOf({ id, profile, type, version, issuer, to, time, claims, about }: RecordDetails): Shown {
  return { id, profile, type, version, issuer, to, time, claims, ...(about !== undefined && { about }) };
}
