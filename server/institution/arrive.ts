/**
 * A batch of entries arriving on one channel, inside a group commit. The mirror grows only by what the sender's
 * signed checkpoint covers; what contradicts an earlier checkpoint is refused and kept as evidence.
 */

import { equalBytes } from '../../kernel/bytes.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { arrivalFault, pastAfter } from '../../kernel/exchange/arrival.ts';
import { mirrorName, originOf, parseOrigin } from '../../kernel/exchange/names.ts';
import { cosignatureLine } from '../../kernel/log/cosignature.ts';
import { addSignature } from '../../kernel/log/note.ts';
import { rootOf } from '../../kernel/log/tree.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { findingOf } from '../../kernel/state/assess.ts';
import { currentInstitution } from '../../kernel/trust/lookup.ts';
import { admit } from './admit.ts';
import { type Arrival, awaitedBefore } from './arrival.ts';
import { type ChannelHead, grown, newHead } from './channel-head.ts';
import { type Core, channelBetween, headAt, must, self } from './core.ts';
import { nextChannelId, openingFault } from './generation.ts';
import { type MirrorWindow, mirrorWindow } from './mirror-window.ts';
import type { ReadBatch, ReadEntry } from './read-batch.ts';
import { noted, recordRow, unreadableRow } from './record-row.ts';
import { answerRefusal } from './refusal-answer.ts';
import { admittedColumns } from './release.ts';
import type { BatchAnswer } from './service.ts';
import type { Stage, StagedRecord } from './stage.ts';

export async function arriveIn(core: Core, stage: Stage, read: ReadBatch): Promise<() => BatchAnswer | Refusal> {
  const { batch, checkpoint, entries } = read;
  const head = headAt(core, stage, batch.origin) ?? firstHead(core, stage, read);
  if (head instanceof Refusal) return () => head;
  const fault = (await placeFault(core, stage, read, head)) ?? (await openingFault(core, stage, read, head));
  if (fault) return () => fault;
  const full = entries.reduce((next, entry) => grown(next, Uint8Array.fromHex(entry.id), core.crypto), head);
  if (!equalBytes(rootOf(full.frontier, core.crypto), checkpoint.root)) return rootMismatch(core, stage, read, head);
  if (entries.length === 0) return storedReceipt(core, stage, head);
  const window = await mirrorWindow(core, stage, batch.sender, entries);
  // The head grows before the records are judged: what they cause is issued with a basis that covers them.
  stage.heads.set(head.origin, { ...full, receipt: { size: full.frontier.size, time: cosignTime(stage) } });
  let past = head.past;
  for (const [i, entry] of entries.entries()) past = await take(core, stage, read, entry, head, i, past, window);
  const last = headAt(core, stage, head.origin) ?? full;
  stage.heads.set(head.origin, { ...last, past });
  return cosign(core, stage, read, full);
}

/** A mirror's first look at a channel generation. */
function firstHead(core: Core, stage: Stage, { batch }: ReadBatch): ChannelHead | Refusal {
  const sender = currentInstitution(stage.trust, batch.sender);
  const origin = parseOrigin(batch.origin);
  if (!sender || origin instanceof Refusal || originOf(sender, core.id, origin.generation) !== batch.origin)
    return refuse('exchange.unknown-channel', { name: batch.origin });
  const before = channelBetween(core, stage, batch.sender, core.id);
  if (origin.generation !== (before?.generation ?? 0) + 1)
    return refuse('exchange.unknown-channel', { name: batch.origin });
  const head = newHead({
    id: nextChannelId(core, stage),
    origin: batch.origin,
    issuer: batch.sender,
    recipient: core.id,
    generation: origin.generation,
    state: origin.generation === 1 ? 'open' : 'opening',
  });
  // What the generation before had stated still binds.
  return { ...head, past: before?.past ?? head.past };
}

