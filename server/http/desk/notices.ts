/** Notices of the person who asks. */
import { Type } from 'typebox';
import { pageOf as pageOfNotice } from '../../desk/trade/notice.ts';
import { noticeKinds, noticeText } from '../../desk/trade/notice-words.ts';
import { deskOf } from '../access.ts';
import { problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { answer, pageOf } from './application-shapes.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

const Notice = Type.Object(
  {
    id: Id,
    kind: Type.Enum([...noticeKinds]),
    about: Type.Unsafe({ type: 'object', description: 'Names: application, record, enrolment, webhook; or a count.' }),
    page: Type.String({ description: 'Where the workbench shows it.' }),
    text: Type.String({ description: 'In the language of the person.' }),
    time: Time,
    read: Type.Optional(Time),
  },
  closed,
);

const Read = Type.Union([
  Type.Object({ ids: Type.Array(Id, { maxItems: 500 }) }, closed),
  Type.Object({ upTo: Id }, closed),
]);

export function noticeRoutes(app: App, limit: number): void {
  acceptJson(app, limit);

  app.get(
    '/api/desk/notices',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'listNotices',
        summary: 'Own notices, newest first',
        tags: ['desk'],
        querystring: Type.Object(
          {
            cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
            limit: Type.Optional(
              Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$', description: '1 to 200; 50.' }),
            ),
          },
          closed,
        ),
        response: { 200: answer('One page.', pageOf(Notice)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      const { cursor, limit: size = '50' } = request.query;
      const page = await desk.notices.list(person.id, { limit: Number(size), ...(cursor !== undefined && { cursor }) });
      const items = page.items.map((notice) => ({
        ...notice,
        page: pageOfNotice(notice.about),
        text: noticeText(notice.kind, notice.about, person.language),
      }));
      return { ...page, items };
    },
  );

  app.post(
    '/api/desk/notices/read',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'markNoticesRead',
        summary: 'Mark notices as read: some, or all up to one',
        tags: ['desk'],
        querystring: NoQuery,
        body: Read,
        response: {
          200: answer('How many are left unread.', Type.Object({ unread: Type.Integer({ minimum: 0 }) }, closed)),
          ...problems(400, 401, 403),
        },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      await desk.notices.markRead(person.id, request.body);
      return { unread: await desk.notices.unread(person.id) };
    },
  );
}
