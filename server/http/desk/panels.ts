/** What a profile shows on the page of a record besides its facts. */
import { Type } from 'typebox';
import { languages } from '../../../kernel/finding.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { callerOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest } from '../schemas.ts';

export function panelRoutes(app: App): void {
  app.get(
    '/api/desk/records/:id/panels',
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'readPanels',
        summary: 'What the profile shows on the page of a record',
        tags: ['desk'],
        params: Type.Object({ id: Digest }),
        querystring: Type.Object({ lang: Type.Optional(Type.Enum([...languages])) }, { additionalProperties: false }),
        response: {
          200: media('Blocks, in the language asked for.', 'application/json', { type: 'object' }),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { lang = languageOf(reply) } = request.query;
      const items = await callerOf(request).service.panels(request.params.id, lang);
      return items ? { items } : sendProblem(reply, refuse('record.unknown-id'));
    },
  );
}
