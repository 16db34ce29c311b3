/** What records add up to, and how the channels stand. */
import { Type } from 'typebox';
import { Refusal } from '../../kernel/refusal.ts';
import { callerOf } from './access.ts';
import { json, problems } from './describe.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { KeyParameters, Name, NoQuery } from './schemas.ts';

const misconductLimit = 200;

export function ledgerRoutes(app: App): void {
  // One `key` comes from the query as a text, several as a list.
  app.addHook<{ Querystring: { key?: string | string[] } }>('preValidation', (request, _reply, done) => {
    const { query } = request;
    if (typeof query.key === 'string') query.key = [query.key];
    done();
  });

  app.get(
    '/api/registers/:profile/:register',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'readRegister',
        summary: 'Latest statements of a register',
        tags: ['registers and ledgers'],
        params: Type.Object({ profile: Name, register: Name }),
        querystring: KeyParameters,
        response: { 200: json('Rows in the order of their keys.', 'Register'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, register } = request.params;
      const { key = [], limit = '200' } = request.query;
      const items = await callerOf(request).service.register(`${profile}/${register}`, key, Number(limit));
      return items instanceof Refusal ? sendProblem(reply, items, { status: 404 }) : { items };
    },
  );

  app.get(
    '/api/ledgers/:profile/:ledger',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'readLedger',
        summary: 'Accounts of a ledger',
        tags: ['registers and ledgers'],
        params: Type.Object({ profile: Name, ledger: Name }),
        querystring: KeyParameters,
        response: { 200: json('Accounts in the order of their keys.', 'Ledger'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { profile, ledger } = request.params;
      const { key = [], limit = '200' } = request.query;
      const items = await callerOf(request).service.ledger(`${profile}/${ledger}`, key, Number(limit));
      return items instanceof Refusal ? sendProblem(reply, items, { status: 404 }) : { items };
    },
  );

  app.get(
    '/api/channels',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'listChannels',
        summary: 'Channels with size, receipt and lag',
        tags: ['channels'],
        querystring: NoQuery,
        response: { 200: json('All channels of the institution.', 'Channels'), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ items: await callerOf(request).service.channels() }),
  );

  app.get(
    '/api/misconduct',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'listMisconduct',
        summary: 'Proofs that an institution broke a promise of its log',
        description: 'Each can be checked by a third party that holds the trust list.',
        tags: ['channels'],
        querystring: NoQuery,
        response: { 200: json('Newest first.', 'Misconduct'), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ items: await callerOf(request).service.misconduct(misconductLimit) }),
  );
}
