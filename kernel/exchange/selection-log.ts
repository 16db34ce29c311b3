/**
 * The channels of a file of selections: their trees are grown again entry by entry and must meet every cosigned checkpoint,
 * so that no entry can be left out, moved or put in.
 */
import { concat, equalBytes } from '../bytes.ts';
import { append, type Frontier, leafHash, restoreFrontier, rootOf } from '../log/tree.ts';
import { recordId } from '../record/record.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Commitment } from '../selection.ts';
import { type CosignedCheckpoint, Failure, type Judge, openCosigned } from './evidence-checkpoint.ts';
import { parseOrigin } from './names.ts';
import type { SelectionChannel, SelectionEntry } from './selection-file.ts';

export interface LoggedEntry {
  readonly id: string;
  readonly index: number;
  /** Of the first cosigned checkpoint that holds it, as far as the file shows. */
  readonly root: Uint8Array;
  /** Of its cosignature, Unix seconds. */
  readonly time: number;
  readonly told: SelectionEntry;
}

/** One channel generation whose tree was met. */
export interface LoggedChannel {
  readonly origin: string;
  readonly sender: string;
  /** Sizes before and at the end of the period. */
  readonly from: number;
  readonly until: number;
  /** Sizes of the checkpoints shown, ascending; `from` is the first of them. */
  readonly sizes: readonly number[];
  readonly entries: readonly LoggedEntry[];
}

export interface LogJudge extends Judge {
  /** Who chose. */
  readonly institution: string;
  readonly commitment: Commitment;
  /** When the commitment begins to act for a sender, Unix seconds. */
  begins(sender: string): number;
}

/** In the order of the file. The path of a refusal leads into it. */
export function openChannels(channels: readonly SelectionChannel[], judge: LogJudge): LoggedChannel[] | Refusal {
  const senders = [...judge.trust.chains.values()].flatMap(({ known }) => [...known.keys()]);
  const seen = new Set<string>();
  const opened: LoggedChannel[] = [];
  for (const [at, channel] of channels.entries()) {
    const one = seen.has(channel.origin)
      ? refuse('selection.incomplete', {}, '/origin')
      : openChannel(channel, senders, judge);
    if (one instanceof Refusal) return new Refusal(one.code, one.detail, `/channels/${at}${one.path}`);
    seen.add(channel.origin);
    opened.push(one);
  }
  return opened;
}

function openChannel(channel: SelectionChannel, senders: readonly string[], judge: LogJudge): LoggedChannel | Refusal {
  const sender = senderIn(channel.origin, senders, judge);
  if (sender instanceof Refusal) return sender;
  const begun = beginning(channel, sender, judge);
  if (begun instanceof Refusal) return begun;
  let frontier = begun;
  const sizes = [frontier.size];
  const entries: LoggedEntry[] = [];
  let time = 0;
  for (const [at, note] of channel.notes.entries()) {
    const path = `/notes/${at}`;
    const checkpoint = opened(note, channel.origin, sender, path, judge);
    if (checkpoint instanceof Refusal) return checkpoint;
    const { size, root } = checkpoint.checkpoint;
    if (checkpoint.time < time || checkpoint.time * 1000 >= judge.commitment.until) return outside(checkpoint, path);
    if (size <= frontier.size || size - begun.size > channel.entries.length)
      return refuse('selection.incomplete', {}, path);
    time = checkpoint.time;
    while (frontier.size < size) {
      const place = frontier.size - begun.size;
      const told = channel.entries[place] as SelectionEntry;
      const id = idOf(told, `/entries/${place}`, judge);
      if (id instanceof Refusal) return id;
      entries.push({ id, index: frontier.size, root, time, told });
      frontier = append(frontier, leafHash(Uint8Array.fromHex(id), judge.crypto), judge.crypto);
    }
    if (!equalBytes(rootOf(frontier, judge.crypto), root)) return refuse('exchange.root-mismatch', {}, path);
    sizes.push(size);
  }
  if (entries.length !== channel.entries.length) return refuse('selection.incomplete', {}, '/entries');
  return { origin: channel.origin, sender, from: begun.size, until: frontier.size, sizes, entries };
}

function senderIn(origin: string, senders: readonly string[], { trust, institution }: LogJudge): string | Refusal {
  const parsed = parseOrigin(origin);
  if (parsed instanceof Refusal) return new Refusal(parsed.code, parsed.detail, '/origin');
  const known = [...trust.chains.values()].flatMap((chain) => [...chain.known.values()]);
  const sender = known.find(({ id, domain }) => senders.includes(id) && domain === parsed.domain)?.id;
  return sender !== undefined && sender !== institution && parsed.recipient === institution
    ? sender
    : refuse('log.wrong-origin', { origin: origin.slice(0, 300) }, '/origin');
}

/** The tree before the period, which a checkpoint cosigned before it shows. */
function beginning(channel: SelectionChannel, sender: string, judge: LogJudge): Frontier | Refusal {
  const { start, before, origin } = channel;
  const frontier = restoreFrontier(start.size, concat(...start.subtrees.map((hash) => Uint8Array.fromHex(hash))));
  if (frontier instanceof Refusal) return refuse('selection.incomplete', {}, '/start');
  if (before === undefined) return start.size === 0 ? frontier : refuse('selection.incomplete', {}, '/before');
  const checkpoint = opened(before, origin, sender, '/before', judge);
  if (checkpoint instanceof Refusal) return checkpoint;
  const { size, root } = checkpoint.checkpoint;
  if (checkpoint.time >= judge.begins(sender)) return outside(checkpoint, '/before');
  return size === start.size && equalBytes(rootOf(frontier, judge.crypto), root)
    ? frontier
    : refuse('exchange.root-mismatch', {}, '/start');
}

function opened(
  note: string,
  origin: string,
  sender: string,
  path: string,
  judge: LogJudge,
): CosignedCheckpoint | Refusal {
  const checkpoint = openCosigned(note, [sender], [judge.institution], judge);
  if (checkpoint instanceof Failure) return new Refusal(checkpoint.refusal.code, checkpoint.refusal.detail, path);
  return checkpoint.checkpoint.origin === origin
    ? checkpoint
    : refuse('log.wrong-origin', { origin: checkpoint.checkpoint.origin }, path);
}

/** Of the record where it is shown; nothing more is said of it. */
function idOf({ jws, id, choice }: SelectionEntry, path: string, { crypto }: LogJudge): string | Refusal {
  if (jws !== undefined && id === undefined) return recordId(jws.slice(0, jws.lastIndexOf('.')), crypto);
  return id !== undefined && jws === undefined && !choice ? id : refuse('selection.incomplete', {}, path);
}

function outside({ time }: CosignedCheckpoint, path: string): Refusal {
  return refuse('selection.outside-period', { time: new Date(time * 1000).toISOString() }, path);
}
