/** Records that were held back for something that has now come: taken up again in the order of their arrival. */

import type { VerifiedRecord } from '../../kernel/exchange/open-record.ts';
import { readRecord } from '../../kernel/record/record.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findingOf } from '../../kernel/state/assess.ts';
import { statementOf } from '../../kernel/state/fold.ts';
import { lateDebits } from '../../kernel/state/guard.ts';
import { inForceState } from '../../kernel/state/rows.ts';
import { released } from '../../kernel/state/waiting.ts';
import type { RecordTable } from '../store/tables.ts';
import { type Admitted, admit } from './admit.ts';
import { type Arrival, awaitedBefore } from './arrival.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { overdraft } from './judge.ts';
import { mirrorWindow } from './mirror-window.ts';
import { described, noted } from './record-row.ts';
import { answerRefusal } from './refusal-answer.ts';
import type { Stage, StagedRecord } from './stage.ts';

/** The columns of a record that its arrival decides. */
export function admittedColumns(
  admitted: Admitted,
): Pick<StagedRecord, 'stage' | 'waits_for' | 'findings' | 'worst' | 'signals'> &
  Partial<Pick<StagedRecord, 'state' | 'number' | 'title' | 'search'>> {
  if (admitted.stage === 'waiting')
    return { stage: 'waiting', state: 'waiting', waits_for: admitted.waitsFor, ...noted([]) };
  if (admitted.stage === 'held')
    return { stage: 'held', state: 'unverified', waits_for: null, ...noted([findingOf(admitted.refusal)]) };
  const { type, payload } = admitted.record;
  return {
    stage: 'folded',
    state: inForceState,
    waits_for: null,
    ...noted(admitted.findings, type.profile),
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

/** Versions of types that came with newer software: what waited for them is taken up when the server starts. */
export async function takeUpNewVersions(core: Core, stage: Stage): Promise<void> {
  const rows = await core.store.db
    .selectFrom('fold_row')
    .select('key')
    .where('tbl', '=', 'waiting')
    .where('key', '>=', 'type ')
    .where('key', '<', 'type!')
    .execute();
  for (const { key } of rows) stage.arrived.push(key);
}

/** A record that is held, as it would be admitted now. */
async function arrivalOf(core: Core, stage: Stage, id: string): Promise<{ row: RecordTable; arrival: Arrival }> {
  const row =
    stage.records.get(id) ??
    (await core.store.db.selectFrom('record').selectAll().where('id', '=', Uint8Array.fromHex(id)).executeTakeFirst());
  const record = row && readRecord(row.jws, core.crypto, core.catalogue.payloadCheck);
  if (!row || !record || record instanceof Refusal) throw new Error(`held record ${id} is not readable`);
  const { seq, issuer } = row;
  const place = await placeOf(core, stage, seq, issuer);
  const window = await mirrorWindow(core, stage, issuer, [{ id, record }]);
  const awaited = awaitedBefore(seq, window.waiting, stage.waiting.get(issuer));
  const cosignedAt = row.cosigned_at ?? stage.now;
  return {
    row,
    arrival: { id, record, seq, sender: issuer, ...place, cosignedAt, bound: window.bound(record.payload), awaited },
  };
}

async function releaseOne(core: Core, stage: Stage, id: string): Promise<void> {
  const { row, arrival } = await arrivalOf(core, stage, id);
  const admitted = await admit(core, stage, arrival);
  const columns = {
    number: row.number,
    title: row.title,
    search: row.search,
    state: row.state,
    ...admittedColumns(admitted),
  };
  if (stage.records.has(id)) Object.assign(row, columns);
  else stage.takenUp.push({ id, seq: row.seq, ...columns });
  if (admitted.stage !== 'folded') return;
  stage.arrived.push(id);
  await judgeLateDebits(core, stage, admitted.record, arrival);
}

/** Debits that came after a record which waited may go too far now that it is in: each is asked about again. */
async function judgeLateDebits(core: Core, stage: Stage, record: VerifiedRecord, { seq }: Arrival): Promise<void> {
  if (!record.type.declaration.movements) return;
  const { about } = record.payload.samur;
  const later = await withRows(core, stage.rows, () => {
    const subject = about && stage.rows.get('subject', about.id);
    return lateDebits(stage.rows, record.type, statementOf(record.payload, subject, foldContext(core, stage)), seq);
  });
  for (const id of later) {
    const { arrival } = await arrivalOf(core, stage, id);
    const fault = await withRows(core, stage.rows, () => overdraft(core, stage, arrival));
    if (fault) await answerRefusal(core, stage, arrival, fault, []);
  }
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
