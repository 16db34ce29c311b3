import type { Command } from '../command.ts';
import { draftFrom, draftOptions } from '../draft.ts';
import { exit, Failure } from '../failure.ts';
import { findId } from '../find-record.ts';
import { findingLines } from '../record-output.ts';
import { verdictOf } from '../verdict.ts';
import type { Finding } from '../wire.ts';

export const check: Command = {
  name: 'check',
  summary: {
    az: 'Qeydi yoxlayır; heç nə imzalanmır',
    ru: 'Проверяет запись; ничего не подписывает',
    en: 'Checks a record; nothing is signed',
  },
  usage: 'FILE.xml|FILE.json [--to ID[,ID]]',
  examples: ['samur check certificate.xml --to ru.fsvps --as az.afsa'],
  options: draftOptions,
  takes: [1, 1],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const named = context.option('about');
    const about = named === undefined ? undefined : await findId(context, connection, named);
    if (about instanceof Failure) return about;
    const draft = await draftFrom(context, connection, '/api/records/check', about, false);
    if (draft instanceof Failure) return draft;
    const { path, body, mediaType } = draft;
    const answer = await connection.json<{ findings: readonly Finding[] }>(path, { method: 'POST', body, mediaType });
    if (answer instanceof Failure) return answer;
    const { findings } = answer;
    const verdict = verdictOf(findings);
    context.notice(connection.demonstration);
    if (context.json) context.print(answer);
    else context.out(`${findingLines(context, findings)}${context.say(verdict)}\n`);
    return verdict === 'would-be-refused' ? exit.refused : exit.ok;
  },
};
