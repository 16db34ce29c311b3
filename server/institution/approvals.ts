/** Who approved a record, by the entries directly behind it on its channel. */
import { type ApprovalClaims, type EnrolledOfficer, isEnrolledKey } from '../../kernel/exchange/approval.ts';
import { rowKey } from '../../kernel/state/rows.ts';
import { isUndone } from '../../kernel/state/undone.ts';
import { decodeRow, storedPayload } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';
import type { ApprovalView, Placement } from './service.ts';

/** Officers that approve one record at most. */
const most = 2;

type Approved = Pick<RecordTable, 'id' | 'issuer'>;

export async function approvalsOf(
  core: Core,
  record: Approved,
  placements: readonly Placement[],
): Promise<ApprovalView[]> {
  const [place] = placements;
  if (!place) return [];
  const rows = await core.store.db
    .selectFrom('entry')
    .innerJoin('channel', 'channel.id', 'entry.channel')
    .innerJoin('record', 'record.seq', 'entry.seq')
    .select(['record.id', 'record.seq', 'record.jws', 'record.time', 'record.issuer', 'record.recipients'])
    .where('channel.origin', '=', place.origin)
    .where('entry.idx', '>', place.index)
    .where('entry.idx', '<=', place.index + most)
    .where('record.profile', '=', 'exchange')
    .where('record.type', '=', 'approval')
    .where('record.stage', '=', 'folded')
    .orderBy('entry.idx')
    .execute();
  const found: ApprovalView[] = [];
  for (const row of rows) {
    const claims = storedPayload(row.jws).claims as unknown as ApprovalClaims;
    const isOfRecord = claims.record === record.id.toHex() && row.issuer === record.issuer;
    const officer = isOfRecord ? await officerOf(core, claims, row) : undefined;
    if (!officer || (await isRefused(core, row))) continue;
    const { roles, means, founding } = officer;
    found.push({
      id: row.id.toHex(),
      officer: claims.officer,
      roles,
      of: claims.of,
      time: row.time,
      userVerified: means === 'passkey',
      means,
      ...(founding && { founding }),
    });
  }
  return found;
}

async function isRefused(core: Core, { id, issuer, recipients }: Pick<RecordTable, 'id' | 'issuer' | 'recipients'>) {
  const stored = await core.store.db
    .selectFrom('fold_row')
    .select('row')
    .where('tbl', '=', 'refusal')
    .where('key', '=', id.toHex())
    .executeTakeFirst();
  return (
    stored !== undefined && isUndone(decodeRow('refusal', stored.row).refusals, { issuer, to: recipients.split(' ') })
  );
}

/** As enrolled with this key when the approval came. */
async function officerOf(
  core: Core,
  claims: ApprovalClaims,
  { seq, issuer }: Pick<RecordTable, 'seq' | 'issuer'>,
): Promise<EnrolledOfficer | undefined> {
  const stored = await core.store.db
    .selectFrom('fold_row')
    .select('row')
    .where('tbl', '=', 'register')
    .where('key', '=', rowKey('exchange/officer', [issuer, claims.officer]))
    .executeTakeFirst();
  const statements = stored ? decodeRow('register', stored.row).statements : [];
  const last = statements.findLast((one) => one.counts && one.seq < seq && one.issuer === issuer)?.value as
    | EnrolledOfficer
    | null
    | undefined;
  return last && isEnrolledKey(last, claims) ? last : undefined;
}
