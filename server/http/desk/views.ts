/** Filters of the inbox that a person keeps under names. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { inboxFilter } from './inbox.ts';

const closed = { additionalProperties: false } as const;
const params = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\u0000-\\u001f\\u007f]+$' }),
});
const Body = Type.Object({ query: Type.Object(inboxFilter, closed) }, closed);
const view = { type: 'object' };

export function viewRoutes(app: App, bodyLimit: number): void {
  acceptJson(app, bodyLimit);

  app.get(
    '/api/desk/views',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'listViews',
        summary: 'Own saved views of the inbox',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All of them, by name.', 'application/json', view), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      return { items: await desk.views.list(person.id) };
    },
  );

  app.put(
    '/api/desk/views/:name',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'saveView',
        summary: 'Save a view under a name, in place of one that has it',
        tags: ['desk'],
        params,
        querystring: NoQuery,
        body: Body,
        response: { 200: media('The view.', 'application/json', view), ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const saved = await desk.views.save(person.id, request.params.name, request.body.query);
      return saved instanceof Refusal ? sendProblem(reply, saved) : saved;
    },
  );

  app.delete(
    '/api/desk/views/:name',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'deleteView',
        summary: 'Forget a saved view',
        tags: ['desk'],
        params,
        querystring: NoQuery,
        response: { 204: { type: 'null', description: 'Gone.' }, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      if (!(await desk.views.remove(person.id, request.params.name)))
        return sendProblem(reply, refuse('request.not-found'));
      return reply.code(204).send(null);
    },
  );
}
