import type { Command } from '../command.ts';
import { draftFrom, draftOptions } from '../draft.ts';
import { exit, Failure } from '../failure.ts';
import { findId } from '../find-record.ts';
import { findingLines, recordTable } from '../record-output.ts';
import type { RecordView } from '../wire.ts';

export const issue: Command = {
  name: 'issue',
  summary: {
    az: 'Qeydi fayldan yoxlayır, imzalayır və göndərir',
    ru: 'Проверяет, подписывает и отправляет запись из файла',
    en: 'Checks, signs and sends the record in a file',
  },
  usage: 'FILE.xml|FILE.json --to ID[,ID]',
  examples: [
    'samur issue certificate.xml --to ru.fsvps --as az.afsa',
    'samur issue claims.json --type certificate --to ru.fsvps --annex laboratory.pdf --as az.afsa',
    'samur issue new.xml --to ru.fsvps --about 3f2a9c01 --as az.afsa',
  ],
  options: {
    ...draftOptions,
    'idempotency-key': {
      type: 'string',
      about: {
        az: 'Təkrar göndərişdə ikinci qeyd yaranmır',
        ru: 'Повторная отправка не создаст вторую запись',
        en: 'Sending again with the same key issues nothing anew',
      },
    },
  },
  takes: [1, 1],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const named = context.option('about');
    const about = named === undefined ? undefined : await findId(context, connection, named);
    if (about instanceof Failure) return about;
    const draft = await draftFrom(context, connection, '/api/records', about, true);
    if (draft instanceof Failure) return draft;
    const { path, body, mediaType } = draft;
    const key = context.option('idempotency-key');
    const request = { method: 'POST', body, mediaType, ...(key !== undefined && { idempotencyKey: key }) } as const;
    const record = await connection.json<RecordView>(path, request);
    if (record instanceof Failure) return record;
    context.notice(connection.demonstration);
    if (context.json) context.print(record);
    else context.out(`${record.id}\n\n${recordTable(context, [record])}${findingLines(context, record.findings)}`);
    return exit.ok;
  },
};
