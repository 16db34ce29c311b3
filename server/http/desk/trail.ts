/** The audit trail: shown, exported, checked. No route changes it. */
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { refuse } from '../../../kernel/refusal.ts';
import { parseAsOf } from '../../../kernel/state/history.ts';
import type { TrailQuery } from '../../desk/office/trail.ts';
import { deskOf } from '../access.ts';
import { problems, text } from '../describe.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest } from '../schemas.ts';
import { answer, pageOf } from './application-shapes.ts';
import { csv } from './csv.ts';

const closed = { additionalProperties: false } as const;
const config = { action: 'trail.read' } as const;
const tags = ['desk'];
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const Instant = Type.String({ maxLength: 40, description: 'RFC 3339 instant, or a day.', examples: ['2026-11-14'] });

const filter = {
  person: Type.Optional(Id),
  action: Type.Optional(Type.String({ pattern: '^[a-z.-]{1,40}$' })),
  about: Type.Optional(Id),
  from: Type.Optional({ ...Instant, description: 'RFC 3339 instant, or a day, from its beginning in UTC.' }),
  to: Type.Optional({ ...Instant, description: 'RFC 3339 instant, or a day, to its end in UTC.' }),
};

const Row = Type.Object(
  {
    row: Type.Integer({ minimum: 1 }),
    time: Time,
    person: Type.String(),
    name: Type.String(),
    action: Type.String(),
    operation: Type.String({
      description:
        '`operationId` of what was asked, or `addNumber:` and `removeNumber:` with what a person is known by.',
    }),
    about: Type.String(),
    status: Type.Integer(),
    refusal: Type.String({ description: 'Code, or empty.' }),
  },
  closed,
);

const Check = Type.Object(
  {
    holds: Type.Boolean(),
    rows: Type.Integer({ minimum: 0 }),
    head: Type.String({ description: 'SHA-256 of the last row: note it elsewhere with the number of rows.' }),
    broken: Type.Optional(Type.Integer({ minimum: 1, description: 'The first row that does not fit.' })),
  },
  closed,
);

const exportStep = 1000;

export function trailRoutes(app: App): void {
  app.get(
    '/api/desk/trail',
    {
      config,
      schema: {
        operationId: 'readTrail',
        summary: 'What people did, newest first',
        tags,
        querystring: Type.Object(
          {
            ...filter,
            cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
            limit: Type.Optional(
              Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$', description: '1 to 200; 50.' }),
            ),
          },
          closed,
        ),
        response: { 200: answer('One page.', pageOf(Row)), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { cursor, limit = '50', ...rest } = request.query;
      const query = queryOf(rest);
      if (query === undefined) return sendProblem(reply, refuse('input.bad-value', {}, '/query/from'));
      const page = { ...query, limit: Number(limit), ...(cursor !== undefined && { cursor }) };
      return deskOf(request).desk.trail.list(page);
    },
  );

  app.get(
    '/api/desk/trail.csv',
    {
      config,
      schema: {
        operationId: 'exportTrail',
        summary: 'The same as a table, newest first',
        tags,
        querystring: Type.Object(filter, closed),
        response: { 200: text('Comma-separated values.', 'text/csv'), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const query = queryOf(request.query);
      if (query === undefined) return sendProblem(reply, refuse('input.bad-value', {}, '/query/from'));
      const { trail } = deskOf(request).desk;
      async function* lines(): AsyncIterable<string> {
        yield csv([Object.keys(Row.properties)]);
        let cursor: string | undefined;
        do {
          const page = await trail.list({ ...query, limit: exportStep, ...(cursor !== undefined && { cursor }) });
          yield csv(
            page.items.map(({ row, time, ...rest }) => [row, new Date(time).toISOString(), ...Object.values(rest)]),
          );
          cursor = page.next;
        } while (cursor !== undefined);
      }
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="trail.csv"')
        .send(Readable.from(lines()));
    },
  );

  app.get(
    '/api/desk/trail/check',
    {
      config,
      schema: {
        operationId: 'checkTrail',
        summary: 'Whether every row is what the one after it says',
        description:
          'With `row` and `head` as somebody noted them before, also whether that row is still there as it was. ' +
          'Without a note of an earlier day a trail that was written anew from some row on cannot be told.',
        tags,
        querystring: Type.Object(
          { row: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,14}$' })), head: Type.Optional(Digest) },
          closed,
        ),
        response: { 200: answer('What was found.', Check), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { row, head } = request.query;
      if ((row === undefined) !== (head === undefined))
        return sendProblem(
          reply,
          refuse('input.missing-member', { name: row === undefined ? 'row' : 'head' }, '/query'),
        );
      const noted = row !== undefined && head !== undefined ? { row: Number(row), head } : undefined;
      return deskOf(request).desk.trail.check(noted);
    },
  );
}

const dayMs = 24 * 60 * 60 * 1000;

/** Undefined: no instant. A day is named by its end: see `parseAsOf`. */
function queryOf({
  from,
  to,
  ...rest
}: {
  person?: string;
  action?: string;
  about?: string;
  from?: string;
  to?: string;
}): Omit<TrailQuery, 'limit'> | undefined {
  const begins = from === undefined ? undefined : parseAsOf(from);
  const ends = to === undefined ? undefined : parseAsOf(to);
  if ((from !== undefined && begins === undefined) || (to !== undefined && ends === undefined)) return undefined;
  const isDay = from?.length === 10;
  return {
    ...rest,
    ...(begins !== undefined && { from: isDay ? begins - dayMs + 1 : begins }),
    ...(ends !== undefined && { to: ends + (to?.length === 10 ? 1 : 0) }),
  };
}
