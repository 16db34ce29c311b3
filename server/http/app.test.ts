import pino from 'pino';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { dictionaryFor } from '../../kernel/paper/dictionaries.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { nodeCrypto } from '../crypto-node.ts';
import { compileSchema } from '../schema-compiler.ts';
import { type TokenHolder, tokenDigest } from './access.ts';
import { type AppOptions, createApp } from './app.ts';

const host = 'az.localhost:8401';
const catalogue = loadCatalogue([], compileSchema);
if (catalogue instanceof Refusal) throw new Error(catalogue.code);

const log: string[] = [];
const apps: ReturnType<typeof createApp>[] = [];

function appWith(changes: Partial<AppOptions> = {}) {
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const app = createApp({
    country: 'AZ',
    corridor: 'az-ru',
    demonstration: true,
    hosts: [host, '127.0.0.1:8401'],
    institutions: new Map(),
    desks: new Map(),
    catalogue,
    access: { find: async () => undefined },
    crypto: nodeCrypto,
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    metrics: new Registry(),
    now: () => Date.parse('2026-11-21T18:00:00Z'),
    ready: () => true,
    ...changes,
  });
  apps.push(app);
  return app;
}

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  log.length = 0;
});

type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS';
  headers?: Record<string, string>;
  payload?: string;
};

function ask(url: string, { headers = {}, ...rest }: Ask = {}, app = appWith()) {
  return app.inject({ method: 'GET', url, ...rest, headers: { host, ...headers } });
}

