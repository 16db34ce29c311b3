/** What moved an account of a ledger. */
import { Type } from 'typebox';
import { Refusal } from '../../../kernel/refusal.ts';
import { callerOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest, Name } from '../schemas.ts';

const Key = Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 10 });
const history = Type.Object({
  items: Type.Array(
    Type.Object({
      record: Digest,
      type: Type.String(),
      number: Type.String(),
      title: Type.String(),
      issuer: Type.String(),
      time: Type.Number({ description: 'Stated, ms since 1970.' }),
      movement: Type.String(),
      amount: Type.String({ description: 'Decimal number in the unit of the ledger.' }),
      effective: Type.Boolean({ description: 'False for what was refused, superseded or out of turn.' }),
    }),
  ),
  next: Type.Optional(Type.String()),
});

export function accountRoutes(app: App): void {
  // One `key` comes from the query as a text, several as a list.
  app.addHook<{ Querystring: { key: string | string[] } }>('preValidation', (request, _reply, done) => {
    const { query } = request;
    if (typeof query.key === 'string') query.key = [query.key];
    done();
  });

  app.get(
    '/api/desk/accounts/:profile/:ledger/history',
    {
      config: { access: 'read', action: 'registers.read' },
      schema: {
        operationId: 'readAccountHistory',
        summary: 'What moved an account, record by record',
        description:
          'Newest records first, each with what its follow-ups moved; a page may hold few and yet have a next one.',
        tags: ['desk'],
        params: Type.Object({ profile: Name, ledger: Name }),
        querystring: Type.Object(
          { key: Key, cursor: Type.Optional(Type.String({ maxLength: 20 })) },
          { additionalProperties: false },
        ),
        response: {
          200: media('Movements.', 'application/json', history),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { profile, ledger } = request.params;
      const { key, cursor } = request.query;
      const { service } = callerOf(request);
      const page = await service.accountHistory(`${profile}/${ledger}`, {
        key,
        limit: 100,
        ...(cursor !== undefined && { cursor }),
      });
      return page instanceof Refusal ? sendProblem(reply, page) : page;
    },
  );
}
