import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import { sentence } from '../../kernel/words.ts';
import type { Command, Context } from '../command.ts';
import { countryFolder, isInstitution } from '../context.ts';
import { exit, Failure } from '../failure.ts';
import { countryFolders } from '../pinned.ts';
import { Progress } from '../progress.ts';
import { pairs, printable } from '../text-output.ts';

export interface AuditFault {
  readonly what: string;
  readonly where: string;
  readonly refusal: Refusal;
}

/** What was verified of one institution, and what does not hold. */
export interface AuditReport {
  readonly institution: string;
  readonly demonstration: boolean;
  readonly records: number;
  readonly channels: number;
  readonly entries: number;
  readonly checkpoints: number;
  readonly rows: number;
  readonly faults: readonly AuditFault[];
}

/** The server's own audit of one country's folder, given by the composition root. */
export type Audit = (
  folder: string,
  progress: (part: string, done: number, total: number) => void,
) => Promise<readonly AuditReport[] | Refusal>;

const counted = ['records', 'channels', 'entries', 'checkpoints', 'rows'] as const;

export function auditCommand(audit: Audit): Command {
  return {
    name: 'audit',
    summary: {
      az: 'Məlumat qovluğunu tam yoxlayır: qeydlər, kanallar, təsdiqlər, hesablar, vəziyyətlər',
      ru: 'Полностью проверяет папку данных: записи, каналы, подтверждения, счета, состояния',
      en: 'Verifies a whole data folder: records, channels, receipts, accounts, states',
    },
    usage: '[FOLDER]',
    examples: ['samur audit', 'samur audit data/az', 'samur audit --as az.afsa --json'],
    options: {},
    takes: [0, 1],
    async run(context) {
      const folders = await foldersOf(context);
      if (folders instanceof Failure) return folders;
      const progress = new Progress(context);
      const reports: AuditReport[] = [];
      const named = context.option('as');
      for (const folder of folders) {
        const found = await audit(folder, (part, done, total) => progress.show(`${folder}  ${part}  ${done}/${total}`));
        progress.end();
        if (found instanceof Refusal)
          return new Failure(exit.refused, [`${sentence(found, context.language)} [${found.code}]`]);
        reports.push(...found);
      }
      if (named !== undefined && !reports.some(({ institution }) => institution === named))
        return new Failure(exit.usage, [context.say('no-institution-folder', { folder: folders.join(', ') })]);
      context.notice(reports.some(({ demonstration }) => demonstration));
      if (context.json) context.print({ reports: reports.map((report) => reportJson(context, report)) });
      else for (const report of reports) context.out(reportText(context, report));
      return reports.every(({ faults }) => faults.length === 0) ? exit.ok : exit.refused;
    },
  };
}

async function foldersOf(context: Context): Promise<readonly string[] | Failure> {
  const [stated] = context.positionals;
  const institution = context.option('as');
  if (institution !== undefined && !isInstitution(institution))
    return new Failure(exit.usage, [context.say('bad-institution', { name: institution })]);
  if (stated !== undefined && (await isServerFolder(stated))) return [stated];
  const above = stated ?? context.dataFolder;
  const names = institution === undefined ? await countryFolders(above) : [countryFolder(institution)];
  const found: string[] = [];
  for (const name of names) if (await isServerFolder(join(above, name))) found.push(join(above, name));
  return found.length > 0 ? found : new Failure(exit.usage, [context.say('no-data-folder', { folder: above })]);
}

async function isServerFolder(folder: string): Promise<boolean> {
  return access(join(folder, 'server.json')).then(
    () => true,
    () => false,
  );
}

function reportText(context: Context, report: AuditReport): string {
  const { say, language } = context;
  const faults = report.faults.map(({ what, where, refusal }) => {
    const reason = sentence(refusal, language);
    return `  ! ${what}  ${printable(where)}: ${printable(reason)} [${refusal.code}]\n`;
  });
  return [
    `\n${report.institution}\n`,
    pairs(
      counted.map((name) => [say(`audit-${name}`), String(report[name])]),
      '  ',
    ),
    ...faults,
    `  ${faults.length === 0 ? say('audit-holds') : say('audit-faults', { count: faults.length })}\n`,
  ].join('');
}

function reportJson({ language }: Context, { faults, ...report }: AuditReport): object {
  const worded = faults.map(({ what, where, refusal }) => ({
    what,
    where,
    code: refusal.code,
    text: sentence(refusal, language),
  }));
  return { ...report, faults: worded };
}
