/** What a draft would post to accounts, and what is left there, while it is being written. */
import { Type } from 'typebox';
import { Rejected } from '../../institution/service.ts';
import { callerOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { type FindingWords, leadingRefusal } from '../finding-words.ts';
import { acceptJson } from '../json-body.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Draft, NoQuery } from '../schemas.ts';

const Words = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() });
const Amount = Type.String({ description: 'Decimal number in the unit of the ledger.' });
const accounts = Type.Object({
  items: Type.Array(
    Type.Object({
      ledger: Type.String(),
      key: Type.Array(Type.String()),
      unit: Type.String(),
      title: Words,
      movement: Words,
      kind: Type.String(),
      debit: Type.Boolean(),
      amount: Amount,
      available: Amount,
      after: Type.String({ description: 'What is left with all that the draft posts to the account.' }),
      frozen: Type.Boolean(),
      path: Type.Optional(Type.String({ description: 'JSON Pointer to the member that states the amount.' })),
    }),
  ),
});

export function balanceRoutes(app: App, words: FindingWords, bodyLimit: number): void {
  acceptJson(app, bodyLimit);

  app.post(
    '/api/desk/balances',
    {
      config: { access: 'read', action: 'records.draft' },
      schema: {
        operationId: 'readBalances',
        summary: 'What a draft would post, and what is available',
        description: 'The draft need not be complete: what cannot be told yet is left out.',
        tags: ['desk'],
        querystring: NoQuery,
        body: Draft,
        response: {
          200: media('Movement by movement.', 'application/json', accounts),
          ...problems(400, 401, 403, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { annexes: _, ...draft } = request.body;
      const items = await callerOf(request).service.accounts({ ...draft, annexes: [] });
      if (!(items instanceof Rejected)) return { items };
      const findings = words(draft.profile, items.findings, languageOf(reply));
      return sendProblem(reply, leadingRefusal(items.findings), { status: 422, findings });
    },
  );
}
