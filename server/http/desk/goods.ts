/** Where goods are, for the traders whose company the records name. */
import { Type } from 'typebox';
import { refuse } from '../../../kernel/refusal.ts';
import { deskOf } from '../access.ts';
import { problems } from '../describe.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest, InstitutionId, Name, NoQuery } from '../schemas.ts';
import { answer } from './application-shapes.ts';

const closed = { additionalProperties: false } as const;
const config = { action: 'goods.follow' } as const;
const tags = ['desk'];
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);

const line = {
  id: Digest,
  profile: Name,
  type: Name,
  typeTitle: Text,
  number: Type.String(),
  title: Type.String(),
  time: Time,
  state: Type.String(),
  stateTitle: Type.Optional(Text),
  turn: Type.Array(InstitutionId, { description: 'Institutions that have to act; none when it is over.' }),
  meanwhile: Type.Optional({ ...Text, description: 'What goes on while none of them has anything to do.' }),
  clock: Type.Optional(Type.Unsafe({ type: 'object', description: 'As in records.' })),
};

export const GoodsPageShape = Type.Object(
  {
    items: Type.Array(Type.Object(line, closed)),
    next: Type.Optional(Type.String({ description: 'For `after`.' })),
    complete: Type.Boolean({ description: 'False while records are still being taken up.' }),
  },
  closed,
);

export const GoodsShape = Type.Object(
  {
    ...line,
    steps: Type.Array(
      Type.Object(
        {
          code: Type.Enum(['logged', 'received', 'follow-up']),
          time: Time,
          by: InstitutionId,
          title: Type.Optional(Text),
          outcome: Type.Optional(Type.String()),
        },
        closed,
      ),
      { description: 'By time.' },
    ),
  },
  closed,
);

export function goodsRoutes(app: App): void {
  app.get(
    '/api/desk/goods',
    {
      config,
      schema: {
        operationId: 'listGoods',
        summary: 'Records that name a number of one’s company, and whose turn it is, newest first',
        description:
          'The numbers are those by which the institution knows the person. Nothing that records state is told but number and title.',
        tags,
        querystring: Type.Object(
          {
            after: Type.Optional({ ...Digest, description: '`next` of the page before.' }),
            limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|100)$', description: '1 to 100; 30.' })),
          },
          closed,
        ),
        response: { 200: answer('One page.', GoodsPageShape), ...problems(400, 401, 403) },
      },
    },
    (request) => {
      const { desk, person } = deskOf(request);
      const { after, limit = '30' } = request.query;
      return desk.goods.list(person, Number(limit), after);
    },
  );

  app.get(
    '/api/desk/goods/:id',
    {
      config,
      schema: {
        operationId: 'showGoods',
        summary: 'What was done with goods of one’s company, by which institution and when',
        tags,
        params: Type.Object({ id: Digest }),
        querystring: NoQuery,
        response: { 200: answer('With its steps.', GoodsShape), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      return (await desk.goods.show(person, request.params.id)) ?? sendProblem(reply, refuse('desk.unknown'));
    },
  );
}
