/** What profiles count, summed up; every sum leads to its records and leaves as a table. */
import { Type } from 'typebox';
import { type Language, languages } from '../../../kernel/finding.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { FigureAnswer, FigureRow } from '../../desk/figures/figures.ts';
import { deskOf } from '../access.ts';
import { json, media, problems, text } from '../describe.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Name, NoQuery } from '../schemas.ts';
import { csv } from './csv.ts';
import { figureWords } from './figure-words.ts';

const closed = { additionalProperties: false } as const;
const Day = Type.Optional(
  Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', description: 'A day, UTC; it is in.' }),
);
const params = Type.Object({ profile: Name, name: Name });
const query = {
  from: Day,
  to: Day,
  by: Type.Optional(Type.Enum(['row', 'week', 'week-row'], { description: '`row` when left out.' })),
};
const MarkedParameters = Type.Object(
  {
    row: Type.Optional(Type.String({ maxLength: 200 })),
    week: Type.Optional(Type.String({ pattern: '^\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])$', examples: ['2026-W47'] })),
    from: Day,
    to: Day,
    side: Type.Optional(Type.Enum(['issued', 'received'])),
    cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', description: '`next` of the page before.' })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$', description: '50 when left out.' })),
  },
  closed,
);
const object = { type: 'object' };

export function figureRoutes(app: App): void {
  app.get(
    '/api/desk/figures',
    {
      config: { action: 'figures.read' },
      schema: {
        operationId: 'listFigures',
        summary: 'What is counted, by profile',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All figures.', 'application/json', object), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ items: deskOf(request).desk.figures.list() }),
  );

  app.get(
    '/api/desk/figures/:profile/:name',
    {
      config: { action: 'figures.read' },
      schema: {
        operationId: 'readFigure',
        summary: 'A figure by row, by week, or both',
        description:
          'Counted is what records state, by the day they state: what was withdrawn later stays counted. Durations are told in ms.',
        tags: ['desk'],
        params,
        querystring: Type.Object(query, closed),
        response: { 200: media('Its rows.', 'application/json', object), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, name } = request.params;
      const { by = 'row', ...days } = request.query;
      const answer = await deskOf(request).desk.figures.read(`${profile}/${name}`, { by, ...days });
      return answer ?? sendProblem(reply, refuse('request.not-found'));
    },
  );

  app.get(
    '/api/desk/figures/:profile/:name.csv',
    {
      config: { action: 'figures.read' },
      schema: {
        operationId: 'exportFigure',
        summary: 'The same as a table',
        description: 'RFC 4180, UTF-8. Durations in hours.',
        tags: ['desk'],
        params,
        querystring: Type.Object({ ...query, lang: Type.Optional(Type.Enum([...languages])) }, closed),
        response: { 200: text('The table.', 'text/csv'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, name } = request.params;
      const { by = 'row', lang = languageOf(reply), ...days } = request.query;
      const answer = await deskOf(request).desk.figures.read(`${profile}/${name}`, { by, ...days });
      if (!answer) return sendProblem(reply, refuse('request.not-found'));
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-language', lang)
        .header('content-disposition', `attachment; filename="samur-${profile}-${name}.csv"`)
        .send(csv(tableOf(answer, by !== 'row', lang)));
    },
  );

  app.get(
    '/api/desk/figures/:profile/:name/records',
    {
      config: { action: 'figures.read' },
      schema: {
        operationId: 'listFigureRecords',
        summary: 'The records that a figure counts, newest first',
        tags: ['desk'],
        params,
        querystring: MarkedParameters,
        response: { 200: json('One page.', 'RecordPage'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, name } = request.params;
      const { limit = '50', ...rest } = request.query;
      const page = await deskOf(request).desk.figures.records(`${profile}/${name}`, { ...rest, limit: Number(limit) });
      return page ?? sendProblem(reply, refuse('request.not-found'));
    },
  );
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);
const hours = (ms: number | undefined): number => Math.round((ms ?? 0) / 36_000) / 100;

function amountsOf(measure: FigureAnswer['measure'], { count, sum = count, median, p90 }: FigureRow): number[] {
  if (measure === 'count') return [sum];
  return measure === 'share' ? [count, sum, percent(sum, count)] : [count, hours(median), hours(p90)];
}

/** A code keeps its own column, empty where all rows are one; its name stands in the next. */
function tableOf({ of, measure, coded, rows }: FigureAnswer, byWeek: boolean, lang: Language): (string | number)[][] {
  const { week, name, side, count, all, holding, share, median, p90, sides } = figureWords;
  const sums = { count: [count], share: [all, holding, share], duration: [count, median, p90] }[measure];
  const head = [
    ...(byWeek ? [week[lang]] : []),
    of[lang],
    ...(coded ? [name[lang]] : []),
    side[lang],
    ...sums.map((one) => one[lang]),
  ];
  const body = rows.map((row) => [
    ...(byWeek ? [row.week ?? ''] : []),
    ...(coded ? [row.row, row.title[lang] === row.row ? '' : row.title[lang]] : [row.title[lang]]),
    sides[row.side][lang],
    ...amountsOf(measure, row),
  ]);
  return [head, ...body];
}
