import type { RouteOptions } from 'fastify';
import pino from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { profiles } from '../../../profiles/index.ts';
import { type Corridor, foundTestCorridor } from '../../../test/corridor.ts';
import { nodeCrypto } from '../../crypto-node.ts';
import type { Desk } from '../../desk/desk.ts';
import { actions, matrix, mayDo, type Role, roles } from '../../desk/roles.ts';
import { compileSchema } from '../../schema-compiler.ts';
import { createApp } from '../app.ts';

const institution = 'az.afsa';
const host = 'localhost:8401';
let corridor: Corridor;
let app: ReturnType<typeof createApp>;
let desk: Desk;
interface Route {
  readonly method: string;
  readonly url: string;
  readonly config: NonNullable<RouteOptions['config']>;
  readonly hidden: boolean;
}
const routes: Route[] = [];

/** What whoever knows the address may ask of a desk: nothing else may ever be added in passing. */
const entrances = [
  'GET /api/desk/entry',
  'POST /api/desk/invitations/read',
  'POST /api/desk/passkeys',
  'POST /api/desk/passkeys/options',
  'POST /api/desk/recovery',
  'POST /api/desk/sign-in',
  'POST /api/desk/sign-in/demonstration',
  'POST /api/desk/sign-in/options',
];

beforeAll(async () => {
  corridor = await foundTestCorridor();
  const server = corridor.servers.get('AZ')!;
  desk = server.desks.get(institution)!;
  const catalogue = loadCatalogue(profiles, compileSchema);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  app = createApp({
    country: 'AZ',
    corridor: 'az-ru',
    demonstration: true,
    hosts: [host],
    institutions: server.institutions,
    desks: server.desks,
    catalogue,
    access: { find: async () => undefined },
    crypto: nodeCrypto,
    logger: pino({ level: 'silent' }),
    metrics: new Registry(),
    now: Date.now,
    ready: () => true,
  });
  app.addHook('onRoute', ({ method, url, schema, config = {} }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD' && one !== 'OPTIONS') routes.push({ method: one, url, config, hidden: schema?.hide === true });
  });
  await app.ready();
}, 60_000);

afterAll(async () => {
  await app.close();
  await corridor.end();
});

function addressed(url: string): string {
  const parts = url.replace(/:[A-Za-z]+\(\^\[0-9a-f\]\{64\}\$?\)/g, '0'.repeat(64));
  return parts.replace(/:[A-Za-z]+(\([^)]*\))?/g, 'unknown').replaceAll('*', 'unknown');
}

async function ask({ method, url }: { method: string; url: string }, cookie?: string) {
  const answer = await app.inject({
    method: method as 'GET',
    url: addressed(url),
    headers: {
      host,
      origin: `http://${host}`,
      ...(cookie !== undefined && { cookie }),
      ...(method !== 'GET' && method !== 'DELETE' && { 'content-type': 'application/json' }),
    },
    ...(method !== 'GET' && method !== 'DELETE' && { payload: '{}' }),
    payloadAsStream: true,
  });
  const stream = answer.stream();
  const isProblem = String(answer.headers['content-type']).includes('problem+json');
  const text: Buffer[] = [];
  if (isProblem) for await (const piece of stream) text.push(piece as Buffer);
  else stream.destroy();
  const code = isProblem ? (JSON.parse(Buffer.concat(text).toString()).code as string) : undefined;
  return { status: answer.statusCode, code };
}

test('every route says who may call it, and every action is some route’s', async () => {
  const closed = routes.filter(({ config }) => config.access === undefined && config.action === undefined);
  // Made public by its part as a whole, after the routes were told here.
  const described = closed.filter(({ url }) => !/^\/api\/(docs|openapi\.json)/.test(url));
  expect(described.filter(({ url }) => url.startsWith('/api')).map(({ method, url }) => `${method} ${url}`)).toEqual(
    [],
  );
  const open = routes.filter(({ url, config }) => url.startsWith('/api/desk') && config.access === 'public');
  const told = open.filter(({ hidden }) => !hidden).map(({ method, url }) => `${method} ${url}`);
  expect(told.sort()).toEqual(entrances);
  for (const route of open.filter(({ hidden }) => hidden))
    expect((await ask(route)).status, `${route.method} ${route.url}`).toBe(405);
  const asked = new Set(routes.map(({ config }) => config.action));
  // What an institution tells of the exchange itself is the command line's, but its role is settled here.
  expect(actions.filter((action) => !asked.has(action))).toEqual(['exchange.administer']);
});

test('nobody gets in without a session or token', async () => {
  for (const route of routes.filter(({ config }) => (config.access ?? config.action) !== undefined)) {
    const { access } = route.config;
    if (access === 'public' || access === 'signed') continue;
    for (const cookie of [undefined, `samur-session=${institution}.${'A'.repeat(43)}`])
      expect((await ask(route, cookie)).status, `${route.method} ${route.url}`).toBe(401);
  }
}, 30_000);

test.each(roles)(
  'a person who is %s alone may do exactly what the matrix says',
  async (role: Role) => {
    const person = await desk.people.add({ name: 'Test', roles: [role], language: 'en' });
    let checked = 0;
    for (const route of routes) {
      const { access, action } = route.config;
      if (access === 'public' || access === 'signed' || (access === undefined && action === undefined)) continue;
      const { secret } = await desk.sessions.begin(person.id, 'none', 'test');
      const { status, code } = await ask(route, `samur-session=${institution}.${secret}`);
      const name = `${route.method} ${route.url} (${action}): ${status} ${code}`;
      if (action === undefined) expect(code, name).toBe('access.token-missing');
      else if (mayDo([role], action)) expect([401, 403], name).not.toContain(status);
      else expect([status, code], name).toEqual([403, 'access.not-allowed']);
      checked++;
    }
    expect(checked).toBeGreaterThan(40);
  },
  30_000,
);

test('roles add up, and none may nothing', () => {
  for (const action of actions) {
    expect(matrix[action].length, action).toBeGreaterThan(0);
    expect(mayDo([], action)).toBe(false);
    expect(mayDo(['auditor', 'signatory'], action)).toBe(mayDo(['auditor'], action) || mayDo(['signatory'], action));
  }
  expect(mayDo(['administrator'], 'records.sign')).toBe(false);
  expect(mayDo(['supervisor'], 'records.sign')).toBe(false);
  expect(mayDo(['auditor'], 'people.manage')).toBe(false);
});
