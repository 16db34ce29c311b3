/** What a batch of arrivals is compared with, fetched in bulk: our own channel back, its receipts, its order. */
import type { ReverseChannel } from '../../kernel/exchange/arrival.ts';
import type { Payload } from '../../kernel/record/payload.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { rowsNeeded } from '../../kernel/state/assess.ts';
import type { RowName } from '../../kernel/state/working-set.ts';
import { type Core, channelBetween, prefetch } from './core.ts';
import type { ReadEntry } from './read-batch.ts';
import type { Stage } from './stage.ts';

export interface MirrorWindow {
  readonly reverse?: ReverseChannel;
  /** Sequence numbers of records of the batch that are held already. */
  readonly known: ReadonlyMap<string, number>;
  /** First own sequence number beyond what a record's basis covers. */
  bound(payload: Payload): number;
  /** Least sequence number of the sender's records that wait here, of those on disk; none: never reached. */
  readonly waitingFrom: number;
}

const never = Number.MAX_SAFE_INTEGER;

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
    .select(['id', 'seq'])
    .where(
      'id',
      'in',
      entries.map((entry) => Uint8Array.fromHex(entry.id)),
    )
    .execute();
  const known = new Map(held.map(({ id, seq }) => [id.toHex(), seq]));
  const head = channelBetween(core, stage, core.id, sender);
  const waiting = await db
    .selectFrom('record')
    .select((eb) => eb.fn.min('seq').as('seq'))
    .where('stage', '=', 'waiting')
    .where('issuer', '=', sender)
    .executeTakeFirst();
  const waitingFrom = waiting?.seq ?? never;
  if (!head) return { known, bound: () => never, waitingFrom };
  const sizeOf = (payload: Payload) => payload.samur.basis.find((entry) => entry.origin === head.origin)?.size ?? 0;
  const sizes = [...new Set(payloads.map(sizeOf))];
  const seconds = [...new Set(payloads.map((payload) => Math.floor(payload.time / 1000) * 1000))];
  const rows = await db
    .selectFrom('checkpoint')
    .select(['size', 'root', 'time'])
    .where('channel', '=', head.id)
    .where('size', 'in', sizes)
    .execute();
  const staged = stage.rest.checkpoints.filter((checkpoint) => checkpoint.channel === head.id);
  const receipts = new Map([...rows, ...staged].map(({ size, root, time }) => [size, { root: root.toHex(), time }]));
  const floors = new Map<number, number>();
  for (const second of seconds) {
    const row = await db
      .selectFrom('checkpoint')
      .select((eb) => eb.fn.max('size').as('size'))
      .where('channel', '=', head.id)
      .where('time', '<', second)
      .executeTakeFirst();
    const fresh = staged.filter((checkpoint) => checkpoint.time < second).map((checkpoint) => checkpoint.size);
    floors.set(second, Math.max(0, row?.size ?? 0, ...fresh));
  }
  const bounds = await boundsOf(core, stage, head.id, sizes);
  return {
    known,
    reverse: {
      origin: head.origin,
      cosigned: (size) => receipts.get(size),
      cosignedBefore: (time) => floors.get(time) ?? 0,
    },
    bound: (payload) => bounds.get(sizeOf(payload)) ?? never,
    waitingFrom,
  };
}

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
function namesOf(core: Core, entries: readonly Pick<ReadEntry, 'id' | 'record'>[]): RowName[] {
  const names: RowName[] = [];
  for (const { id, record } of entries) {
    names.push({ table: 'refusal', key: id }, { table: 'waiting', key: id });
    if (record instanceof Refusal) continue;
    const { samur, claims, time } = record.payload;
    if (samur.about) names.push({ table: 'subject', key: samur.about.id });
    const type = core.catalogue.type(samur.profile, samur.type);
    if (!type || samur.about || type.checks.get(samur.version)?.(claims)) continue;
    names.push(...rowsNeeded(type, { type: samur.type, issuer: samur.issuer, to: samur.to, claims, time }));
  }
  return names;
}
