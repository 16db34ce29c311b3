/** A document from outside held against the record it claims to be. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { callerOf } from './access.ts';
import { json, problems } from './describe.ts';
import { type Documents, xml } from './documents.ts';
import type { FindingWords } from './finding-words.ts';
import { languageOf, sendProblem } from './problem.ts';
import { recordPath } from './records.ts';
import type { App } from './route.ts';
import { Digest, NoQuery } from './schemas.ts';

export function comparisonRoutes(app: App, words: FindingWords, documents: Documents): void {
  app.post(
    `${recordPath}/comparison`,
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'compareDocument',
        summary: 'Compare a document with the record, member by member',
        description:
          'The document is read in the format of the record’s profile. What has no place in the format is not compared. ' +
          'Nothing is stored.',
        tags: ['records'],
        params: Type.Object({ id: Digest }),
        querystring: NoQuery,
        body: { content: { [xml]: { schema: { description: 'A document in the XML format of the profile.' } } } },
        response: {
          200: json('Whether the document says what the record says, and where not.', 'Comparison'),
          ...problems(400, 401, 403, 404, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) return sendProblem(reply, refuse('request.unsupported-media-type'));
      const { service } = callerOf(request);
      const record = await service.show(request.params.id);
      if (record === undefined) return sendProblem(reply, refuse('record.unknown-id'));
      const compared = await documents.compare(record, request.body, service);
      if (compared instanceof Refusal) return sendProblem(reply, compared);
      return { ...compared, findings: words(record.profile, compared.findings, languageOf(reply)) };
    },
  );
}
