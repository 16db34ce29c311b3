/** What records add up to, and how the channels stand. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { parseAsOf } from '../../kernel/state/history.ts';
import type { KeyQuery } from '../institution/service.ts';
import { callerOf } from './access.ts';
import { json, problems } from './describe.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { HistoryParameters, KeyParameters, Name, NoQuery } from './schemas.ts';

const misconductLimit = 200;

export function ledgerRoutes(app: App): void {
  // One `key` or `word` comes from the query as a text, several as a list.
  app.addHook<{ Querystring: Record<'key' | 'word', string | string[]> }>('preValidation', (request, _reply, done) => {
    const { query } = request;
    for (const name of ['key', 'word'] as const) if (typeof query[name] === 'string') query[name] = [query[name]];
    done();
  });

  app.get(
    '/api/registers/:profile/:register',
    {
      config: { access: 'read', action: 'registers.read' },
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
      const page = await callerOf(request).service.register(`${profile}/${register}`, keyQuery(request.query));
      return page instanceof Refusal ? sendProblem(reply, page) : page;
    },
  );

  app.get(
    '/api/registers/:profile/:register/history',
    {
      config: { access: 'read', action: 'registers.read' },
      schema: {
        operationId: 'readRegisterHistory',
        summary: 'All statements of a register, with who knew what when',
        description:
          'Both ends of a channel give the same answer once they are caught up. `known` names the recipients whose channel the institution holds: an issuer sees all of them, a recipient itself.',
        tags: ['registers and ledgers'],
        params: Type.Object({ profile: Name, register: Name }),
        querystring: HistoryParameters,
        response: {
          200: json('Rows in the order of their keys.', 'RegisterHistory'),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { profile, register } = request.params;
      const { on, ...query } = request.query;
      const time = on === undefined ? undefined : parseAsOf(on);
      if (on !== undefined && time === undefined)
        return sendProblem(reply, refuse('input.bad-value', { name: 'on' }, '/query/on'));
      const { service } = callerOf(request);
      const page = await service.registerHistory(`${profile}/${register}`, keyQuery(query), time);
      return page instanceof Refusal ? sendProblem(reply, page) : page;
    },
  );

  app.get(
    '/api/ledgers/:profile/:ledger',
    {
      config: { access: 'read', action: 'registers.read' },
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
      const page = await callerOf(request).service.ledger(`${profile}/${ledger}`, keyQuery(request.query));
      return page instanceof Refusal ? sendProblem(reply, page) : page;
    },
  );

  app.get(
    '/api/channels',
    {
      config: { access: 'read', action: 'corridor.read' },
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
      config: { access: 'read', action: 'corridor.read' },
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

function keyQuery({ key = [], word = [], cursor, limit = '200' }: KeyParameters): KeyQuery {
  return { prefix: key, words: word, limit: Number(limit), ...(cursor !== undefined && { cursor }) };
}
