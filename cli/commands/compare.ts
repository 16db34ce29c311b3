import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { readBytes } from '../files.ts';
import { findId } from '../find-record.ts';
import { findingLines } from '../record-output.ts';
import { table, typeText } from '../text-output.ts';
import type { Comparison } from '../wire.ts';

export const compare: Command = {
  name: 'compare',
  summary: {
    az: 'XML sənədini qeydlə tutuşdurur və fərqləri göstərir',
    ru: 'Сверяет документ XML с записью и показывает расхождения',
    en: 'Compares an XML document with a record and shows where it differs',
  },
  usage: 'ID|NUMBER FILE.xml',
  examples: ['samur compare AZ-PC-2026-000117 received.xml --as ru.fsvps'],
  options: {},
  takes: [2, 2],
  async run(context) {
    const [named = '', file = ''] = context.positionals;
    const body = await readBytes(context, file);
    if (body instanceof Failure) return body;
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const id = await findId(context, connection, named);
    if (id instanceof Failure) return id;
    const path = `/api/records/${id}/comparison`;
    const answer = await connection.json<Comparison>(path, { method: 'POST', body, mediaType: 'application/xml' });
    if (answer instanceof Failure) return answer;
    context.notice(connection.demonstration);
    if (context.json) context.print(answer);
    else context.out(answer.same ? `${context.say('document-same')}\n` : differing(context, answer));
    return answer.same ? exit.ok : exit.refused;
  },
};

function differing(context: Context, { profile, type, differences, omitted, findings }: Comparison): string {
  const { say, catalogue, language } = context;
  const title = (name: string) => typeText(catalogue, profile, name, language);
  const head = [say('place'), say('in-record'), say('in-document')];
  const rows = differences.map(({ path, record = '—', document = '—' }) => [path, record, document]);
  return [
    findingLines(context, findings),
    type.record === type.document
      ? ''
      : `${say('document-of-type', { document: title(type.document), record: title(type.record) })}\n`,
    rows.length === 0 ? '' : table(head, rows, context.columns),
    omitted === 0 ? '' : `${say('differences-more', { count: omitted })}\n`,
    `${say('document-differs')}\n`,
  ].join('');
}
