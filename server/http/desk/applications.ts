/** Applications: traders write and follow their own, officers examine what was sent. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Action } from '../../desk/roles.ts';
import type { ApplicationAct, Contents } from '../../desk/trade/application.ts';
import type { ApplicationView } from '../../desk/trade/application-view.ts';
import { progressOf } from '../../desk/trade/progress.ts';
import { Rejected } from '../../institution/service.ts';
import { deskOf } from '../access.ts';
import { problems } from '../describe.ts';
import { type FindingWords, leadingRefusal } from '../finding-words.ts';
import { acceptJson } from '../json-body.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import {
  ApplicationActBody,
  ApplicationLineShape,
  ApplicationListQuery,
  ApplicationParams,
  ApplicationShape,
  ApplicationWrite,
  answer,
  type ContentsBody,
  NewApplication,
  ProgressShape,
  pageOf,
  RevisionQuery,
} from './application-shapes.ts';

export const applicationPath = '/api/desk/applications/:id';
const tags = ['desk'];

/** What someone does with an application, besides writing it. */
const acts: Readonly<Record<Exclude<ApplicationAct, 'issue'>, { readonly action: Action; readonly summary: string }>> =
  {
    send: { action: 'applications.make', summary: 'Send it: from then on it is examined as it stands' },
    take: { action: 'applications.examine', summary: 'Take it up, from a colleague as well' },
    query: { action: 'applications.examine', summary: 'Ask the applicant; `text` is the question' },
    answer: { action: 'applications.make', summary: 'Answer, with what was corrected' },
    ready: { action: 'applications.examine', summary: 'Recommend it to be signed; `text` stays inside' },
    decline: { action: 'applications.examine', summary: 'Decline it; `text` is the reason' },
    withdraw: { action: 'applications.make', summary: 'Withdraw it' },
  };

export function applicationRoutes(app: App, limit: number, words: FindingWords): void {
  acceptJson(app, limit);
  readingRoutes(app, words);
  writingRoutes(app);

  for (const [act, { action, summary }] of Object.entries(acts) as [
    Exclude<ApplicationAct, 'issue'>,
    typeof acts.send,
  ][])
    app.post(
      `${applicationPath}/${act}`,
      {
        config: { action },
        schema: {
          operationId: `${act}Application`,
          summary,
          tags,
          params: ApplicationParams,
          querystring: NoQuery,
          body: ApplicationActBody,
          response: { 200: answer('As it stands now.', ApplicationShape), ...problems(400, 401, 403, 404, 409, 422) },
        },
      },
      async (request, reply) => {
        const { desk, person } = deskOf(request);
        const { revision, text } = request.body;
        const done = await desk.applications.act(person, request.params.id, {
          act,
          revision,
          ...(text !== undefined && { text }),
        });
        if (!(done instanceof Rejected)) return sendView(request, reply, done);
        const profile = (await desk.applications.reader.show(person, request.params.id))?.profile ?? '';
        const findings = words(profile, done.findings, languageOf(reply));
        return sendProblem(reply, leadingRefusal(done.findings), { status: 422, findings });
      },
    );
}

