/** Audit of records: form, id, key, signature, entitlement, claims, annexes. */
import { issuerKey, openRecord, waitsForVersion } from '../kernel/exchange/open-record.ts';
import { checkSignatureAsync, readRecord } from '../kernel/record/record.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import type { AuditContext } from './audit-context.ts';
import { nodeCrypto, verifyAsync } from './crypto-node.ts';
import { statusColumns } from './institution/record-row.ts';
import type { RecordTable } from './store/tables.ts';

const step = 500;

export async function auditRecords(context: AuditContext): Promise<number> {
  const { db } = context.store;
  const { total } = await db
    .selectFrom('record')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  /** Entries of this institution's own status lists: each tells of one record alone. */
  const entries = new Set<string>();
  let done = 0;
  for (let from = 0; ; ) {
    const rows = await db
      .selectFrom('record')
      .select(['seq', 'id', 'jws', 'stage', 'issuer', 'status_list', 'status_index'])
      .where('seq', '>', from)
      .orderBy('seq')
      .limit(step)
      .execute();
    const last = rows.at(-1);
    if (!last) break;
    from = last.seq;
    const faults = await Promise.all(rows.map((row) => recordFault(context, row)));
    for (const [i, refusal] of faults.entries())
      if (refusal) context.faults.push({ what: 'record', where: rows[i]?.id.toHex() ?? '', refusal });
    for (const { id, issuer, status_list, status_index } of rows) {
      if (issuer !== context.institution || status_list === null) continue;
      const entry = `${status_list} ${status_index}`;
      if (entries.has(entry))
        context.faults.push({
          what: 'record',
          where: id.toHex(),
          refusal: refuse('server.data-altered', { found: entry }),
        });
      entries.add(entry);
    }
    done += rows.length;
    context.progress('records', done, Number(total));
  }
  await auditAnnexes(context);
  return done;
}

type AuditedRow = Pick<RecordTable, 'id' | 'jws' | 'stage' | 'status_list' | 'status_index'>;

async function recordFault(context: AuditContext, row: AuditedRow): Promise<Refusal | undefined> {
  const { jws, stage } = row;
  const id = row.id.toHex();
  // A held record is one that did not verify when it came: it is here as evidence, without effect.
  if (stage === 'held') return undefined;
  const record = readRecord(jws, nodeCrypto, context.catalogue.payloadCheck);
  if (record instanceof Refusal) return record;
  if (record.id !== id) return refuse('server.data-altered', { expected: id, found: record.id });
  const { status_list, status_index } = statusColumns(record.payload);
  if (status_list !== row.status_list || status_index !== row.status_index)
    return refuse('server.data-altered', { expected: `${status_list} ${status_index}` });
  if (stage === 'waiting') {
    const version = waitsForVersion(record, context.trust, context.catalogue);
    if (version !== undefined) return undefined;
  }
  const key = issuerKey(record, context.trust, record.payload.time);
  if (key instanceof Refusal) return key;
  const signed = await checkSignatureAsync(record, key.publicKey, verifyAsync);
  if (signed instanceof Refusal) return signed;
  const opened = openRecord(signed, context.trust, context.catalogue, nodeCrypto);
  return opened instanceof Refusal ? opened : undefined;
}

async function auditAnnexes(context: AuditContext): Promise<void> {
  const digests = await context.store.db.selectFrom('annex').select('digest').execute();
  for (const { digest } of digests) {
    const row = await context.store.db
      .selectFrom('annex')
      .select('bytes')
      .where('digest', '=', digest)
      .executeTakeFirst();
    const found = nodeCrypto.sha256(row?.bytes ?? new Uint8Array()).toHex();
    if (found !== digest.toHex())
      context.faults.push({
        what: 'annex',
        where: digest.toHex(),
        refusal: refuse('record.annex-mismatch', { name: digest.toHex() }),
      });
  }
}
