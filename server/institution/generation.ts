/**
 * Generations of a channel. After a fork, lost data or a stolen key the sender opens generation n+1 with a record
 * that names the last checkpoint of n which both agree on, and logs again after it what n had not delivered. Until
 * the recipient's accepting record is here it carries nothing else but records of the exchange itself.
 */

import { arrivalFault } from '../../kernel/exchange/arrival.ts';
import { originOf } from '../../kernel/exchange/names.ts';
import { openRecord } from '../../kernel/exchange/open-record.ts';
import { rootOf } from '../../kernel/log/tree.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { type ChannelHead, newHead } from './channel-head.ts';
import { type Core, channelBetween, headAt, self } from './core.ts';
import { issueIn } from './issue.ts';
import { frontierOf } from './log-reader.ts';
import type { ReadBatch } from './read-batch.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';

export type OpeningReason = 'fork' | 'lost-data' | 'stolen-key' | 'planned';

/** The last checkpoint of a generation that both sides hold. */
export interface Agreed {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

/** Sender: closes the present generation, opens the next and carries over what was never receipted. */
export async function openGenerationIn(
  core: Core,
  stage: Stage,
  recipient: string,
  reason: OpeningReason,
): Promise<string | Refusal> {
  const old = channelBetween(core, stage, core.id, recipient);
  if (!old) return refuse('exchange.unknown-channel', { name: recipient });
  if (old.state === 'opening') return refuse('exchange.generation-not-accepted', { name: recipient });
  const checkpoint = await core.store.db
    .selectFrom('checkpoint')
    .select(['root'])
    .where('channel', '=', old.id)
    .where('size', '=', old.receipt.size)
    .executeTakeFirst();
  if (!checkpoint) return refuse('exchange.bad-opening', { name: recipient });
  const previous: Agreed = { origin: old.origin, size: old.receipt.size, root: checkpoint.root.toHex() };
  const origin = originOf(self(core, stage.trust), recipient, old.generation + 1);
  stage.heads.set(old.origin, { ...old, state: 'closed' });
  const next = newHead({
    id: nextChannelId(core, stage),
    origin,
    issuer: core.id,
    recipient,
    generation: old.generation + 1,
    state: 'opening',
  });
  stage.heads.set(origin, { ...next, past: old.past });
  const claims = { origin, previous: { ...previous }, reason };
  const issued = await issueIn(core, stage, {
    profile: 'exchange',
    type: 'opening',
    to: [recipient],
    claims,
    annexes: [],
  });
  if (issued instanceof Rejected) {
    stage.heads.set(old.origin, old);
    stage.heads.delete(origin);
    return refuse('exchange.bad-opening', { name: recipient });
  }
  await carryOver(core, stage, old, origin);
  return issued.id;
}

/** Logs again what the old generation has no receipt for, in its order: stated times must not fall. */
async function carryOver(core: Core, stage: Stage, old: ChannelHead, origin: string): Promise<void> {
  const stored = await core.store.db
    .selectFrom('entry')
    .select(['idx', 'id', 'seq'])
    .where('channel', '=', old.id)
    .where('idx', '>=', old.receipt.size)
    .orderBy('idx')
    .execute();
  const staged = stage.entries.filter((entry) => entry.channel === old.id && entry.idx >= old.receipt.size);
  for (const { id, seq } of [...stored, ...staged])
    stage.append(headAt(core, stage, origin) as ChannelHead, id, seq, core.crypto);
}

export function nextChannelId(core: Core, stage: Stage): number {
  return Math.max(0, ...[...core.heads.values(), ...stage.heads.values()].map((head) => head.id)) + 1;
}

/**
 * Recipient: the first entry of a later generation must be an opening that names what is mirrored here, or an
 * earlier root of it: the receipt for the rest may not have reached the sender. It must hold, else nothing that
 * comes after it could ever be taken.
 */
export async function openingFault(
  core: Core,
  stage: Stage,
  { batch, entries }: ReadBatch,
  head: ChannelHead,
): Promise<Refusal | undefined> {
  if (head.state !== 'opening') return undefined;
  if (head.frontier.size > 0) return refuse('exchange.generation-not-accepted', { name: head.origin });
  const old = channelBetween(core, stage, batch.sender, core.id);
  const fault = refuse('exchange.bad-opening', { expected: old?.frontier.size ?? 0, name: head.origin });
  const first = entries[0];
  if (!old || !first || first.record instanceof Refusal || !first.checked || first.checked instanceof Refusal)
    return fault;
  const opened = openRecord(first.checked, stage.trust, core.catalogue, core.crypto);
  if (opened instanceof Refusal) return fault;
  const { samur, claims } = opened.payload;
  if (samur.profile !== 'exchange' || samur.type !== 'opening' || claims['origin'] !== head.origin) return fault;
  if (samur.issuer !== batch.sender || !samur.to.includes(core.id)) return fault;
  if (arrivalFault(opened.payload, head.past, undefined, stage.now)) return fault;
  const previous = claims['previous'] as unknown as Agreed;
  if (previous.origin !== old.origin) return fault;
  return (await rootAt(core, old, previous.size)) === previous.root ? undefined : fault;
}

/** Hex root of the first entries of a mirror; undefined for more than are on disk. */
async function rootAt(core: Core, head: ChannelHead, size: number): Promise<string | undefined> {
  if (size === head.frontier.size) return rootOf(head.frontier, core.crypto).toHex();
  if (size > (core.heads.get(head.origin)?.frontier.size ?? 0)) return undefined;
  return rootOf(await frontierOf(core.store, head.id, size, core.crypto), core.crypto).toHex();
}

/** Recipient: takes the new generation for the channel and says so on the way back. Only its first entry opens it. */
export async function acceptOpeningIn(
  core: Core,
  stage: Stage,
  opening: string,
  origin: string,
  previous: Agreed,
): Promise<void> {
  const head = headAt(core, stage, origin);
  const old = headAt(core, stage, previous.origin);
  if (!head || !old || head.state !== 'opening' || head.recipient !== core.id) return;
  if (old.issuer !== head.issuer || old.recipient !== core.id || old.generation !== head.generation - 1) return;
  const first = stage.entries.find((entry) => entry.channel === head.id && entry.idx === 0);
  if (first?.id.toHex() !== opening) return;
  stage.heads.set(old.origin, { ...old, state: 'closed' });
  stage.heads.set(origin, { ...head, state: 'open' });
  const claims = { origin, opening, previous: { ...previous } };
  const issued = await issueIn(core, stage, {
    profile: 'exchange',
    type: 'acceptance',
    to: [head.issuer],
    claims,
    annexes: [],
  });
  if (issued instanceof Rejected) stage.faults.push({ about: opening, findings: issued.findings });
}

/** Sender: the recipient has taken the new generation, so it carries everything. Nobody else's word opens it. */
export function openAcceptedIn(core: Core, stage: Stage, origin: string, by: string): void {
  const head = headAt(core, stage, origin);
  if (head?.state !== 'opening' || head.issuer !== core.id || head.recipient !== by) return;
  stage.heads.set(origin, { ...head, state: 'open' });
}
