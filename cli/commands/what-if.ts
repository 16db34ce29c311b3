import type { Command } from '../command.ts';
import { draftFrom, draftOptions } from '../draft.ts';
import { exit, Failure } from '../failure.ts';
import { findId } from '../find-record.ts';
import { verdictOf } from '../verdict.ts';
import { whatIfText } from '../what-if-output.ts';
import type { WhatIf } from '../wire.ts';

const { annex: _, ...options } = draftOptions;

export const whatIf: Command = {
  name: 'whatif',
  summary: {
    az: 'Qeyd imzalansa nəyə təsir edəcəyini göstərir; heç nə imzalanmır',
    ru: 'Показывает, что затронет запись, если её подписать; ничего не подписывает',
    en: 'Shows what a record would hit if it were signed; nothing is signed',
  },
  usage: 'FILE.json --type TYPE [--to ID[,ID]] [--about ID|NUMBER]',
  examples: [
    'samur whatif suspension.json --type suspension --to az.afsa --as ru.fsvps',
    'samur whatif lifting.json --type lifting --about 3f2a9c01 --as ru.fsvps',
  ],
  options,
  takes: [1, 1],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const named = context.option('about');
    const about = named === undefined ? undefined : await findId(context, connection, named);
    if (about instanceof Failure) return about;
    const draft = await draftFrom(context, connection, '/api/what-if', about, false);
    if (draft instanceof Failure) return draft;
    const { path, body, mediaType } = draft;
    const answer = await connection.json<WhatIf>(path, { method: 'POST', body, mediaType });
    if (answer instanceof Failure) return answer;
    const verdict = verdictOf(answer.findings);
    context.notice(connection.demonstration);
    if (context.json) context.print(answer);
    else context.out(`${whatIfText(context, answer)}${context.say(verdict)}\n`);
    return verdict === 'would-be-refused' ? exit.refused : exit.ok;
  },
};
