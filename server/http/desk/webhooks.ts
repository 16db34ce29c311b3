/** Programs of the institution that are told what happens. */
import { Type } from 'typebox';
import { Refusal } from '../../../kernel/refusal.ts';
import { webhookEvents } from '../../desk/office/webhooks.ts';
import { deskOf } from '../access.ts';
import { problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { answer, pageOf } from './application-shapes.ts';

const closed = { additionalProperties: false } as const;
const config = { action: 'webhooks.manage' } as const;
const tags = ['desk'];
const path = '/api/desk/webhooks/:id';
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });
const params = Type.Object({ id: Id });
const Url = Type.String({ maxLength: 500, description: 'https, without credentials.' });
const Events = Type.Array(Type.Enum([...webhookEvents]), { minItems: 1, uniqueItems: true });

const webhook = {
  id: Id,
  url: Url,
  events: Events,
  active: Type.Boolean(),
  stopped: Type.Optional(
    Type.Enum(['failing', 'gone', 'too-many'], { description: 'Why the server switched it off.' }),
  ),
  created: Time,
  waiting: Type.Integer({ minimum: 0, description: 'Deliveries that wait.' }),
};
const Webhook = Type.Object(webhook, closed);
const Delivery = Type.Object(
  {
    place: Type.Integer({ minimum: 1, description: 'Order within the webhook.' }),
    id: Type.String({ description: 'The webhook-id of every attempt.' }),
    type: Type.Enum([...webhookEvents]),
    state: Type.Enum(['waiting', 'delivered']),
    attempts: Type.Integer({ minimum: 0 }),
    next: Time,
    created: Time,
    delivered: Type.Optional(Time),
    status: Type.Optional(Type.Integer({ description: 'HTTP status of the last answer.' })),
    error: Type.Optional(Type.String()),
  },
  closed,
);
const Outcome = Type.Object(
  {
    delivered: Type.Boolean(),
    status: Type.Optional(Type.Integer()),
    error: Type.Optional(Type.String()),
    ms: Type.Integer({ minimum: 0 }),
  },
  closed,
);

export function webhookRoutes(app: App, limit: number): void {
  acceptJson(app, limit);

  app.get(
    '/api/desk/webhooks',
    {
      config,
      schema: {
        operationId: 'listWebhooks',
        summary: 'Webhooks of the institution',
        tags,
        querystring: NoQuery,
        response: { 200: answer('All.', pageOf(Webhook)), ...problems(401, 403) },
      },
    },
    async (request) => ({ items: await deskOf(request).desk.webhooks.list() }),
  );

  app.post(
    '/api/desk/webhooks',
    {
      config,
      schema: {
        operationId: 'addWebhook',
        summary: 'Add a webhook; its secret is told this one time',
        tags,
        querystring: NoQuery,
        body: Type.Object({ url: Url, events: Events }, closed),
        response: {
          201: answer('Added.', Type.Object({ ...webhook, secret: Type.String() }, closed)),
          ...problems(400, 401, 403, 413),
        },
      },
    },
    async (request, reply) => {
      const { url, events } = request.body;
      const added = await deskOf(request).desk.webhooks.add(url, events);
      if (added instanceof Refusal) return sendProblem(reply, added);
      reply.code(201).header('location', `/api/desk/webhooks/${added.view.id}`);
      return { ...added.view, secret: added.secret };
    },
  );

  app.patch(
    path,
    {
      config,
      schema: {
        operationId: 'changeWebhook',
        summary: 'Change a webhook, switch it off or on',
        description: 'Switched on again it goes on where it stopped.',
        tags,
        params,
        querystring: NoQuery,
        body: Type.Object(
          { url: Type.Optional(Url), events: Type.Optional(Events), active: Type.Optional(Type.Boolean()) },
          { ...closed, minProperties: 1 },
        ),
        response: { 200: answer('As it is now.', Webhook), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { url, events, active } = request.body;
      const changed = await deskOf(request).desk.webhooks.change(request.params.id, {
        ...(url !== undefined && { url }),
        ...(events !== undefined && { events }),
        ...(active !== undefined && { active }),
      });
      return changed instanceof Refusal ? sendProblem(reply, changed) : changed;
    },
  );

  app.delete(
    path,
    {
      config,
      schema: {
        operationId: 'removeWebhook',
        summary: 'Remove a webhook with what waits for it',
        tags,
        params,
        querystring: NoQuery,
        response: { 204: { description: 'Gone.' }, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const fault = await deskOf(request).desk.webhooks.remove(request.params.id);
      return fault === undefined ? reply.code(204).send() : sendProblem(reply, fault);
    },
  );

  app.get(
    `${path}/deliveries`,
    {
      config,
      schema: {
        operationId: 'listDeliveries',
        summary: 'What was delivered and what waits, newest first; the last 1,000 delivered are kept',
        tags,
        params,
        querystring: Type.Object(
          {
            cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
            limit: Type.Optional(
              Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$', description: '1 to 200; 50.' }),
            ),
          },
          closed,
        ),
        response: { 200: answer('One page.', pageOf(Delivery)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { cursor, limit: size = '50' } = request.query;
      const query = { limit: Number(size), ...(cursor !== undefined && { cursor }) };
      return deskOf(request).desk.webhooks.deliveries(request.params.id, query);
    },
  );

  app.post(
    `${path}/test`,
    {
      config,
      schema: {
        operationId: 'testWebhook',
        summary: 'Send one message of type `test` now, out of turn',
        tags,
        params,
        querystring: NoQuery,
        response: { 200: answer('What became of it.', Outcome), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const outcome = await deskOf(request).desk.webhooks.test(request.params.id);
      return outcome instanceof Refusal ? sendProblem(reply, outcome) : outcome;
    },
  );
}
