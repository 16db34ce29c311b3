/** Records that were held back for something that has now come: taken up again in the order of their arrival. */
import { readRecord } from '../../kernel/record/record.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findingOf } from '../../kernel/state/assess.ts';
import { inForceState } from '../../kernel/state/rows.ts';
import { released } from '../../kernel/state/waiting.ts';
import { type Admitted, admit } from './admit.ts';
import { type Core, withRows } from './core.ts';
import { mirrorWindow } from './mirror-window.ts';
import { described, noted } from './record-row.ts';
import type { Stage, StagedRecord } from './stage.ts';

/** The columns of a record that its admission decides. */
export function admittedColumns(
  admitted: Admitted,
): Pick<StagedRecord, 'stage' | 'waits_for' | 'findings' | 'worst'> &
  Partial<Pick<StagedRecord, 'state' | 'number' | 'title' | 'search'>> {
  if (admitted.stage === 'waiting')
    return { stage: 'waiting', state: 'waiting', waits_for: admitted.waitsFor, ...noted([]) };
  if (admitted.stage === 'held')
    return { stage: 'held', state: 'held', waits_for: null, ...noted([findingOf(admitted.refusal)]) };
  const { type, payload } = admitted.record;
  return {
    stage: 'folded',
    state: inForceState,
    waits_for: null,
    ...noted(admitted.findings),
    ...described(type, payload.claims),
  };
}

/** Takes up what waited for the records and versions of this batch, and what then waited for that. */
export async function releaseIn(core: Core, stage: Stage): Promise<void> {
  for (let next = stage.arrived.shift(); next !== undefined; next = stage.arrived.shift()) {
    const dependency = next;
    const ids = await withRows(core, stage.rows, () => released(stage.rows, dependency));
    for (const id of ids) await releaseOne(core, stage, id);
  }
}

async function releaseOne(core: Core, stage: Stage, id: string): Promise<void> {
  const row =
    stage.records.get(id) ??
    (await core.store.db.selectFrom('record').selectAll().where('id', '=', Uint8Array.fromHex(id)).executeTakeFirst());
  const record = row && readRecord(row.jws, core.crypto, core.catalogue.payloadCheck);
  if (!row || !record || record instanceof Refusal) throw new Error(`waiting record ${id} is not readable`);
  const place = await placeOf(core, stage, row.seq, row.issuer);
  const window = await mirrorWindow(core, stage, row.issuer, [{ id, record }]);
  const admitted = await admit(core, stage, {
    id,
    record,
    seq: row.seq,
    sender: row.issuer,
    ...place,
    cosignedAt: row.cosigned_at ?? stage.now,
    bound: window.bound(record.payload),
  });
  const columns = {
    number: row.number,
    title: row.title,
    search: row.search,
    state: row.state,
    ...admittedColumns(admitted),
  };
  if (stage.records.has(id)) Object.assign(row, columns);
  else stage.takenUp.push({ id, seq: row.seq, ...columns });
  if (admitted.stage === 'folded') stage.arrived.push(id);
}

async function placeOf(
  core: Core,
  stage: Stage,
  seq: number,
  issuer: string,
): Promise<{ origin: string; index: number }> {
  const incoming = [...core.heads.values(), ...stage.heads.values()].filter((head) => head.issuer === issuer);
  const staged = stage.entries.find((entry) => entry.seq === seq && incoming.some((head) => head.id === entry.channel));
  const entry =
    staged ??
    (await core.store.db
      .selectFrom('entry')
      .select(['channel', 'idx'])
      .where('seq', '=', seq)
      .where(
        'channel',
        'in',
        incoming.map((head) => head.id),
      )
      .executeTakeFirstOrThrow());
  return { origin: incoming.find((head) => head.id === entry.channel)?.origin ?? '', index: entry.idx };
}
