/** Status lists (W3C Bitstring Status List 1.0) of institutions hosted here and, from kept copies, of others. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { fromBase64url } from '../../kernel/bytes.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { InstitutionService } from '../institution/service.ts';
import { media, problems } from './describe.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { InstitutionId, NoQuery } from './schemas.ts';

const signedForm = 'application/vc+jwt';
const plainForm = 'application/vc';
const number = '[1-9][0-9]{0,8}';

/** Stands in the plain form, in the way VC 2.0 gives texts in several languages. */
const neverDecides = [
  {
    '@language': 'az',
    '@value':
      'Oxumaq üçün imzasız surət. Bu surət heç nəyi müəyyən etmir: yalnız siyahının öz ünvanında application/vc+jwt kimi verilən imzalı forma əsas götürülür.',
  },
  {
    '@language': 'ru',
    '@value':
      'Неподписанная копия для чтения. Она ничего не подтверждает: значение имеет только подписанная форма, которая выдаётся по адресу самого списка как application/vc+jwt.',
  },
  {
    '@language': 'en',
    '@value':
      'An unsigned copy for reading. It never decides anything: only the signed form does, served at the address of the list itself as application/vc+jwt.',
  },
];

export function statusListRoutes(app: App, { institutions, now }: AppOptions): void {
  const params = Type.Object({ institution: InstitutionId, number: Type.String({ pattern: `^${number}$` }) });
  const find = (id: string, list: string) => signedList(institutions, id, Number(list));

  app.get(
    `/status/:institution/:number(^${number}$)`,
    {
      config: { access: 'public' },
      schema: {
        operationId: 'statusList',
        summary: 'Status list of an institution, signed',
        description:
          'A BitstringStatusListCredential as compact JWS under the institution’s record key. Of an institution elsewhere: the newest copy held. Who accepts JSON alone is given the plain form.',
        tags: ['public'],
        params,
        querystring: NoQuery,
        response: { 200: media('Compact JWS.', signedForm, { type: 'string' }), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const jwt = await find(request.params.institution, request.params.number);
      if (jwt === undefined) return sendProblem(reply, refuse('request.not-found'));
      reply.header('vary', 'accept');
      if (wantsPlain(request.headers.accept)) return sendPlain(reply, request.url, jwt, now());
      return reply
        .header('cache-control', cachingOf(statementOf(jwt), now()))
        .type(signedForm)
        .send(jwt);
    },
  );

  app.get(
    `/status/:institution/:number(^${number}).json`,
    {
      config: { access: 'public' },
      schema: {
        operationId: 'plainStatusList',
        summary: 'Status list of an institution, unsigned: it never decides',
        tags: ['public'],
        params,
        querystring: NoQuery,
        response: {
          200: media('BitstringStatusListCredential without a proof.', plainForm, { type: 'object' }),
          ...problems(400, 404),
        },
      },
    },
    async (request, reply) => {
      const jwt = await find(request.params.institution, request.params.number);
      if (jwt === undefined) return sendProblem(reply, refuse('request.not-found'));
      return sendPlain(reply, request.url.replace(/\.json$/, ''), jwt, now());
    },
  );
}

async function signedList(
  institutions: ReadonlyMap<string, InstitutionService>,
  id: string,
  list: number,
): Promise<string | undefined> {
  const own = institutions.get(id);
  for (const service of own ? [own] : institutions.values()) {
    const jwt = await service.statusList(id, list);
    if (jwt !== undefined) return jwt;
  }
  return undefined;
}

/** Programs that know status lists as JSON alone ask for nothing else. */
function wantsPlain(accept = ''): boolean {
  return /json|application\/vc(?!\+)/.test(accept) && !/vc\+jwt|application\/jwt|\*\/\*/.test(accept);
}

function sendPlain(reply: FastifyReply, signed: string, jwt: string, now: number): FastifyReply {
  const statement = statementOf(jwt);
  return reply
    .header('cache-control', cachingOf(statement, now))
    .header('link', `<${signed}>; rel="alternate"; type="${signedForm}"`)
    .type(plainForm)
    .send(JSON.stringify({ ...statement, description: neverDecides }));
}

function statementOf(jwt: string): JsonObject {
  const bytes = fromBase64url(jwt.split('.')[1] ?? '');
  if (bytes instanceof Refusal) throw new Error('a status list that was made or verified here is not readable');
  return JSON.parse(new TextDecoder().decode(bytes)) as JsonObject;
}

/** Until its `ttl` is over. */
function cachingOf({ validFrom, credentialSubject }: JsonObject, now: number): string {
  const { ttl } = credentialSubject as { ttl: number };
  const left = Math.min(ttl, Date.parse(String(validFrom)) + ttl - now);
  return left < 1000 ? 'public, no-cache' : `public, max-age=${Math.floor(left / 1000)}`;
}
