import type { Command } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { findRecord } from '../find-record.ts';
import { recordText } from '../record-output.ts';

export const show: Command = {
  name: 'show',
  summary: {
    az: 'Qeydi vəziyyəti, iradları və sonrakı qeydləri ilə göstərir',
    ru: 'Показывает запись с состоянием, замечаниями и последующими записями',
    en: 'Shows a record with its state, findings and follow-ups',
  },
  usage: 'ID|NUMBER',
  examples: ['samur show 3f2a9c01 --as az.afsa', 'samur show AZ-2026-000117 --as ru.fsvps --json'],
  options: {},
  takes: [1, 1],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const record = await findRecord(context, connection, context.positionals[0]!);
    if (record instanceof Failure) return record;
    context.notice(connection.demonstration);
    if (context.json) context.print(record);
    else context.out(recordText(context, record));
    return exit.ok;
  },
};
