import type { Command, Context } from '../command.ts';
import type { Connection } from '../connection.ts';
import { type Exit, exit, Failure } from '../failure.ts';
import { findId, findRecord } from '../find-record.ts';
import { recordText } from '../record-output.ts';

export const show: Command = {
  name: 'show',
  summary: {
    az: 'Qeydi vəziyyəti, iradları və sonrakı qeydləri ilə göstərir',
    ru: 'Показывает запись с состоянием, замечаниями и последующими записями',
    en: 'Shows a record with its state, findings and follow-ups',
  },
  usage: 'ID|NUMBER',
  examples: [
    'samur show 3f2a9c01 --as az.afsa',
    'samur show AZ-2026-000117 --as ru.fsvps --json',
    'samur show 3f2a9c01 --jws --as ru.fsvps > certificate.jws',
    'samur show 3f2a9c01 --claims --as az.afsa > grower.json',
  ],
  options: {
    jws: {
      type: 'boolean',
      about: {
        az: 'İmzalanmış qeydin özü',
        ru: 'Сама подписанная запись',
        en: 'The signed record itself, as compact JWS',
      },
    },
    claims: {
      type: 'boolean',
      about: {
        az: 'Yalnız məlumat, issue və check əmrlərinin qəbul etdiyi fayl kimi',
        ru: 'Только сведения, в виде файла для issue и check',
        en: 'The claims alone, as a file that issue and check take',
      },
    },
    xml: {
      type: 'boolean',
      about: { az: 'Profilin XML formatında', ru: 'В формате XML профиля', en: 'In the XML format of its profile' },
    },
  },
  takes: [1, 1],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const format = (['jws', 'xml'] as const).find((name) => context.flag(name));
    if (format !== undefined) return download(context, connection, format);
    const record = await findRecord(context, connection, context.positionals[0]!);
    if (record instanceof Failure) return record;
    if (context.flag('claims')) {
      // A file for the next command goes to stdout, so the notice does not.
      if (connection.demonstration) context.err(`${context.demonstrationNotice}\n`);
      context.print(record.claims);
      return exit.ok;
    }
    context.notice(connection.demonstration);
    if (context.json) context.print(record);
    else context.out(recordText(context, record));
    return exit.ok;
  },
};

async function download(context: Context, connection: Connection, format: 'jws' | 'xml'): Promise<Exit | Failure> {
  const id = await findId(context, connection, context.positionals[0]!);
  if (id instanceof Failure) return id;
  const text = await connection.text(`/api/records/${id}.${format}`);
  if (text instanceof Failure) return text;
  // The document goes to stdout, so the notice does not.
  if (connection.demonstration) context.err(`${context.demonstrationNotice}\n`);
  context.out(`${text.trimEnd()}\n`);
  return exit.ok;
}