describe('at the edge', () => {
  test('a foreign Host is refused before anything else', async () => {
    const answer = await ask('/healthz', { headers: { host: 'rebound.example' } });
    expect(answer.statusCode).toBe(421);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual({
      type: 'urn:samur:problem:request.wrong-host',
      title: expect.stringContaining('rebound.example'),
      status: 421,
      code: 'request.wrong-host',
      findings: [],
      demonstration: true,
    });
  });

  test('the Host is compared without regard to case', async () => {
    expect((await ask('/healthz', { headers: { host: 'AZ.localhost:8401' } })).statusCode).toBe(200);
  });

  test.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'X-Forwarded-Anything'])(
    'a demonstration server refuses %s',
    async (name) => {
      expect((await ask('/healthz', { headers: { [name]: 'x' } })).json().code).toBe('request.forwarded');
      const production = appWith({ demonstration: false });
      expect((await ask('/healthz', { headers: { [name]: 'x' } }, production)).statusCode).toBe(200);
    },
  );

  test('every answer of a demonstration server says so, no other', async () => {
    for (const url of ['/healthz', '/nowhere', '/api/records', '/']) {
      expect((await ask(url)).headers['samur-demonstration'], url).toBe('true');
      expect((await ask(url, {}, appWith({ demonstration: false }))).headers).not.toHaveProperty('samur-demonstration');
    }
    expect((await ask('/nowhere', {}, appWith({ demonstration: false }))).json()).not.toHaveProperty('demonstration');
  });

  test('every answer carries the security headers', async () => {
    for (const url of ['/healthz', '/nowhere', '/', '/api/docs/', '/api/openapi.json']) {
      const { headers } = await ask(url);
      expect(headers['content-security-policy'], url).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
      expect(headers, url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
    }
  });

  test('an unknown address and a URL that cannot be decoded are problems', async () => {
    for (const url of [
      '/nowhere',
      '/api/records/xyz',
      '/%zz',
      '/log/%zz',
      '/api/records/',
      '/log/a.example/b/0/checkpoint',
    ]) {
      const answer = await ask(url);
      expect([answer.statusCode, answer.json().code], url).toEqual([404, 'request.not-found']);
    }
  });

  test('another method is told which ones there are, whatever its body', async () => {
    const answer = await ask('/api/trust', {
      method: 'POST',
      headers: { 'content-type': 'text/strange' },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD');
    expect(answer.json().code).toBe('request.method-not-allowed');
    expect((await ask('/api/records', { method: 'DELETE' })).headers['allow']).toBe('GET, HEAD, POST');
    expect((await ask('/api/events', { method: 'HEAD' })).statusCode).toBe(405);
  });

  test('members that a query does not have are refused, each with its place', async () => {
    const answer = await ask('/api/trust?colour=red&a~b/c=1');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('input.unknown-member');
    expect(answer.json().findings.map((finding: { path: string }) => finding.path)).toEqual([
      '/query/colour',
      '/query/a~0b~1c',
    ]);
  });
});

describe('access', () => {
  const token = `samur_${'a'.repeat(43)}`;

  test('without a token nothing but the open addresses answers', async () => {
    const app = appWith();
    await app.ready();
    const open = new Set<string>();
    const paths = Object.entries((app as unknown as { swagger(): { paths: object } }).swagger().paths);
    for (const [path, methods] of paths)
      for (const method of Object.keys(methods)) {
        const url = path
          .replace('{id}', '0'.repeat(64))
          .replace('{digest}', '0'.repeat(64))
          .replace(/\{\w+\}/g, 'az.x');
        const { statusCode } = await ask(url, { method: method.toUpperCase() as 'GET' }, app);
        if (statusCode !== 401) open.add(`${method} ${path}`);
        else expect(await ask(url, { method: method.toUpperCase() as 'GET' }, app)).toMatchObject({ statusCode: 401 });
      }
    expect([...open].sort()).toEqual([
      'get /api/desk/entry',
      'get /api/trust',
      'get /healthz',
      'get /log/{path}',
      'get /metrics',
      'get /ns/dictionary/{id}',
      'get /ns/record/v1',
      'get /ns/{profile}/{type}/{version}',
      'get /readyz',
      'get /status/{institution}/{number}',
      'get /status/{institution}/{number}.json',
      'get /{institution}/did.json',
      'post /api/check',
      'post /api/desk/invitations/read',
      'post /api/desk/passkeys',
      'post /api/desk/passkeys/options',
      'post /api/desk/recovery',
      'post /api/desk/sign-in',
      'post /api/desk/sign-in/demonstration',
      'post /api/desk/sign-in/options',
      // No institution lives here, so there is nothing to sign for.
      'post /exchange/{institution}/entries',
      'put /exchange/{institution}/annexes/{digest}',
    ]);
  });

  test.each([
    ['none', undefined, 'access.token-missing', 'Bearer realm="samur"'],
    ['another scheme', `Basic ${token}`, 'access.token-unknown', 'Bearer realm="samur", error="invalid_token"'],
    ['too short', 'Bearer samur_abc', 'access.token-unknown', 'Bearer realm="samur", error="invalid_token"'],
    ['unknown', `Bearer ${token}`, 'access.token-unknown', 'Bearer realm="samur", error="invalid_token"'],
  ])('%s', async (_, authorization, code, challenge) => {
    const answer = await ask('/api/records', { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe(code);
    expect(answer.headers['www-authenticate']).toBe(challenge);
  });

  test('the register is asked for a digest, and a token of an institution that lives elsewhere is none', async () => {
    const asked: string[] = [];
    const find = async (digest: string): Promise<TokenHolder> => {
      asked.push(digest);
      return { institution: 'az.elsewhere', name: 'client', rights: ['read'] };
    };
    const answer = await ask(
      '/api/records',
      { headers: { authorization: `Bearer ${token}` } },
      appWith({ access: { find } }),
    );
    expect(answer.json().code).toBe('access.token-unknown');
    expect(asked).toEqual([tokenDigest(token)]);
    expect(log.join('')).not.toContain(token);
  });

  test('a register that fails is a fault of the server, told by a number that stands in the log', async () => {
    const find = () => Promise.reject(new Error('disk on fire at /secret/path'));
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'ru' };
    const answer = await ask('/api/records', { headers }, appWith({ access: { find } }));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    const number = /номер: ([0-9a-z-]+)/.exec(answer.json().title)?.[1];
    expect(log.find((line) => line.includes('disk on fire'))).toContain(`"request":"${number}"`);
  });
});

describe('words', () => {
  test.each([
    ['az', 'az', 'Bu ünvanda heç nə tapılmadı.'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru', 'По этому адресу ничего не найдено.'],
    ['de', 'en', 'Nothing was found at this address.'],
  ])('Accept-Language %s', async (asked, language, start) => {
    const answer = await ask('/nowhere', { headers: { 'accept-language': asked } });
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.json().title).toMatch(new RegExp(`^${start}`));
  });

  test('the front page speaks the language asked for, by header or by switch', async () => {
    const russian = await ask('/', { headers: { 'accept-language': 'ru' } });
    expect(russian.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(russian.body).toContain('<html lang="ru">');
    expect(russian.body).toContain('Демонстрационный сервер.');
    const switched = await ask('/?lang=az', { headers: { 'accept-language': 'ru' } });
    expect(switched.body).toContain('<html lang="az">');
    expect(switched.body).toContain('aria-current="true">Azərbaycanca');
    expect((await ask('/', {}, appWith({ demonstration: false }))).body).not.toContain('class="demonstration"');
    expect((await ask('/?lang=de&utm=x', { headers: { 'accept-language': 'ru' } })).body).toContain('<html lang="ru">');
  });
});

describe('health and description', () => {
  test('alive always, ready only with institutions that answer', async () => {
    expect((await ask('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await ask('/readyz', {}, appWith({ ready: () => false }))).statusCode).toBe(503);
    expect((await ask('/readyz')).json().code).toBe('server.unavailable');
  });

  test('figures name routes, never addresses', async () => {
    const app = appWith();
    await ask('/log/secret.example/ru.x/1/checkpoint', {}, app);
    await ask('/nowhere-secret', {}, app);
    const { body } = await ask('/metrics', {}, app);
    expect(body).toContain('samur_http_request_seconds_count{method="GET",route="/log/*",status="404"} 1');
    expect(body).toContain('route="unknown",status="404"');
    expect(body).not.toContain('secret');
    expect(log.join('')).not.toContain('secret');
  });

  test('the description is OpenAPI 3.1 and every reference in it resolves', async () => {
    const document = (await ask('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const names = new Set(Object.keys(document.components.schemas));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!);
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(names).toContain(reference.split('/').at(-1));
    }
    for (const [path, methods] of Object.entries<Record<string, Record<string, unknown>>>(document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        const told = operation as { operationId?: string; summary?: string; tags?: unknown; responses: object };
        expect(told, `${method} ${path}`).toMatchObject({
          operationId: expect.any(String),
          summary: expect.any(String),
        });
        expect(Object.keys(told.responses), `${method} ${path}`).toContain('500');
      }
  });

  test('the page that shows it asks no other host', async () => {
    const page = await ask('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect((await ask('/api/docs/static/swagger-ui-bundle.js')).statusCode).toBe(200);
  });

  test('schemas of record types and the context of records are open to all', async () => {
    const schema = await ask('/ns/exchange/refusal/1');
    expect(schema.headers).toMatchObject({
      'content-type': 'application/schema+json; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    expect(schema.json()).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
    expect((await ask('/ns/exchange/refusal/2')).statusCode).toBe(404);
    expect((await ask('/ns/record/v1')).json()['@context']).toHaveProperty('samur');
  });

  test('dictionaries of printed codes are open to all, under the digest of what is served', async () => {
    const { id } = dictionaryFor({}, nodeCrypto);
    const text = await ask(`/ns/dictionary/${id}`);
    expect(text.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
      'access-control-allow-origin': '*',
    });
    expect(nodeCrypto.sha256(text.rawPayload).toHex()).toMatch(new RegExp(`^${id}`));
    expect((await ask('/ns/dictionary/00000000')).statusCode).toBe(404);
    expect((await ask('/ns/dictionary/0')).statusCode).toBe(404);
  });
});
