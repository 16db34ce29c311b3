import { open } from 'node:fs/promises';
import { languages } from '../../kernel/finding.ts';
import type { Command, Context } from '../command.ts';
import { type Exit, exit, Failure } from '../failure.ts';
import { findRecord } from '../find-record.ts';

export const print: Command = {
  name: 'print',
  summary: {
    az: 'Sənədi PDF kimi çap üçün hazırlayır',
    ru: 'Готовит документ к печати в виде PDF',
    en: 'Writes the document as a PDF to be printed',
  },
  usage: 'ID|NUMBER',
  examples: [
    'samur print AZ-2026-000117 --as az.afsa',
    'samur print 3f2a9c01 --lang az,en --as az.afsa',
    'samur print 3f2a9c01 --out - --as ru.fsvps > certificate.pdf',
  ],
  options: {
    lang: {
      type: 'string',
      about: {
        az: 'Dil: az, ru, en; iki dil sənədin dilləridir: az,ru',
        ru: 'Язык: az, ru, en; два языка — языки документа: az,ru',
        en: 'Language: az, ru, en; two are those of the document: az,ru',
      },
    },
    out: {
      type: 'string',
      about: {
        az: 'Fayl; - yazılarsa, standart çıxış. Göstərilməsə: NÖMRƏ.pdf',
        ru: 'Файл; - означает стандартный вывод. По умолчанию: НОМЕР.pdf',
        en: 'File; - is standard output. By default: NUMBER.pdf',
      },
    },
  },
  takes: [1, 1],
  async run(context) {
    const lang = context.option('lang');
    if (lang !== undefined && !isOneOrTwo(lang.split(',')))
      return new Failure(exit.usage, [context.say('print-languages', { value: lang })]);
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const record = await findRecord(context, connection, context.positionals[0]!);
    if (record instanceof Failure) return record;
    const query = lang?.includes(',') ? `?lang=${encodeURIComponent(lang)}` : '';
    const pdf = await connection.bytes(`/api/records/${record.id}.pdf${query}`);
    if (pdf instanceof Failure) return pdf;
    const out = context.option('out');
    if (out === '-') {
      // The document goes to stdout, so the notice does not.
      if (connection.demonstration) context.err(`${context.demonstrationNotice}\n`);
      context.out(pdf);
      return exit.ok;
    }
    const file = out ?? `${stemOf(record)}.pdf`;
    const written = await write(context, file, pdf, out !== undefined);
    if (written instanceof Failure) return written;
    context.notice(connection.demonstration);
    if (context.json) context.print({ file, bytes: pdf.length });
    else context.out(`${context.say('file-written', { file })}\n`);
    return written;
  },
};

function isOneOrTwo(named: readonly string[]): boolean {
  return named.length <= 2 && named.every((one) => (languages as readonly string[]).includes(one));
}

/** A file that nobody named is never written over another. */
async function write(context: Context, file: string, bytes: Uint8Array, named: boolean): Promise<Exit | Failure> {
  try {
    const handle = await open(file, named ? 'w' : 'wx');
    await handle.writeFile(bytes).finally(() => handle.close());
    return exit.ok;
  } catch (fault) {
    const exists = (fault as NodeJS.ErrnoException).code === 'EEXIST';
    return new Failure(exit.usage, [context.say(exists ? 'file-exists' : 'file-not-written', { file })]);
  }
}

/** The number as the name of a file, whatever signs it has: never a folder, never hidden. */
function stemOf({ number, id }: { readonly number: string; readonly id: string }): string {
  const stem = number
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
    // Half a letter is no name.
    .replace(/[\ud800-\udbff]$/, '');
  return stem || id.slice(0, 16);
}
