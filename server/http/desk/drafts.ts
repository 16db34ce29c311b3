/** Records that a person is still writing. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Draft, NoQuery } from '../schemas.ts';

const closed = { additionalProperties: false } as const;
const params = Type.Object({
  id: Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$', description: 'Given by the author.' }),
});
const { profile, type, to, claims, annexes, about } = Draft.properties;
const Body = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, description: 'The one it was written from; 0 for a new draft.' }),
    profile,
    type,
    to,
    claims,
    annexes,
    about,
    title: Type.String({ maxLength: 200 }),
  },
  closed,
);
const draft = { type: 'object' };

export function draftRoutes(app: App, bodyLimit: number): void {
  acceptJson(app, bodyLimit);

  app.get(
    '/api/desk/drafts',
    {
      config: { action: 'records.draft' },
      schema: {
        operationId: 'listDrafts',
        summary: 'Own drafts, latest first, without their claims',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All of them.', 'application/json', draft), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      return { items: await desk.drafts.list(person.id) };
    },
  );

  app.get(
    '/api/desk/drafts/:id',
    {
      config: { action: 'records.draft' },
      schema: {
        operationId: 'showDraft',
        summary: 'One of one’s own drafts',
        tags: ['desk'],
        params,
        querystring: NoQuery,
        response: { 200: media('The draft.', 'application/json', draft), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      return (await desk.drafts.show(person.id, request.params.id)) ?? sendProblem(reply, refuse('request.not-found'));
    },
  );

  app.put(
    '/api/desk/drafts/:id',
    {
      config: { action: 'records.draft' },
      schema: {
        operationId: 'saveDraft',
        summary: 'Save a draft as it stands; nothing in it needs to be complete',
        description: 'Refused with `desk.changed-elsewhere` when it was saved from elsewhere since `revision`.',
        tags: ['desk'],
        params,
        querystring: NoQuery,
        body: Body,
        response: {
          200: media('Its new revision.', 'application/json', draft),
          ...problems(400, 401, 403, 409, 413, 415),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { revision, ...contents } = request.body;
      const { annexes: files = [] } = contents;
      const saved = await desk.drafts.save(person.id, request.params.id, revision, { ...contents, annexes: files });
      if (!(saved instanceof Refusal)) return saved;
      const held = saved.detail['number'];
      return sendProblem(reply, saved, typeof held === 'number' ? { members: { revision: held } } : {});
    },
  );

  app.delete(
    '/api/desk/drafts/:id',
    {
      config: { action: 'records.draft' },
      schema: {
        operationId: 'deleteDraft',
        summary: 'Throw a draft away',
        tags: ['desk'],
        params,
        querystring: NoQuery,
        response: { 204: { type: 'null', description: 'Gone.' }, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      if (!(await desk.drafts.remove(person.id, request.params.id)))
        return sendProblem(reply, refuse('request.not-found'));
      return reply.code(204).send(null);
    },
  );
}
