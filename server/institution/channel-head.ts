/** The end of one channel as this institution holds it. Values: a batch works on new ones until they are on disk. */
import type { Crypto } from '../../kernel/crypto.ts';
import { type ChannelPast, noPast } from '../../kernel/exchange/arrival.ts';
import {
  append,
  emptyFrontier,
  type Frontier,
  frontierBytes,
  leafHash,
  restoreFrontier,
} from '../../kernel/log/tree.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { ChannelTable } from '../store/tables.ts';

export interface ChannelHead {
  readonly id: number;
  readonly origin: string;
  readonly issuer: string;
  readonly recipient: string;
  readonly generation: number;
  readonly frontier: Frontier;
  /** Outgoing: what the recipient has cosigned. Incoming: what this institution has. Time in ms. */
  readonly receipt: { readonly size: number; readonly time: number };
  readonly past: ChannelPast;
  readonly state: ChannelTable['state'];
}

export function newHead(
  of: Pick<ChannelHead, 'id' | 'origin' | 'issuer' | 'recipient' | 'generation' | 'state'>,
): ChannelHead {
  return { ...of, frontier: emptyFrontier(), receipt: { size: 0, time: 0 }, past: noPast };
}

/** The head with one more entry. */
export function grown(head: ChannelHead, entry: Uint8Array, crypto: Crypto): ChannelHead {
  return { ...head, frontier: append(head.frontier, leafHash(entry, crypto), crypto) };
}

export function headRow(head: ChannelHead): ChannelTable {
  return {
    id: head.id,
    origin: head.origin,
    issuer: head.issuer,
    recipient: head.recipient,
    generation: head.generation,
    size: head.frontier.size,
    frontier: frontierBytes(head.frontier),
    receipt_size: head.receipt.size,
    receipt_time: head.receipt.time,
    past: JSON.stringify(head.past),
    state: head.state,
  };
}

export function headOf(row: ChannelTable): ChannelHead {
  const frontier = restoreFrontier(row.size, row.frontier);
  if (frontier instanceof Refusal) throw new Error(`channel ${row.origin} is damaged`);
  return {
    id: row.id,
    origin: row.origin,
    issuer: row.issuer,
    recipient: row.recipient,
    generation: row.generation,
    frontier,
    receipt: { size: row.receipt_size, time: row.receipt_time },
    past: JSON.parse(row.past) as ChannelPast,
    state: row.state,
  };
}