async function placeFault(
  core: Core,
  stage: Stage,
  { batch, checkpoint, entries }: ReadBatch,
  head: ChannelHead,
): Promise<Refusal | undefined> {
  const { size } = head.frontier;
  if (head.issuer !== batch.sender) return refuse('exchange.unknown-channel', { name: batch.origin });
  if (head.state === 'closed') return refuse('exchange.generation-closed', { name: batch.origin });
  if (checkpoint.size < size) {
    await keep(core, stage, 'shrink', head, batch);
    return refuse('exchange.shrinks', { expected: size, found: checkpoint.size });
  }
  if (checkpoint.size === size && !equalBytes(checkpoint.root, rootOf(head.frontier, core.crypto))) {
    await keep(core, stage, 'fork', head, batch);
    return refuse('exchange.forked', { size });
  }
  if (batch.start !== size || checkpoint.size !== size + entries.length)
    return refuse('exchange.not-next', { expected: size, found: batch.start });
  return undefined;
}

async function rootMismatch(core: Core, stage: Stage, { batch }: ReadBatch, head: ChannelHead): Promise<() => Refusal> {
  await keep(core, stage, 'rewrite', head, batch);
  return () => refuse('exchange.root-mismatch', { size: head.frontier.size });
}

/**
 * Evidence for a third party: the checkpoint that the sender had signed and we had cosigned, the hashes of that tree,
 * and the request, under the sender's request key, that contradicts it (kernel/exchange/misconduct.ts).
 */
async function keep(
  core: Core,
  stage: Stage,
  kind: string,
  head: ChannelHead,
  batch: ReadBatch['batch'],
): Promise<void> {
  const place = { kind, origin: head.origin, size: head.frontier.size };
  if (await isKept(core, stage, place)) return;
  const older = await core.store.db
    .selectFrom('checkpoint')
    .select('note')
    .where('channel', '=', head.id)
    .where('size', '=', head.frontier.size)
    .executeTakeFirst();
  const frontier = head.frontier.hashes.map((hash) => hash.toHex());
  const evidence = { ...place, frontier, older: older?.note ?? '', request: batch.request() };
  stage.rest.misconduct.push({ kind, at: stage.now, evidence: JSON.stringify(evidence) });
}

/** One proof convicts as well as a thousand, and a sender that tries for ever must not fill the disk. */
async function isKept(core: Core, stage: Stage, place: JsonObject): Promise<boolean> {
  const beginning = JSON.stringify(place).slice(0, -1);
  if (stage.rest.misconduct.some(({ evidence }) => evidence.startsWith(`${beginning},`))) return true;
  const row = await core.store.db
    .selectFrom('misconduct')
    .select('id')
    .where('evidence', '>=', `${beginning},`)
    .where('evidence', '<', `${beginning}-`)
    .executeTakeFirst();
  return row !== undefined;
}

function cosignTime(stage: Stage): number {
  return Math.floor(stage.now / 1000) * 1000;
}

async function take(
  core: Core,
  stage: Stage,
  { batch }: ReadBatch,
  entry: ReadEntry,
  head: ChannelHead,
  offset: number,
  past: ChannelHead['past'],
  window: MirrorWindow,
): Promise<ChannelHead['past']> {
  const index = head.frontier.size + offset;
  const id = Uint8Array.fromHex(entry.id);
  const known = stage.records.get(entry.id) ?? window.known.get(entry.id);
  const seq = known?.seq ?? stage.seq++;
  stage.entries.push({ channel: head.id, idx: index, seq, id });
  // A record takes effect once, wherever and however often it is logged; one that did not hold, when it comes whole.
  if (known && !(known.stage === 'held' && mayHold(entry, batch.sender))) return past;
  const at = { id: entry.id, sender: batch.sender, origin: batch.origin, index };
  const { record } = entry;
  if (record instanceof Refusal) {
    stage.records.set(entry.id, {
      ...unreadableRow(entry.id, batch.sender, seq),
      jws: entry.jws,
      cosigned_at: cosignTime(stage),
      ...noted([findingOf(record)]),
    });
    await answerRefusal(core, stage, at, record, []);
    return past;
  }
  const fault = arrivalFault(record.payload, past, window.reverse(record.payload), stage.now);
  const arrival: Arrival = {
    ...at,
    record,
    ...(entry.checked && { checked: entry.checked }),
    seq,
    cosignedAt: cosignTime(stage),
    ...(fault && { arrivalFault: fault }),
    bound: window.bound(record.payload),
    awaited: awaitedBefore(seq, window.waiting, stage.waiting.get(batch.sender)),
  };
  await takeRecord(core, stage, entry.jws, arrival, known !== undefined);
  const { issuer, profile, type } = record.payload.samur;
  // An opening comes before entries of the old generation that are older than it.
  const opens = profile === 'exchange' && type === 'opening' && index === 0;
  // What was refused for its time or basis, or is not the sender's, sets no measure for the entries after it.
  return fault || opens || issuer !== batch.sender ? past : pastAfter(past, record.payload);
}

