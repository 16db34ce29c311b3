import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { nodeCrypto } from '../../crypto-node.ts';
import { compileSchema } from '../../schema-compiler.ts';
import { readWebFiles, type WebFiles } from '../../web-files.ts';
import { type AppOptions, createApp } from '../app.ts';
import { questionsAMinute } from '../client-limit.ts';

const host = 'az.example';
const log: string[] = [];
const apps: ReturnType<typeof createApp>[] = [];
const bytes = (text: string) => new TextEncoder().encode(text);
const web: WebFiles = {
  version: '9.9.9',
  assets: { 'style.css': '/assets/style-1.css', 'icons/icon.svg': '/assets/icon-1.svg' },
  files: new Map([
    ['/assets/style-1.css', { bytes: bytes('a{}'), type: 'text/css; charset=utf-8' }],
    ['/service-worker.js', { bytes: bytes('0'), type: 'text/javascript; charset=utf-8' }],
  ]),
};

function appWith(changes: Partial<AppOptions> = {}) {
  const catalogue = loadCatalogue([], compileSchema);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const app = createApp({
    country: 'AZ',
    corridor: 'az-ru',
    demonstration: false,
    hosts: [host],
    institutions: new Map(),
    desks: new Map(),
    catalogue,
    access: { find: async () => undefined },
    crypto: nodeCrypto,
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    metrics: new Registry(),
    now: () => Date.parse('2026-11-22T10:00:00Z'),
    ready: () => true,
    web,
    ...changes,
  });
  apps.push(app);
  return app;
}

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  log.length = 0;
});

const get = (url: string, app = appWith(), headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { host, ...headers } });

describe('built files', () => {
  test('are named by pages and kept for ever; what must change is asked for each time', async () => {
    const app = appWith();
    const page = await get('/', app);
    expect(page.body).toContain('<link rel="stylesheet" href="/assets/style-1.css">');
    expect(page.body).toContain('9.9.9');
    const style = await get('/assets/style-1.css', app);
    expect([style.body, style.headers['cache-control']]).toEqual(['a{}', 'public, max-age=31536000, immutable']);
    for (const url of ['/service-worker.js', '/manifest.webmanifest'])
      expect((await get(url, app)).headers['cache-control'], url).toBe('no-cache');
    expect((await get('/manifest.webmanifest', app)).json().icons).toMatchObject([{ src: '/assets/icon-1.svg' }]);
    for (const url of ['/assets/%2e%2e%2fservice-worker.js', '/assets/style-2.css'])
      expect((await get(url, app)).statusCode, url).not.toBe(200);
  });

  test('are read from the folder of the build; without one there are none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samur-web-'));
    try {
      expect((await readWebFiles(folder)).files.size).toBe(0);
      await mkdir(join(folder, 'assets'));
      await writeFile(join(folder, 'assets', 'a-1.js'), '1');
      await writeFile(join(folder, 'service-worker.js'), '2');
      expect((await readWebFiles(folder)).files.size).toBe(0);
      await writeFile(join(folder, 'assets.json'), '{"a.js":"/assets/a-1.js"}');
      const read = await readWebFiles(folder);
      expect([...read.files.keys()]).toEqual(['/assets/a-1.js', '/service-worker.js']);
      expect(read.files.get('/assets/a-1.js')?.type).toBe('text/javascript; charset=utf-8');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('behind a proxy', () => {
  const secure = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };

  test('that is named, its word on the scheme counts; of nobody else', async () => {
    const header = 'strict-transport-security';
    expect((await get('/', appWith({ proxies: ['127.0.0.1'] }), secure)).headers[header]).toBe('max-age=31536000');
    expect((await get('/', appWith({ proxies: ['192.0.2.1'] }), secure)).headers[header]).toBeUndefined();
    expect((await get('/', appWith(), secure)).headers[header]).toBeUndefined();
  });

  test('each client has a count of its own, and no address is logged', async () => {
    const app = appWith({ proxies: ['127.0.0.1'] });
    const ask = (client: string) =>
      app.inject({
        method: 'POST',
        url: '/api/check',
        headers: { host, 'x-forwarded-for': client },
        payload: { number: 'A-1', code: '0000-0000-0000' },
      });
    for (let i = 0; i < questionsAMinute; i++) expect((await ask('192.0.2.7')).statusCode).toBe(404);
    expect((await ask('192.0.2.7')).statusCode).toBe(429);
    expect((await ask('192.0.2.8')).statusCode).toBe(404);
    expect(log.join('')).not.toMatch(/192\.0\.2|A-1|0000-0000/);
  });

  test('all addresses of one IPv6 network are one client, an IPv4 address in either form too', async () => {
    const app = appWith({ proxies: ['127.0.0.1'] });
    const ask = async (client: string) =>
      (
        await app.inject({
          method: 'POST',
          url: '/api/check',
          headers: { host, 'x-forwarded-for': client },
          payload: { number: 'A-1', code: '0000-0000-0000' },
        })
      ).statusCode;
    for (let i = 0; i < questionsAMinute; i++) {
      expect(await ask(`2001:db8::${i.toString(16)}:1`)).toBe(404);
      expect(await ask(i % 2 === 0 ? '192.0.2.7' : '::ffff:192.0.2.7')).toBe(404);
    }
    expect(await Promise.all(['2001:DB8:0:0:ffff::1', '::ffff:c000:207', '192.0.2.7'].map(ask))).toEqual([
      429, 429, 429,
    ]);
    expect(await Promise.all(['2001:db8:0:1::1', '::ffff:192.0.2.8'].map(ask))).toEqual([404, 404]);
  });

  test('that nobody named, a forged address changes nothing', async () => {
    const app = appWith();
    let last = 0;
    for (let i = 0; i <= questionsAMinute; i++)
      last = (
        await app.inject({
          method: 'POST',
          url: '/api/check',
          headers: { host, 'x-forwarded-for': `192.0.2.${i}` },
          payload: { number: 'A-1', code: '0000-0000-0000' },
        })
      ).statusCode;
    expect(last).toBe(429);
  });
});