function readingRoutes(app: App, words: FindingWords): void {
  app.get(
    '/api/desk/application-types',
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'listApplicationTypes',
        summary: 'What may be applied for, to whom it goes, and what is left to the institution to state',
        tags,
        querystring: NoQuery,
        response: { 200: answer('Types.', Type.Unsafe({ type: 'object' })), ...problems(401, 403) },
      },
    },
    (request, reply) => {
      const types = deskOf(request).desk.applications.types();
      return reply.send({
        items: types.map(({ type: { profile, name, declaration }, to }) => ({
          profile: profile.name,
          type: name,
          version: declaration.version,
          title: declaration.title,
          to,
          leftToOffice: declaration.leftToOffice ?? [],
        })),
      });
    },
  );

  app.get(
    '/api/desk/applications',
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'listApplications',
        summary: 'Applications, newest first: a trader’s own, to officers all that were sent',
        tags,
        querystring: ApplicationListQuery,
        response: { 200: answer('One page.', pageOf(ApplicationLineShape)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      const { taken, limit = '50', ...rest } = request.query;
      return desk.applications.reader.list(person, { ...rest, limit: Number(limit), ...(taken && { taken: true }) });
    },
  );

  app.get(
    applicationPath,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'showApplication',
        summary: 'Show an application with its history',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: answer('The application.', ApplicationShape), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const view = await desk.applications.reader.show(person, request.params.id);
      return sendView(request, reply, view ?? refuse('desk.unknown'));
    },
  );

  app.get(
    `${applicationPath}/editions/:edition`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'showApplicationEdition',
        summary: 'What was sent at first, or in answer to a question',
        tags,
        params: Type.Object({ ...ApplicationParams.properties, edition: Type.String({ pattern: '^[1-9]\\d{0,4}$' }) }),
        querystring: NoQuery,
        response: {
          200: answer('The contents.', ApplicationShape.properties.contents),
          ...problems(401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { id, edition } = request.params;
      const { reader } = desk.applications;
      const found = (await reader.show(person, id)) && (await reader.edition(id, Number(edition)));
      return found ?? sendProblem(reply, refuse('desk.unknown'));
    },
  );

  app.get(
    `${applicationPath}/findings`,
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'checkApplication',
        summary: 'What there is to say of the contents alone',
        description:
          'Rests on nothing that the institution holds of others. While a finding has severity `refuse`, it cannot be sent.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: answer('Findings.', Type.Unsafe({ $ref: 'Check#' })), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const found = await desk.applications.findings(person, request.params.id);
      if (found instanceof Refusal) return sendProblem(reply, found);
      return { findings: words(found.profile, found.findings, languageOf(reply)) };
    },
  );

  app.get(
    `${applicationPath}/progress`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'followApplication',
        summary: 'Every step so far, and whose turn it is',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: answer('Steps in the order of time.', ProgressShape), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { service, catalogue } = desk.ground;
      const view = await desk.applications.reader.show(person, request.params.id);
      if (view === undefined) return sendProblem(reply, refuse('desk.unknown'));
      const record = view.record === undefined ? undefined : await service.show(view.record);
      return progressOf(view, service.id, record, catalogue);
    },
  );
}

function writingRoutes(app: App): void {
  app.post(
    '/api/desk/applications',
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'beginApplication',
        summary: 'Begin an application',
        tags,
        querystring: NoQuery,
        body: NewApplication,
        response: { 201: answer('A draft.', ApplicationShape), ...problems(400, 401, 403, 413, 422) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { profile, type, ...rest } = request.body;
      if ((rest.annexes ?? []).length > 0) return sendProblem(reply, refuse('record.annex-missing', {}, '/annexes'));
      if (rest.about !== undefined) return sendProblem(reply, refuse('desk.unknown', {}, '/about'));
      const view = await desk.applications.begin(person, profile, type, contentsOf(rest));
      if (!(view instanceof Refusal)) reply.code(201).header('location', `/api/desk/applications/${view.id}`);
      return sendView(request, reply, view);
    },
  );

  app.put(
    applicationPath,
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'writeApplication',
        summary: 'Save what is typed',
        description: '`desk.changed-elsewhere`: the revision is not the last one; the problem tells the last one.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        body: ApplicationWrite,
        response: {
          200: answer('As it stands now.', ApplicationShape),
          ...problems(400, 401, 403, 404, 409, 413, 422),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { revision, ...rest } = request.body;
      return sendView(
        request,
        reply,
        await desk.applications.write(person, request.params.id, revision, contentsOf(rest)),
      );
    },
  );

  app.delete(
    applicationPath,
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'discardApplication',
        summary: 'Throw away a draft that was never sent',
        tags,
        params: ApplicationParams,
        querystring: RevisionQuery,
        response: { 204: { description: 'Gone.' }, ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const fault = await desk.applications.remove(person, request.params.id, Number(request.query.revision));
      return fault === undefined ? reply.code(204).send() : sendView(request, reply, fault);
    },
  );
}

function contentsOf({ title = '', to = [], claims = {}, annexes = [], about }: ContentsBody): Contents {
  return { title, to, claims, annexes, ...(about !== undefined && { about }) };
}

/** A page that is behind is told how far the application has come. */
async function sendView(
  request: FastifyRequest<{ Params: { id: string } }> | FastifyRequest,
  reply: FastifyReply,
  view: ApplicationView | Refusal,
): Promise<FastifyReply> {
  if (!(view instanceof Refusal)) return reply.send(view);
  if (view.code !== 'desk.changed-elsewhere') return sendProblem(reply, view);
  const { desk, person } = deskOf(request);
  const now = await desk.applications.reader.show(person, (request.params as { id: string }).id);
  if (now === undefined) return sendProblem(reply, view);
  return sendProblem(reply, view, { members: { revision: now.revision, state: now.state } });
}
