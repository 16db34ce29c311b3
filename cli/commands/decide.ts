import type { Command, Context } from '../command.ts';
import { type Exit, exit, Failure } from '../failure.ts';
import { findRecord } from '../find-record.ts';
import { followUpFor, stepsOf } from '../follow-up.ts';
import { findingLines, recordTable } from '../record-output.ts';
import type { RecordView } from '../wire.ts';

const reason: Command['options'][string] = {
  type: 'string',
  about: {
    az: 'Səbəbin kodu, bir neçəsi vergüllə',
    ru: 'Код причины, несколько через запятую',
    en: 'Reason code, several separated by commas',
  },
};
const text: Command['options'][string] = {
  type: 'string',
  about: { az: 'Mətn', ru: 'Текст', en: 'Text' },
};

export const decide: Command = {
  name: 'decide',
  summary: {
    az: 'Alınmış qeyd barədə qərar verir; mümkün addımları samur show göstərir',
    ru: 'Принимает решение по полученной записи; возможные действия показывает samur show',
    en: 'Decides on a record that was received; samur show tells the possible steps',
  },
  usage: 'ID|NUMBER STEP [--reason CODE[,CODE]] [--text T]',
  examples: [
    'samur decide 3f2a9c01 recognise --as ru.fsvps',
    'samur decide AZ-2026-000117 refuse --reason quarantine-pest --as ru.fsvps',
    'samur decide 3f2a9c01 query --reason data-mismatch --text "Which field is it from?" --as ru.fsvps',
    'samur decide RU-NC-2026-031 close --text "The measures are found sufficient" --as ru.fsvps',
  ],
  options: { reason, text },
  takesReasons: true,
  takes: [2, 2],
  run: (context) => take(context, context.positionals[1]!),
};

export const answer: Command = {
  name: 'answer',
  summary: { az: 'Sorğuya cavab verir', ru: 'Отвечает на запрос', en: 'Answers a query' },
  usage: 'ID|NUMBER --text T',
  examples: ['samur answer 3f2a9c01 --text "Field 12, Quba district" --as az.afsa'],
  options: { text },
  takes: [1, 1],
  run: (context) => take(context, 'answer'),
};

export const withdraw: Command = {
  name: 'withdraw',
  summary: {
    az: 'Verilmiş qeydi geri götürür',
    ru: 'Отзывает выданную запись',
    en: 'Withdraws a record that was issued',
  },
  usage: 'ID|NUMBER --reason CODE [--text T]',
  examples: ['samur withdraw 3f2a9c01 --reason issued-in-error --as az.afsa'],
  options: { reason, text },
  takesReasons: true,
  takes: [1, 1],
  run: (context) => take(context, 'withdraw'),
};

/** Issues the follow-up that makes a step of the record's life cycle. */
async function take(context: Context, event: string): Promise<Exit | Failure> {
  const connection = await context.connect();
  if (connection instanceof Failure) return connection;
  const subject = await findRecord(context, connection, context.positionals[0]!);
  if (subject instanceof Failure) return subject;
  const stated = context.option('text');
  const reasons = (context.option('reason') ?? '').split(',').filter((code) => code !== '');
  const words = { reasons, ...(stated !== undefined && { text: stated }) };
  const draft = followUpFor(context.catalogue, subject, event, words);
  if (!draft) {
    const names = stepsOf(context.catalogue, subject.profile, subject.type).join(', ');
    return new Failure(exit.usage, [context.say('no-such-step', { event, names })]);
  }
  const record = await connection.json<RecordView>(`/api/records/${subject.id}/follow-ups`, {
    method: 'POST',
    body: JSON.stringify(draft),
    mediaType: 'application/json',
  });
  if (record instanceof Failure) return record;
  context.notice(connection.demonstration);
  if (context.json) context.print(record);
  else context.out(`${record.id}\n\n${recordTable(context, [record])}${findingLines(context, record.findings)}`);
  return exit.ok;
}
