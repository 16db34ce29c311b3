/** The approvals behind a record and the enrolments that they rest on, up to the founding, for an evidence file. */
import { type ApprovalClaims, type EnrolmentClaims, maxOfficerRecords } from '../../kernel/exchange/approval.ts';
import { rowKey } from '../../kernel/state/rows.ts';
import { decodeRow, storedPayload } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';

type Kept = Pick<RecordTable, 'id' | 'seq' | 'jws' | 'issuer'>;

type Approved = Pick<RecordTable, 'id' | 'seq' | 'recipients'>;

/** Most approvals that stand behind one record. */
const most = 2;

export async function officerPieces(core: Core, record: Approved): Promise<readonly Kept[]> {
  const recipients = record.recipients.split(' ');
  const found = new Map<number, Kept>();
  const open: { readonly officer: string; readonly before: Kept }[] = [];
  for (const approval of await approvalsBehind(core, record)) {
    found.set(approval.seq, approval);
    const { officer } = storedPayload(approval.jws).claims as unknown as ApprovalClaims;
    open.push({ officer, before: approval });
  }
  for (let next = open.shift(); next && found.size < maxOfficerRecords; next = open.shift()) {
    const enrolment = await enrolmentBefore(core, next.officer, next.before, recipients);
    if (!enrolment || found.has(enrolment.seq)) continue;
    found.set(enrolment.seq, enrolment);
    const { witnesses } = storedPayload(enrolment.jws).claims as unknown as EnrolmentClaims;
    for (const { officer } of witnesses) open.push({ officer, before: enrolment });
  }
  return [...found.values()];
}

async function approvalsBehind(core: Core, record: Approved): Promise<Kept[]> {
  const rows = await core.store.db
    .selectFrom('entry as own')
    .innerJoin('entry', (join) => join.onRef('entry.channel', '=', 'own.channel').onRef('entry.idx', '>', 'own.idx'))
    .innerJoin('record', 'record.seq', 'entry.seq')
    .select(['record.id', 'record.seq', 'record.jws', 'record.issuer'])
    .distinct()
    .where('own.seq', '=', record.seq)
    .whereRef('entry.idx', '<=', (eb) => eb('own.idx', '+', most))
    .where('record.profile', '=', 'exchange')
    .where('record.type', '=', 'approval')
    .where('record.stage', '=', 'folded')
    .execute();
  return rows.filter(({ jws }) => storedPayload(jws).claims['record'] === record.id.toHex());
}

/**
 * What last enrolled the officer, before a record and in effect. One that was sent to others alone, who came later, would
 * stand on none of the record's channels.
 */
async function enrolmentBefore(
  core: Core,
  officer: string,
  { seq, issuer }: Kept,
  recipients: readonly string[],
): Promise<Kept | undefined> {
  const stored = await core.store.db
    .selectFrom('fold_row')
    .select('row')
    .where('tbl', '=', 'register')
    .where('key', '=', rowKey('exchange/officer', [issuer, officer]))
    .executeTakeFirst();
  const statements = stored ? decodeRow('register', stored.row).statements : [];
  const last = statements.findLast(
    (one) => one.counts && one.seq < seq && one.to.some((id) => recipients.includes(id)),
  );
  if (!last || last.value === null) return undefined;
  return core.store.db
    .selectFrom('record')
    .select(['id', 'seq', 'jws', 'issuer'])
    .where('seq', '=', last.seq)
    .executeTakeFirst();
}
