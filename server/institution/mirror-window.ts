/** What a batch of arrivals is compared with, fetched in bulk: our own channel back, its receipts, its order. */
import type { ReverseChannel } from '../../kernel/exchange/arrival.ts';
import { rootOf } from '../../kernel/log/tree.ts';
import type { Payload } from '../../kernel/record/payload.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { rowsNeeded } from '../../kernel/state/assess.ts';
import type { RowName, RowRange } from '../../kernel/state/working-set.ts';
import { evened } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Waiting } from './arrival.ts';
import type { ChannelHead } from './channel-head.ts';
import { type Core, generationsBetween, prefetch } from './core.ts';
import { frontierOf } from './log-reader.ts';
import type { ReadEntry } from './read-batch.ts';
import type { Stage } from './stage.ts';

export interface MirrorWindow {
  /** The channel back that a record's basis is compared with. */
  reverse(payload: Payload): ReverseChannel | undefined;
  /** Records of the batch that are here already. */
  readonly known: ReadonlyMap<string, { readonly seq: number; readonly stage: RecordTable['stage'] }>;
  /** First own sequence number beyond what a record's basis covers. */
  bound(payload: Payload): number;
  /** The sender's records that wait here, of those on disk. */
  readonly waiting: Waiting;
}

type Payloads = readonly Payload[];

const never = Number.MAX_SAFE_INTEGER;
const secondOf = (payload: Payload) => Math.floor(payload.time / 1000) * 1000;

export async function mirrorWindow(
  core: Core,
  stage: Stage,
  sender: string,
  entries: readonly Pick<ReadEntry, 'id' | 'record'>[],
): Promise<MirrorWindow> {
  const { db } = core.store;
  const payloads = entries.flatMap(({ record }) => (record instanceof Refusal ? [] : [record.payload]));
  await prefetch(core, stage.rows, namesOf(core, entries));
  const held = await db
    .selectFrom('record')
    .select(['id', 'seq', 'stage'])
    .where('id', 'in', evened(entries.map((entry) => Uint8Array.fromHex(entry.id))))
    .execute();
  const generations: Generation[] = [];
  for (const head of generationsBetween(core, stage, core.id, sender))
    generations.push(await generationOf(core, stage, head, payloads));
  // What was signed before a new generation was known names the old one: the newest that is named, or was cosigned.
  const judged = (payload: Payload) =>
    generations.findLast(
      ({ stated, reverse }) => stated(payload) !== undefined || reverse.cosignedBefore(secondOf(payload)) > 0,
    ) ?? generations[0];
  return {
    known: new Map(held.map(({ id, ...row }) => [id.toHex(), row])),
    reverse: (payload) => judged(payload)?.reverse,
    bound: (payload) => judged(payload)?.bound(payload) ?? never,
    waiting: core.store.firstWaiting(sender),
  };
}

interface Generation {
  readonly reverse: ReverseChannel;
  /** The size of this generation that a basis names. */
  stated(payload: Payload): number | undefined;
  bound(payload: Payload): number;
}

async function generationOf(core: Core, stage: Stage, head: ChannelHead, payloads: Payloads): Promise<Generation> {
  const stated = (payload: Payload) => payload.samur.basis.find((entry) => entry.origin === head.origin)?.size;
  const sizes = [...new Set(payloads.map((payload) => stated(payload) ?? 0))];
  const receipts = await receiptsOf(core, stage, head, sizes);
  const floors = await floorsOf(core, stage, head.id, [...new Set(payloads.map(secondOf))]);
  const bounds = await boundsOf(core, stage, head.id, sizes);
  return {
    reverse: {
      origin: head.origin,
      cosigned: (size) => receipts.get(size),
      cosignedBefore: (time) => floors.get(time) ?? 0,
    },
    stated,
    bound: (payload) => bounds.get(stated(payload) ?? 0) ?? never,
  };
}

interface Cosigned {
  readonly root: string;
  readonly time: number;
}

/**
 * What the issuer cosigned of these sizes. The answer that brought a receipt may be lost, or overtaken by a record
 * that names it: who names the root of our own log has mirrored it, at the earliest when the receipt before was given.
 */
async function receiptsOf(
  core: Core,
  stage: Stage,
  head: ChannelHead,
  sizes: readonly number[],
): Promise<Map<number, Cosigned>> {
  const rows = await core.store.db
    .selectFrom('checkpoint')
    .select(['size', 'root', 'time'])
    .where('channel', '=', head.id)
    .where('size', 'in', sizes)
    .execute();
  const staged = stage.rest.checkpoints.filter((checkpoint) => checkpoint.channel === head.id);
  const receipts = new Map([...rows, ...staged].map(({ size, root, time }) => [size, { root: root.toHex(), time }]));
  const onDisk = core.heads.get(head.origin)?.frontier.size ?? 0;
  for (const size of sizes) {
    if (size < 1 || size > onDisk || receipts.has(size)) continue;
    const root = rootOf(await frontierOf(core.store, head.id, size, core.crypto), core.crypto).toHex();
    const before = await core.store.db
      .selectFrom('checkpoint')
      .select((eb) => eb.fn.max('time').as('time'))
      .where('channel', '=', head.id)
      .where('size', '<', size)
      .executeTakeFirst();
    receipts.set(size, { root, time: before?.time ?? 0 });
  }
  return receipts;
}

/** Largest size cosigned before each second. */
async function floorsOf(core: Core, stage: Stage, channel: number, seconds: readonly number[]) {
  const staged = stage.rest.checkpoints.filter((checkpoint) => checkpoint.channel === channel);
  const floors = new Map<number, number>();
  for (const second of seconds) {
    const row = await core.store.db
      .selectFrom('checkpoint')
      .select((eb) => eb.fn.max('size').as('size'))
      .where('channel', '=', channel)
      .where('time', '<', second)
      .executeTakeFirst();
    const fresh = staged.filter((checkpoint) => checkpoint.time < second).map((checkpoint) => checkpoint.size);
    floors.set(second, Math.max(0, row?.size ?? 0, ...fresh));
  }
  return floors;
}

/** For each size, the sequence number of the first entry beyond it. */
async function boundsOf(
  core: Core,
  stage: Stage,
  channel: number,
  sizes: readonly number[],
): Promise<Map<number, number>> {
  const stored = await core.store.db
    .selectFrom('entry')
    .select(['idx', 'seq'])
    .where('channel', '=', channel)
    .where('idx', 'in', sizes)
    .execute();
  const staged = stage.entries.filter((entry) => entry.channel === channel);
  return new Map([...stored, ...staged].map(({ idx, seq }) => [idx, seq]));
}

/** Rows the records will ask for, as far as they tell by themselves. */
function namesOf(core: Core, entries: readonly Pick<ReadEntry, 'id' | 'record'>[]): (RowName | RowRange)[] {
  const names: (RowName | RowRange)[] = [];
  for (const { id, record } of entries) {
    names.push({ table: 'refusal', key: id }, { table: 'waiting', key: id });
    if (record instanceof Refusal) continue;
    const { samur, claims, time } = record.payload;
    if (samur.about) names.push({ table: 'subject', key: samur.about.id });
    const type = core.catalogue.type(samur.profile, samur.type);
    if (!type || samur.about || type.checks.get(samur.version)?.(claims)) continue;
    const statement = { type: samur.type, issuer: samur.issuer, to: samur.to, claims, time };
    names.push(...rowsNeeded(core.catalogue, type, statement, core.id));
  }
  return names;
}
