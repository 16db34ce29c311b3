/** What two officers approve: the first by its contents, before there is a record; the second signs the record. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Person } from '../../desk/people/person.ts';
import type { CountersignedLine } from '../../desk/signing/countersigned.ts';
import type { Answer } from '../../desk/signing/signing.ts';
import { Rejected } from '../../institution/service.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import type { FindingWords } from '../finding-words.ts';
import { acceptJson } from '../json-body.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Draft, NoQuery } from '../schemas.ts';
import { splitName } from './entrance.ts';
import { ById, Ceremony, listOf } from './people-shapes.ts';
import { sendFindings } from './prepared.ts';
import { Countersignature, CountersignedView } from './prepared-shapes.ts';

const Kept = Type.Object({ id: ById.properties.id }, { additionalProperties: false });

export function countersignedRoutes(app: App, bodyLimit: number, words: FindingWords): void {
  acceptJson(app, bodyLimit);

  app.post(
    '/api/desk/countersigned/options',
    {
      config: { action: 'records.sign' },
      schema: {
        operationId: 'beginCountersignature',
        summary: 'What the first of two officers’ passkey is asked for',
        tags: ['desk'],
        querystring: NoQuery,
        body: Draft,
        response: {
          200: media('For the browser.', 'application/json', Ceremony),
          ...problems(400, 401, 403, 409, 413, 415, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { annexes = [], ...draft } = request.body;
      const asked = await desk.signing.contentsOf(person, { ...draft, annexes });
      if (asked instanceof Refusal) return sendProblem(reply, asked);
      if (asked instanceof Rejected) return sendFindings(reply, words, draft.profile, asked);
      const contents = Uint8Array.fromHex(asked.contents);
      const { handle } = desk.challenges.give({ for: 'contents', person: person.id }, contents);
      return {
        handle: `${desk.ground.service.id}.${handle}`,
        options: await desk.passkeys.requestOptions(asked.passkey, contents),
      };
    },
  );

  app.post(
    '/api/desk/countersigned',
    {
      config: { action: 'records.sign' },
      schema: {
        operationId: 'countersign',
        summary: 'Approve a draft as the first of two',
        description: 'Waits a week for the second officer, who prepares the same draft and approves the record.',
        tags: ['desk'],
        querystring: NoQuery,
        body: Countersignature,
        response: {
          201: media('Kept.', 'application/json', Kept),
          ...problems(400, 401, 403, 409, 413, 415, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { annexes = [], ...draft } = request.body.draft;
      const answer = answerTo(desk, person, request.body);
      if (answer instanceof Refusal) return sendProblem(reply, answer);
      const kept = await desk.signing.countersign(person, { ...draft, annexes }, answer);
      if (kept instanceof Refusal) return sendProblem(reply, kept);
      if (kept instanceof Rejected) return sendFindings(reply, words, draft.profile, kept);
      return reply.code(201).send({ id: kept });
    },
  );

  app.get(
    '/api/desk/countersigned',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'listCountersigned',
        summary: 'Drafts that wait for the second of two officers',
        tags: ['desk'],
        querystring: NoQuery,
        response: {
          200: media('All, oldest first.', 'application/json', listOf(CountersignedView)),
          ...problems(400, 401, 403),
        },
      },
    },
    async (request) => {
      const { desk } = deskOf(request);
      return { items: (await desk.signing.countersigned.list()).map((line) => lineView(desk, line)) };
    },
  );

  app.delete(
    '/api/desk/countersigned/:id',
    {
      config: { action: 'records.sign' },
      schema: {
        operationId: 'dropCountersigned',
        summary: 'Take back what waits for the second of two officers',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        response: { 204: Type.Null({ description: 'Taken back.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk } = deskOf(request);
      const dropped = await desk.signing.countersigned.drop(request.params.id);
      return dropped ? reply.code(204).send() : sendProblem(reply, refuse('desk.unknown'));
    },
  );
}

/** A passkey's answer is good once, for the challenge that was given to this person for these very contents. */
function answerTo(desk: Desk, person: Person, body: Countersignature): Answer | Refusal {
  if ('demonstration' in body) return { demonstration: true };
  const given = desk.challenges.take(splitName(body.handle).rest, 'contents');
  return given?.purpose.person === person.id ? { response: body.response } : refuse('approval.bad-assertion');
}

function lineView(desk: Desk, { draft, ...line }: CountersignedLine): object {
  const summary = desk.ground.catalogue.type(draft.profile, draft.type)?.declaration.summary(draft.claims);
  return { ...line, ...draft, number: summary?.number ?? '', title: summary?.title ?? draft.type };
}
