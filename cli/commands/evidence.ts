import type { Command } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { findId } from '../find-record.ts';

export const evidence: Command = {
  name: 'evidence',
  summary: {
    az: 'Qeydin sübut faylını yazır',
    ru: 'Выводит файл доказательств записи',
    en: 'Writes the evidence file of a record',
  },
  usage: 'ID|NUMBER > FILE',
  examples: ['samur evidence 3f2a9c01 --as ru.fsvps > certificate.evidence.json'],
  options: {},
  takes: [1, 1],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const id = await findId(context, connection, context.positionals[0]!);
    if (id instanceof Failure) return id;
    const text = await connection.text(`/api/records/${id}/evidence`);
    if (text instanceof Failure) return text;
    // The file goes to stdout, so the notice does not.
    if (connection.demonstration) context.err(`${context.demonstrationNotice}\n`);
    context.out(`${text.trimEnd()}\n`);
    return exit.ok;
  },
};
