/** API tokens of the institution: made and withdrawn by its administrators. */
import { Type } from 'typebox';
import { refuse } from '../../../kernel/refusal.ts';
import { createToken, listTokens, revokeToken } from '../../tokens.ts';
import { deskOf, rights, tokenDigest } from '../access.ts';
import { problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { answer, pageOf } from './application-shapes.ts';

const closed = { additionalProperties: false } as const;
const config = { action: 'tokens.manage' } as const;
const tags = ['desk'];
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Id = Type.String({ pattern: '^[0-9a-f]{12}$', description: 'Beginning of its digest.' });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Rights = Type.Array(Type.Enum([...rights]), { minItems: 1, uniqueItems: true });
const Token = Type.Object({ id: Id, name: Name, rights: Rights, created: Time, revoked: Type.Optional(Time) }, closed);

export function tokenRoutes(app: App, limit: number): void {
  acceptJson(app, limit);

  app.get(
    '/api/desk/tokens',
    {
      config,
      schema: {
        operationId: 'listTokens',
        summary: 'Tokens of the institution, with those that were withdrawn',
        tags,
        querystring: NoQuery,
        response: { 200: answer('All.', pageOf(Token)), ...problems(401, 403) },
      },
    },
    async (request) => ({ items: await listTokens(deskOf(request).desk.ground.records) }),
  );

  app.post(
    '/api/desk/tokens',
    {
      config,
      schema: {
        operationId: 'makeToken',
        summary: 'Make a token; its text is told this one time',
        tags,
        querystring: NoQuery,
        body: Type.Object({ name: Name, rights: Rights }, closed),
        response: {
          201: answer('Made.', Type.Object({ id: Id, token: Type.String() }, closed)),
          ...problems(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const { records, now } = deskOf(request).desk.ground;
      const { name, rights: given } = request.body;
      const token = await createToken(records, name, given, now());
      const id = tokenDigest(token).slice(0, 12);
      return reply.code(201).header('location', `/api/desk/tokens/${id}`).send({ id, token });
    },
  );

  app.delete(
    '/api/desk/tokens/:id',
    {
      config,
      schema: {
        operationId: 'withdrawToken',
        summary: 'Withdraw a token; it ends within 5 seconds',
        tags,
        params: Type.Object({ id: Id }),
        querystring: NoQuery,
        response: { 204: { description: 'Withdrawn.' }, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { records, now } = deskOf(request).desk.ground;
      const gone = await revokeToken(records, request.params.id, now());
      return gone ? reply.code(204).send() : sendProblem(reply, refuse('desk.unknown'));
    },
  );
}
