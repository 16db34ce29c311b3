/** Records that officers approve: prepared to the last byte, shown, and signed with an answer of the officer's key. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Shown } from '../../desk/signing/signing.ts';
import { Rejected } from '../../institution/service.ts';
import { deskOf } from '../access.ts';
import { json, media, problems } from '../describe.ts';
import { type FindingWords, leadingRefusal } from '../finding-words.ts';
import { acceptJson } from '../json-body.ts';
import { languageOf, sendProblem } from '../problem.ts';
import { wordRecord } from '../records.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { Approval, ByRecord, ChangedProblem, NewPrepared, PreparedView } from './prepared-shapes.ts';

export function preparedRoutes(app: App, bodyLimit: number, words: FindingWords): void {
  acceptJson(app, bodyLimit);

  app.post(
    '/api/desk/prepared',
    {
      config: { action: 'records.draft' },
      schema: {
        operationId: 'prepareRecord',
        summary: 'Prepare a record for an officer’s approval',
        description: 'Fixed to the last byte and kept for five minutes. Nothing is signed.',
        tags: ['desk'],
        querystring: NoQuery,
        body: NewPrepared,
        response: {
          201: media('Prepared.', 'application/json', PreparedView),
          ...problems(400, 401, 403, 404, 409, 413, 415, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { application, annexes = [], ...draft } = request.body;
      const shown = await desk.signing.prepare(person, { ...draft, annexes }, application);
      if (shown instanceof Refusal) return sendProblem(reply, shown);
      if (shown instanceof Rejected) return sendFindings(reply, words, draft.profile, shown);
      return reply.code(201).send(await view(desk, shown, reply, words));
    },
  );

  app.post(
    '/api/desk/prepared/:id/approval',
    {
      // To sign what is no follow-up to a received record, nor of a type that `decides`, needs `records.sign` besides.
      config: { action: 'records.decide' },
      schema: {
        operationId: 'approveRecord',
        summary: 'Approve a prepared record, and issue it',
        description:
          'Everything is asked again. The approval stands directly behind the record on every channel. Of a type that two approve, this is the second.',
        tags: ['desk'],
        params: ByRecord,
        querystring: NoQuery,
        body: Approval,
        response: {
          200: json('Issued before, with the answer to an earlier request.', 'Record'),
          201: json('Issued; Location names the record.', 'Record'),
          ...problems(400, 401, 403, 409, 413, 415, 422),
          409: media('Changed, or not prepared any more.', 'application/problem+json', ChangedProblem),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const outcome = await desk.signing.approve(person, request.params.id, request.body);
      if (outcome instanceof Refusal) return sendProblem(reply, outcome);
      if ('barred' in outcome) return sendFindings(reply, words, outcome.profile, outcome.barred);
      if ('changes' in outcome) {
        const prepared = await view(desk, outcome.shown, reply, words);
        const members = { changes: outcome.changes, prepared } as unknown as JsonObject;
        return sendProblem(reply, refuse('approval.changed'), { members });
      }
      const { record, replayed } = outcome;
      return reply
        .code(replayed ? 200 : 201)
        .header('location', `/api/records/${record.id}`)
        .send(wordRecord(record, reply, words));
    },
  );

  app.delete(
    '/api/desk/prepared/:id',
    {
      config: { action: 'records.draft' },
      schema: {
        operationId: 'forgetPrepared',
        summary: 'Forget a prepared record that will not be approved',
        description: 'By whoever prepared it. Records on the same channels state its time no more.',
        tags: ['desk'],
        params: ByRecord,
        querystring: NoQuery,
        response: { 204: Type.Null({ description: 'Not prepared any more.' }), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const refused = desk.signing.forget(person, request.params.id);
      return refused ? sendProblem(reply, refused) : reply.code(204).send();
    },
  );
}

async function view(desk: Desk, shown: Shown, reply: FastifyReply, words: FindingWords): Promise<object> {
  const { prepared, needed, given, passkey } = shown;
  const { id, profile, findings, to, claims, time, expires } = prepared;
  return {
    id,
    findings: words(profile, findings, languageOf(reply)),
    to,
    claims,
    time,
    expires,
    needed,
    given,
    ...(passkey && { assertion: await desk.passkeys.requestOptions(passkey, Uint8Array.fromHex(id)) }),
  };
}

export function sendFindings(
  reply: FastifyReply,
  words: FindingWords,
  profile: string,
  { findings }: Rejected,
): FastifyReply {
  const worded = words(profile, findings, languageOf(reply));
  return sendProblem(reply, leadingRefusal(findings), { status: 422, findings: worded });
}
