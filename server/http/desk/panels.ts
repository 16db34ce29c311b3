/** What a profile shows on the page of a record besides its facts. */
import { Type } from 'typebox';
import { languages } from '../../../kernel/finding.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { type Action, mayDo } from '../../desk/roles.ts';
import type { PanelQuery } from '../../institution/panels.ts';
import { type Caller, callerOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import type { FindingWords } from '../finding-words.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest } from '../schemas.ts';

export function panelRoutes(app: App, words: FindingWords): void {
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
      const caller = callerOf(request);
      const { id } = request.params;
      // What it was chosen for is told to people of the institution alone.
      const selected = await request.deskCaller?.desk.selections.selectionsOf(id);
      const items = await caller.service.panels(id, {
        language: lang,
        acts: actsOf(caller),
        ...(selected && { selected }),
      });
      if (!items) return sendProblem(reply, refuse('record.unknown-id'));
      return {
        items: items.map(({ profile, actions, ...item }) => ({
          ...item,
          actions: actions.map(({ panel: _, findings, ...action }) => ({
            ...action,
            findings: words(profile, findings, lang),
          })),
        })),
      };
    },
  );
}

/** Programs decide by their own rules: they are offered nothing. */
function actsOf({ person }: Caller): PanelQuery['acts'] {
  const may = (action: Action) => person !== undefined && mayDo(person.roles, action);
  const drafts = may('records.draft');
  return { issued: drafts && may('records.sign'), received: drafts && may('records.decide') };
}
