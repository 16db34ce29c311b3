/**
 * Where an approval stands on its channel: directly behind its record, or behind the first approval of it. So whoever has
 * the record with its place can tell whether a person approved it.
 */
import { type ApprovalClaims, approvesFault } from '../../kernel/exchange/approval.ts';
import type { VerifiedRecord } from '../../kernel/exchange/open-record.ts';
import { readRecord } from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Arrival } from './arrival.ts';
import type { Core } from './core.ts';
import type { Stage } from './stage.ts';

type Row = Pick<RecordTable, 'jws' | 'profile' | 'type' | 'issuer' | 'recipients'>;

/** Undefined for any other record. What stands where it should is compared with what the officer saw. */
export async function approvalFault(
  core: Core,
  stage: Stage,
  { origin, index }: Pick<Arrival, 'origin' | 'index'>,
  { type, payload }: VerifiedRecord,
): Promise<Refusal | undefined> {
  if (type.profile.name !== 'exchange' || type.name !== 'approval') return undefined;
  const approval = payload.claims as unknown as ApprovalClaims;
  const misplaced = refuse('approval.bad-assertion', {}, '/record');
  const before = await entryAt(core, stage, origin, index - 1);
  const row = before === undefined ? undefined : await rowOf(core, stage, before);
  const isSecond = row?.profile === 'exchange' && row.type === 'approval';
  const approved = isSecond ? await entryAt(core, stage, origin, index - 2) : before;
  const target = approved === approval.record ? await rowOf(core, stage, approved) : undefined;
  const record = target && readRecord(target.jws, core.crypto, core.catalogue.payloadCheck);
  if (!record || record instanceof Refusal) return misplaced;
  const { samur } = record.payload;
  const sameParties = samur.issuer === payload.samur.issuer && samur.to.join(' ') === payload.samur.to.join(' ');
  return sameParties ? approvesFault(approval, record, core.crypto) : misplaced;
}

/** Hex id of an entry; of this batch, or of one before. */
async function entryAt(core: Core, stage: Stage, origin: string, index: number): Promise<string | undefined> {
  const head = stage.heads.get(origin) ?? core.heads.get(origin);
  if (!head || index < 0) return undefined;
  const staged = stage.entries.findLast(({ channel, idx }) => channel === head.id && idx === index);
  const entry =
    staged ??
    (await core.store.db
      .selectFrom('entry')
      .select('id')
      .where('channel', '=', head.id)
      .where('idx', '=', index)
      .executeTakeFirst());
  return entry?.id.toHex();
}

async function rowOf(core: Core, stage: Stage, id: string): Promise<Row | undefined> {
  return (
    stage.records.get(id) ??
    (await core.store.db
      .selectFrom('record')
      .select(['jws', 'profile', 'type', 'issuer', 'recipients'])
      .where('id', '=', Uint8Array.fromHex(id))
      .executeTakeFirst())
  );
}
