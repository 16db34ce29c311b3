/** Records with findings that are signals: figures for a person to look at. */
import type { Finding } from '../../kernel/finding.ts';
import { hasSignal } from '../store/conditions.ts';
import type { Core } from './core.ts';
import { lineColumns, recordLine } from './record-row.ts';
import type { Page, SignalLine, SignalQuery } from './service.ts';

/** Newest first; the cursor is the last sequence number shown. */
export async function listSignals(core: Core, query: SignalQuery): Promise<Page<SignalLine>> {
  let select = core.store.db
    .selectFrom('record')
    .select([...lineColumns, 'findings'])
    .where('signals', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(query.limit + 1);
  if (query.profile) select = select.where('profile', '=', query.profile);
  if (query.code) select = select.where(hasSignal(query.code));
  if (query.cursor) select = select.where('seq', '<', Number(query.cursor));
  const rows = await select.execute();
  const items = rows.slice(0, query.limit).map((row): SignalLine => {
    const signals = core.catalogue.profiles.find(({ name }) => name === row.profile)?.signals ?? [];
    const findings = (JSON.parse(row.findings ?? '[]') as Finding[]).filter(({ code }) => signals.includes(code));
    return { ...recordLine(row), findings };
  });
  const last = items.at(-1);
  return { items, ...(rows.length > query.limit && last && { next: String(last.seq) }) };
}
