/** What a draft would change, before anybody signs it. */
import type { FastifyReply } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { Rejected } from '../institution/service.ts';
import type { Affected } from '../institution/what-if-answer.ts';
import { callerOf } from './access.ts';
import { json, problems } from './describe.ts';
import { type FindingWords, leadingRefusal } from './finding-words.ts';
import { acceptJson } from './json-body.ts';
import { languageOf, sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { Draft, NoQuery } from './schemas.ts';

export function whatIfRoutes(app: App, words: FindingWords, bodyLimit: number): void {
  acceptJson(app, bodyLimit);
  app.post(
    '/api/what-if',
    {
      config: { access: 'read', action: 'records.draft' },
      schema: {
        operationId: 'askWhatIf',
        summary: 'What a draft would hit were it signed now',
        description:
          'Asks the records in force their own rules, with the draft in effect and without it. Annexes are not read. ' +
          'It speaks of what is held here: what is on its way, or waits, is not in it.',
        tags: ['records'],
        querystring: NoQuery,
        body: Draft,
        response: { 200: json('What it would hit.', 'WhatIf'), ...problems(400, 401, 403, 413, 415, 422, 429) },
      },
    },
    async (request, reply) => {
      const { annexes: _, ...draft } = request.body;
      const answer = await callerOf(request).service.whatIf({ ...draft, annexes: [] });
      if (answer instanceof Refusal) return sendProblem(reply, answer);
      if (answer instanceof Rejected) return sendRejected(reply, words, draft.profile, answer);
      const worded = (affected: Affected) => ({
        ...affected,
        items: affected.items.map((item) => ({
          ...item,
          findings: words(item.profile, item.findings, languageOf(reply)),
        })),
      });
      return {
        ...answer,
        findings: words(draft.profile, answer.findings, languageOf(reply)),
        records: worded(answer.records),
        freed: worded(answer.freed),
      };
    },
  );
}

function sendRejected(reply: FastifyReply, words: FindingWords, profile: string, { findings }: Rejected): FastifyReply {
  const worded = words(profile, findings, languageOf(reply));
  return sendProblem(reply, leadingRefusal(findings), { status: 422, findings: worded });
}
