/** What changes applications: writing, sending, examining. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Action } from '../../desk/roles.ts';
import type { ApplicationAct, Contents } from '../../desk/trade/application.ts';
import type { ApplicationView } from '../../desk/trade/application-view.ts';
import { Rejected } from '../../institution/service.ts';
import { deskOf } from '../access.ts';
import { problems } from '../describe.ts';
import { type FindingWords, leadingRefusal } from '../finding-words.ts';
import { acceptJson } from '../json-body.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { officeRoutes } from './application-office.ts';
import {
  ApplicationActBody,
  ApplicationParams,
  ApplicationShape,
  ApplicationWrite,
  answer,
  type ContentsBody,
  NewApplication,
  RevisionQuery,
} from './application-shapes.ts';
import { applicationPath } from './applications.ts';

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

export function applicationWritingRoutes(app: App, limit: number, words: FindingWords): void {
  acceptJson(app, limit);
  writingRoutes(app);
  officeRoutes(app, words);

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
