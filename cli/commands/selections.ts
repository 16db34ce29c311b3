import { auditSelections, type SelectionReport } from '../../kernel/exchange/selection-audit.ts';
import { committedAt } from '../../kernel/exchange/selection-commitment.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { sentence } from '../../kernel/words.ts';
import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { readBytes } from '../files.ts';
import { knownTrust, pinnedAnchors } from '../pinned.ts';
import { selectionJson, selectionText } from '../selection-output.ts';

export const selections: Command = {
  name: 'selections',
  summary: {
    az: 'Qurumun seçimlərini auditor faylından serversiz yenidən hesablayır',
    ru: 'Пересчитывает отбор учреждения по файлу для аудитора без сервера',
    en: 'Makes the choices of an institution again from its file for the auditor, without a server',
  },
  usage: 'FILE… [--anchor FILE] [--witness FILE]',
  examples: [
    'samur selections lanes.json --anchor pin.json',
    'samur selections monday.json tuesday.json --anchor pin.json',
    'samur selections lanes.json --witness record.evidence.json --lang az',
  ],
  options: {
    anchor: {
      type: 'string',
      about: {
        az: 'Əsas açarlar; adətən SAMUR_DATA qovluğundakı pin.json',
        ru: 'Главные ключи; обычно pin.json в папке SAMUR_DATA',
        en: 'Pinned anchor keys; usually pin.json below SAMUR_DATA',
      },
    },
    trust: {
      type: 'string',
      about: {
        az: 'Məlum olan ən yeni etimad siyahısı',
        ru: 'Новейший известный список доверия',
        en: 'Newest trust list known',
      },
    },
    witness: {
      type: 'string',
      multiple: true,
      about: {
        az: 'Göndərən tərəfin sübut faylı: buraxılmış nəzarət nöqtələrini göstərir',
        ru: 'Файл доказательств отправителя: показывает пропущенные контрольные точки',
        en: 'Evidence file of a sender: shows checkpoints that were left out',
      },
    },
  },
  takes: [1, 400],
  async run(context) {
    const reports = await auditAll(context);
    if (reports instanceof Failure) return reports;
    context.notice(reports.some(({ demonstration }) => demonstration));
    if (context.json) context.print(reports.map((report) => selectionJson(context, report)));
    else context.out(reports.map((report) => selectionText(context, report)).join('\n'));
    return reports.every(({ verdict }) => verdict === 'holds') ? exit.ok : exit.refused;
  },
};

/** Each file is held against those before it. */
async function auditAll(context: Context): Promise<SelectionReport[] | Failure> {
  const pin = await pinnedAnchors(context);
  if (pin instanceof Failure) return pin;
  const known = await knownTrust(context, pin);
  if (known instanceof Failure) return known;
  const witnesses: Uint8Array[] = [];
  for (const name of context.options('witness')) {
    const witness = await readBytes(context, name);
    if (witness instanceof Failure) return witness;
    witnesses.push(witness);
  }
  const { crypto, catalogue, compile } = context;
  const base = { crypto, catalogue, compile, pin, now: context.now(), witnesses, ...(known && { known }) };
  const reports: SelectionReport[] = [];
  const files = await inOrder(context);
  if (files instanceof Failure) return files;
  for (const file of files) {
    const bytes = await readBytes(context, file);
    if (bytes instanceof Failure) return bytes;
    const report = await auditSelections(bytes, { ...base, earlier: reports });
    if (report instanceof Refusal) {
      const line = `${file}: ${sentence(report, context.language)} [${report.code}] ${report.path}`;
      return new Failure(exit.refused, [line.trimEnd()], { code: report.code, path: report.path, file });
    }
    reports.push(report);
  }
  return reports;
}

/** Oldest period first, however a shell has sorted the names. */
async function inOrder(context: Context): Promise<readonly string[] | Failure> {
  const { positionals } = context;
  if (positionals.length === 1) return positionals;
  const dated: { readonly file: string; readonly time: number }[] = [];
  for (const file of positionals) {
    const bytes = await readBytes(context, file);
    if (bytes instanceof Failure) return bytes;
    dated.push({ file, time: committedAt(bytes, context) ?? 0 });
  }
  return dated.sort((a, b) => a.time - b.time).map(({ file }) => file);
}