/**
 * An id covers no signature: another institution, or the issuer itself, may have sent the same record before in a
 * form that does not hold, and must not keep the true one out.
 */
function mayHold({ record, checked }: ReadEntry, sender: string): boolean {
  return !(record instanceof Refusal) && record.payload.samur.issuer === sender && !(checked instanceof Refusal);
}

/** Stages the row of an arriving record and admits it. */
async function takeRecord(core: Core, stage: Stage, jws: string, arrival: Arrival, again: boolean): Promise<void> {
  const { record, id, seq, cosignedAt } = arrival;
  const staged = stage.records.get(id);
  const row: StagedRecord = {
    ...recordRow(id, record.payload, seq, record.kid),
    jws,
    direction: 'received',
    cosigned_at: cosignedAt,
    // What another than its issuer sends says nothing of the issuer's lists.
    ...(record.payload.samur.issuer !== arrival.sender && { status_list: null, status_index: null }),
    ...(again && { again: staged?.again ?? staged === undefined }),
  };
  stage.records.set(id, row);
  const admitted = await admit(core, stage, arrival);
  Object.assign(row, admittedColumns(admitted));
  if (admitted.stage === 'folded') stage.arrived.push(id);
  if (admitted.stage === 'waiting') stage.noteWaiting(arrival);
  stage.events.push({ kind: again ? 'state' : 'received', id, state: stage.states.get(id) ?? row.state });
}

/** Signs the receipt: this institution durably holds these entries, once the commit it stands in is done. */
function cosign(core: Core, stage: Stage, { batch, checkpoint }: ReadBatch, head: ChannelHead): () => BatchAnswer {
  const time = cosignTime(stage);
  let cosignature = '';
  const row = { channel: head.id, size: checkpoint.size, root: checkpoint.root, note: '', time };
  stage.rest.checkpoints.push(row);
  const name = mirrorName(self(core, stage.trust));
  stage.signing.push(async () => {
    cosignature = await cosignatureLine(checkpoint.text, time / 1000, name, core.keys.mirror, core.crypto);
    row.note = must(addSignature(batch.checkpoint, cosignature));
  });
  return () => ({ kind: 'stored', size: checkpoint.size, cosignature });
}

/** The receipt given before, for a sender that lost the answer. */
async function storedReceipt(core: Core, stage: Stage, head: ChannelHead): Promise<() => BatchAnswer | Refusal> {
  const row = await core.store.db
    .selectFrom('checkpoint')
    .select('note')
    .where('channel', '=', head.id)
    .where('size', '=', head.frontier.size)
    .executeTakeFirst();
  const line = row?.note
    .split('\n')
    .findLast((text) => text.startsWith(`\u2014 ${mirrorName(self(core, stage.trust))} `));
  if (line === undefined) return () => refuse('exchange.unknown-channel', { name: head.origin });
  return () => ({ kind: 'stored', size: head.frontier.size, cosignature: `${line}\n` });
}
