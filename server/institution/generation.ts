/**
 * Generations of a channel. After a fork, lost data or a stolen key the sender opens generation n+1 with a record
 * that names the last checkpoint of n which both agree on; it carries nothing else until the recipient's accepting
 * record is here. Entries of n that were never receipted are then logged again in n+1.
 */

import { originOf } from '../../kernel/exchange/names.ts';
import { rootOf } from '../../kernel/log/tree.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { type ChannelHead, newHead } from './channel-head.ts';
import { type Core, channelBetween, headAt, self } from './core.ts';
import { issueIn } from './issue.ts';
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

/** Sender: closes the present generation and opens the next. */
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
  stage.heads.set(origin, next);
  const claims = { origin, previous: { ...previous }, reason };
  const issued = await issueIn(core, stage, {
    profile: 'exchange',
    type: 'opening',
    to: [recipient],
    claims,
    annexes: [],
  });
  return issued instanceof Rejected ? refuse('exchange.bad-opening', { name: recipient }) : issued.id;
}

export function nextChannelId(core: Core, stage: Stage): number {
  return Math.max(0, ...[...core.heads.values(), ...stage.heads.values()].map((head) => head.id)) + 1;
}

/** Recipient: the first entry of a later generation must be an opening that names what is mirrored here. */
export function openingFault(core: Core, stage: Stage, read: ReadBatch, head: ChannelHead): Refusal | undefined {
  if (head.state !== 'opening' || head.frontier.size > 0) return undefined;
  const old = channelBetween(core, stage, read.batch.sender, core.id);
  const first = read.entries[0];
  const expected = old ? old.frontier.size : 0;
  const fault = refuse('exchange.bad-opening', { expected, name: head.origin });
  if (!old || !first || first.record instanceof Refusal || !first.checked || first.checked instanceof Refusal)
    return fault;
  const { samur, claims } = first.record.payload;
  if (samur.profile !== 'exchange' || samur.type !== 'opening' || claims['origin'] !== head.origin) return fault;
  const previous = claims['previous'] as unknown as Agreed;
  const agreed =
    previous?.origin === old.origin &&
    previous.size === old.frontier.size &&
    previous.root === rootOf(old.frontier, core.crypto).toHex();
  return agreed ? undefined : fault;
}

/** Recipient: takes the new generation for the channel and says so on the way back. */
export async function acceptOpeningIn(
  core: Core,
  stage: Stage,
  opening: string,
  origin: string,
  previous: Agreed,
): Promise<void> {
  const old = headAt(core, stage, previous.origin);
  const head = headAt(core, stage, origin);
  if (!old || !head || head.state !== 'opening') return;
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

/** Sender: the new generation is open; what the old one had not delivered is logged again. */
export async function openAcceptedIn(core: Core, stage: Stage, origin: string, previous: Agreed): Promise<void> {
  const head = headAt(core, stage, origin);
  const old = headAt(core, stage, previous.origin);
  if (!head || !old || head.state !== 'opening' || head.issuer !== core.id) return;
  stage.heads.set(origin, { ...head, state: 'open' });
  const left = await core.store.db
    .selectFrom('entry')
    .select(['id', 'seq'])
    .where('channel', '=', old.id)
    .where('idx', '>=', previous.size)
    .orderBy('idx')
    .execute();
  for (const { id, seq } of left) stage.append(headAt(core, stage, origin) as ChannelHead, id, seq, core.crypto);
}
