/** What people look at all day: the records on which their institution has to act, and all that it holds. */
import { type Static, Type } from 'typebox';
import type { Desk } from '../../desk/desk.ts';
import { type InboxLine, type InboxQuery, inboxLine } from '../../desk/inbox/inbox.ts';
import { lanes } from '../../desk/inbox/turn-index.ts';
import type { ListQuery } from '../../institution/service.ts';
import { callerOf, deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import type { App } from '../route.ts';
import { InstitutionId, Name } from '../schemas.ts';

const closed = { additionalProperties: false } as const;

/** What of the inbox is shown; kept in saved views, too. */
export const inboxFilter = {
  lane: Type.Optional(Type.Enum([...lanes])),
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Every word must occur; case and diacritics do not count.' }),
  ),
  type: Type.Optional(
    Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}/[a-z][a-z0-9-]{0,63}$', description: '`profile/type`.' }),
  ),
  state: Type.Optional(Name),
  from: Type.Optional({ ...InstitutionId, description: 'Issuer.' }),
  direction: Type.Optional(Type.Enum(['issued', 'received'])),
  order: Type.Optional(Type.Enum(['due', 'newest'], { description: '`due`, least time left first, when left out.' })),
  all: Type.Optional(
    Type.Enum(['true'], {
      description: 'All records held, newest first, page by page with `next`: no total, no lanes.',
    }),
  ),
};

const InboxParameters = Type.Object(
  {
    ...inboxFilter,
    offset: Type.Optional(Type.String({ pattern: '^(0|[1-9]\\d{0,6})$' })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$', description: '100 when left out.' })),
    cursor: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,15}$', description: 'With `all`: `next` of the page before.' }),
    ),
  },
  closed,
);
type InboxParameters = Static<typeof InboxParameters>;

const Count = Type.Integer({ minimum: 0 });
const answer = Type.Object({
  total: Type.Optional(Count),
  lanes: Type.Optional(Type.Object(Object.fromEntries(lanes.map((lane) => [lane, Count])))),
  items: Type.Array(
    Type.Unsafe({
      allOf: [
        { $ref: 'RecordLine#' },
        {
          type: 'object',
          properties: {
            due: { type: 'integer', description: 'End of the limit, ms.' },
            mine: { type: 'boolean' },
            chosen: { type: 'array', items: { type: 'object' }, description: 'What it is chosen for, in words.' },
          },
        },
      ],
    }),
  ),
  next: Type.Optional(Type.String()),
});

export function inboxRoutes(app: App): void {
  app.get(
    '/api/desk/inbox',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'readInbox',
        summary: 'Records on which the institution has to act, worst clock first',
        description:
          'Those whose clock has not started stand after those that run. `lanes` counts with all filters but the lane.',
        tags: ['desk'],
        querystring: InboxParameters,
        response: { 200: media('One page.', 'application/json', answer), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { query } = request;
      const { service } = callerOf(request);
      const { desk } = deskOf(request);
      if (query.all === undefined) {
        const page = await desk.inbox.page(turnQuery(query));
        return { ...page, items: await withChosen(desk, page.items) };
      }
      const { items, next } = await service.list(listQuery(query));
      const lines = items.map((line) => inboxLine(line, service.id));
      return { items: await withChosen(desk, lines), ...(next !== undefined && { next }) };
    },
  );
}

async function withChosen(desk: Desk, lines: readonly InboxLine[]): Promise<readonly object[]> {
  const outcomes = await desk.selections.outcomesOf(lines.map(({ id }) => id));
  return lines.map((line) => {
    const chosen = outcomes.get(line.id);
    return chosen ? { ...line, chosen } : line;
  });
}

function turnQuery({
  q,
  type,
  from,
  order = 'due',
  offset = '0',
  limit = '100',
  ...rest
}: InboxParameters): InboxQuery {
  const { lane, state, direction } = rest;
  return {
    order,
    offset: Number(offset),
    limit: Number(limit),
    ...(lane !== undefined && { lane }),
    ...(q !== undefined && { text: q }),
    ...(type !== undefined && typeNamed(type)),
    ...(state !== undefined && { state }),
    ...(from !== undefined && { issuer: from }),
    ...(direction !== undefined && { direction }),
  };
}

function listQuery({
  lane = 'all',
  q = '',
  type,
  from,
  limit = '100',
  cursor,
  state,
  direction,
}: InboxParameters): ListQuery {
  return {
    limit: Number(limit),
    ...(lane === 'overdue' && { overdue: true }),
    ...(lane !== 'overdue' && lane !== 'all' && { worst: lane }),
    ...(q.trim() !== '' && { text: q }),
    ...(type !== undefined && typeNamed(type)),
    ...(state !== undefined && { state }),
    ...(from !== undefined && { issuer: from }),
    ...(direction !== undefined && { direction }),
    ...(cursor !== undefined && { cursor }),
  };
}

function typeNamed(name: string): { readonly profile: string; readonly type: string } {
  const [profile = '', type = ''] = name.split('/');
  return { profile, type };
}
