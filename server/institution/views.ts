/** What an institution shows of its records and channels: queries only. */
import type { Finding } from '../../kernel/finding.ts';
import { rootOf } from '../../kernel/log/tree.ts';
import { isAmong, ownTurn } from '../store/conditions.ts';
import { decodeRow, decodeSubject, storedPayload } from '../store/fold-rows.ts';
import { SqliteStore } from '../store/sqlite.ts';
import type { RecordTable } from '../store/tables.ts';
import { approvalsOf } from './approvals.ts';
import { clocksOf } from './clocks.ts';
import type { Core } from './core.ts';
import { lineColumns, recordLine } from './record-row.ts';
import type { ChannelView, FollowUpView, ListQuery, Page, Placement, RecordLine, RecordView } from './service.ts';

/** Records on which somebody has to act that one question for overdue ones looks through, and how many at once. */
const overdueBound = 2000;
const overdueStep = 500;

/** Newest first. The cursor is the last sequence number shown: new records never shift a page. */
export async function listRecords(core: Core, query: ListQuery, now: number): Promise<Page<RecordLine>> {
  if (query.overdue) return listOverdue(core, query, now);
  const rows = await selectLines(core, query, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const clocks = await clocksOf(core, shown, now);
  const items = shown.map((row) => recordLine(row, clocks.get(row.seq)));
  const last = items.at(-1);
  return { items, ...(rows.length > query.limit && last && { next: String(last.seq) }) };
}

/** The cursor is here the last sequence number looked at. */
async function listOverdue(core: Core, query: ListQuery, now: number): Promise<Page<RecordLine>> {
  const items: RecordLine[] = [];
  let cursor = query.cursor;
  for (let looked = 0; looked < overdueBound; looked += overdueStep) {
    const rows = await selectLines(core, { ...query, ...(cursor !== undefined && { cursor }) }, overdueStep);
    const clocks = await clocksOf(core, rows, now);
    for (const row of rows) {
      cursor = String(row.seq);
      const clock = clocks.get(row.seq);
      if (clock?.overdue) items.push(recordLine(row, clock));
      if (items.length === query.limit) return { items, next: cursor };
    }
    if (rows.length < overdueStep) return { items };
  }
  return { items, ...(cursor !== undefined && { next: cursor }) };
}

function selectLines(core: Core, query: ListQuery, limit: number) {
  let select = core.store.db.selectFrom('record').select(lineColumns).orderBy('record.seq', 'desc').limit(limit);
  if (query.direction) select = select.where('direction', '=', query.direction);
  if (query.profile) select = select.where('profile', '=', query.profile);
  if (query.type) select = select.where('type', '=', query.type);
  if (query.state) select = select.where('state', '=', query.state);
  if (query.about) select = select.where('about', '=', Uint8Array.fromHex(query.about));
  if (query.issuer) select = select.where('issuer', '=', query.issuer);
  if (query.worst)
    select = select.where('worst', query.worst === 'clear' ? 'is' : '=', query.worst === 'clear' ? null : query.worst);
  if (query.cursor) select = select.where('record.seq', '<', Number(query.cursor));
  if (query.text) select = select.where('record.seq', 'in', SqliteStore.searchRows(query.text));
  if (query.among) select = select.where(isAmong(query.among));
  if (query.turn) select = select.where(ownTurn);
  if (query.overdue) select = select.where('turn', 'is not', null);
  return select.execute();
}

export async function showRecord(core: Core, id: string, now: number): Promise<RecordView | undefined> {
  const { db } = core.store;
  const row = await db.selectFrom('record').selectAll().where('id', '=', Uint8Array.fromHex(id)).executeTakeFirst();
  if (!row) return undefined;
  const readable = row.version > 0 ? storedPayload(row.jws) : undefined;
  const refusals = await db
    .selectFrom('fold_row')
    .select('row')
    .where('tbl', '=', 'refusal')
    .where('key', '=', id)
    .executeTakeFirst();
  const placed = await placements(core, row.seq);
  return {
    ...recordLine(row, (await clocksOf(core, [row], now)).get(row.seq)),
    claims: readable?.claims ?? {},
    annexes: readable?.samur.annexes ?? [],
    findings: JSON.parse(row.findings ?? '[]') as Finding[],
    refusals: refusals ? decodeRow('refusal', refusals.row).refusals : [],
    placements: placed,
    followUps: await followUps(core, row),
    approvals: await approvalsOf(core, row, placed),
    ...(row.waits_for !== null && { waitsFor: row.waits_for }),
    demonstration: core.trust.pin.demonstration,
  };
}

async function placements(core: Core, seq: number): Promise<Placement[]> {
  const rows = await core.store.db
    .selectFrom('entry')
    .innerJoin('channel', 'channel.id', 'entry.channel')
    .select(['channel.id', 'channel.origin', 'channel.recipient', 'entry.idx'])
    .where('entry.seq', '=', seq)
    .orderBy('channel.origin')
    .execute();
  return Promise.all(
    rows.map(async ({ id, origin, recipient, idx }) => {
      const receipt = await firstReceipt(core, id, idx);
      return { origin, recipient, index: idx, ...(receipt && { receipt }) };
    }),
  );
}

/** The first cosigned checkpoint that includes an entry: the proof of when it existed at the latest. */
export async function firstReceipt(core: Core, channel: number, index: number) {
  return core.store.db
    .selectFrom('checkpoint')
    .select(['size', 'time'])
    .where('channel', '=', channel)
    .where('size', '>', index)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
}

async function followUps(core: Core, row: RecordTable): Promise<FollowUpView[]> {
  if (row.subject === null) return [];
  const { events } = decodeSubject(row);
  const found = await core.store.db
    .selectFrom('record')
    .select(['id', 'type', 'time'])
    .where('about', '=', row.id)
    .execute();
  const rows = new Map(found.map((record) => [record.id.toHex(), record]));
  return events.map(({ id, event, issuer, outcome }) => ({
    id,
    type: rows.get(id)?.type ?? '',
    event,
    issuer,
    time: rows.get(id)?.time ?? 0,
    outcome,
  }));
}

export async function listChannels(core: Core, errors: ReadonlyMap<string, string>): Promise<ChannelView[]> {
  const views: ChannelView[] = [];
  for (const head of core.heads.values()) {
    const { size } = head.frontier;
    const lag = size - head.receipt.size;
    const oldest =
      lag > 0
        ? await core.store.db
            .selectFrom('entry')
            .innerJoin('record', 'record.seq', 'entry.seq')
            .select('record.time')
            .where('entry.channel', '=', head.id)
            .where('entry.idx', '=', head.receipt.size)
            .executeTakeFirst()
        : undefined;
    const lastError = errors.get(head.origin);
    views.push({
      origin: head.origin,
      issuer: head.issuer,
      recipient: head.recipient,
      generation: head.generation,
      direction: head.issuer === core.id ? 'out' : 'in',
      size,
      root: rootOf(head.frontier, core.crypto).toHex(),
      ...(head.receipt.size > 0 && { receipt: head.receipt }),
      lag,
      ...(oldest && { oldestWaiting: oldest.time }),
      ...(lastError !== undefined && { lastError }),
      open: head.state === 'open',
    });
  }
  return views.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}
