/** The public pages of two real servers: languages, headers, forms without script, hostile input. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { languages } from '../../kernel/finding.ts';
import { base32, checkCode } from '../../kernel/paper/check-code.ts';
import { readRecord } from '../../kernel/record/record.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';

let corridor: Corridor;
let az: Client;
let ru: Client;
let id: string;
let code: string;
const number = 'AZ-PC-2026-440001';
const pages = ['/', '/verify', '/status', '/about'];

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  id = (await az.post('/api/records?to=ru.fsvps', await certificateXml(number))).body.id;
  const catalogue = loadCatalogue(profiles, compileSchema);
  const jws = (await az.get(`/api/records/${id}.jws`)).body as unknown as string;
  const record = catalogue instanceof Refusal ? catalogue : readRecord(jws, nodeCrypto, catalogue.payloadCheck);
  if (record instanceof Refusal) throw new Error(record.code);
  code = checkCode(record, nodeCrypto);
  await until(
    () => ru.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

async function open(client: Client, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${client.server}${path}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function send(client: Client, path: string, typed: Record<string, string>) {
  const answer = await fetch(`${client.server}${path}`, { method: 'POST', body: new URLSearchParams(typed) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** What a browser would fetch, run or follow on its own account, and where links lead. */
function expectOwn(text: string): void {
  expect(text).not.toMatch(/\b(?:href|src|action|formaction|content)="(?:https?:|\/\/)/);
  expect(text).not.toMatch(/<style|\sstyle="|<script(?! type="module" src="\/assets\/)|\son[a-z]+="/);
}

describe.each(pages)('%s', (path) => {
  test.each(languages)('in %s', async (language) => {
    for (const client of [az, ru]) {
      const { status, headers, text } = await open(client, `${path}?lang=${language}`);
      expect([status, headers.get('content-type'), headers.get('content-language')]).toEqual([
        200,
        'text/html; charset=utf-8',
        language,
      ]);
      expect(text).toMatch(new RegExp(`^<!DOCTYPE html>\n<html lang="${language}">`));
      expect(text.match(/<h1>/g)).toHaveLength(1);
      expectOwn(text);
      for (const one of languages) expect(text).toContain(`href="${path}?lang=${one}" lang="${one}"`);
    }
  });

  test('speaks the browser’s language when nobody chose another', async () => {
    expect((await open(az, path, { 'accept-language': 'ru-RU,ru' })).text).toContain('<html lang="ru">');
    expect((await open(az, `${path}?lang="><script>`, { 'accept-language': 'az' })).text).toContain('<html lang="az">');
  });

  test('is sent under a policy that lets nothing else in', async () => {
    const { headers } = await open(az, path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('permissions-policy')).toContain(path === '/verify' ? 'camera=(self)' : 'camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('the state of a document', () => {
  test('is told as of sizes and times, with what it rests on, and kept nowhere', async () => {
    for (const client of [az, ru]) {
      const { status, headers, text } = await send(client, '/status?lang=en', { number: number.toLowerCase(), code });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(text).toContain('<h2>State: ');
      expect(text).toContain(number);
      expect(text).toMatch(/\d{1,2} \w+ 20\d\d, \d\d:\d\d UTC/);
      expect(text).toMatch(/<code class="origin">[a-z.]+localhost:\d+\/ru\.fsvps\/1<\/code>/);
      expect(text).toContain('This answer is the word of the server, not a proof.');
      expect(text).toContain(`href="/verify?lang=en#${base32(Uint8Array.fromHex(id))}/${code}"`);
      expectOwn(text);
    }
  });

  test('can be read in another language without typing again', async () => {
    const { text } = await send(az, '/status?lang=az', { number, code });
    expect(text).toContain('<html lang="az">');
    expect(text).toContain(`<input type="hidden" name="code" value="${code}">`);
    expect(text).toContain('formaction="/status?lang=ru"');
  });

  test('asks with POST, so that a code never stands in an address', async () => {
    expect((await open(az, '/status')).text).toContain('<form method="post" action="/status?lang=en" novalidate>');
    const queried = await open(az, `/status?number=${number}&code=${code}`);
    expect(queried.text).not.toContain('<h2>State');
    expect(queried.text).not.toContain(code);
  });

  test('is the same sentence for an unknown number and for a wrong code', async () => {
    const wrong = await send(az, '/status', { number, code: '0000-0000-0000' });
    const unknown = await send(az, '/status', { number: 'AZ-PC-2026-999999', code });
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    const plain = (text: string, typed: string) => text.replaceAll(typed, '#').replaceAll(code, '#');
    expect(plain(wrong.text.replaceAll('0000-0000-0000', '#'), number)).toBe(plain(unknown.text, 'AZ-PC-2026-999999'));
  });

  test('tells faults by field and keeps what was typed', async () => {
    const { status, text } = await send(az, '/status?lang=ru', { number: '', code: 'U2' });
    expect(status).toBe(400);
    expect(text).toContain('id="number-error">Введите номер документа.');
    expect(text).toMatch(/value="U2"[^>]* aria-describedby="code-hint code-error" aria-invalid="true"/);
    expect((await send(az, '/status', { number: 'x'.repeat(150), code })).text).toContain('100 characters');
  });

  test('survives what people send', async () => {
    const hostile = `"><script>alert(1)</script>'&\u0000\u202e`;
    const { status, text } = await send(az, '/status', { number: hostile, code: hostile });
    expect(status).toBe(400);
    expect(text).not.toContain('<script>');
    expectOwn(text.replaceAll('onload=', ''));
    const sent = (init: RequestInit) => fetch(`${az.server}/status`, { method: 'POST', ...init });
    expect((await sent({})).status).toBe(400);
    expect((await sent({ body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415);
    expect((await sent({ body: new URLSearchParams({ number: 'x'.repeat(5000) }) })).status).toBe(413);
    const twice = new URLSearchParams([
      ['code', '0'],
      ['code', code],
    ]);
    expect((await sent({ body: twice })).status).toBe(400);
  });
});

test('a page elsewhere cannot use up the questions of its visitors', async () => {
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  for (let i = 0; i < 31; i++) {
    const form = await fetch(`${ru.server}/status?lang=en`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ number, code }),
    });
    expect([form.status, (await form.text()).includes('<h2>State')]).toEqual([200, false]);
  }
  expect((await send(ru, '/status', { number, code })).status).toBe(200);
  for (const method of ['OPTIONS', 'POST']) {
    const asked = await fetch(`${ru.server}/api/check`, {
      method,
      headers: { ...headers, 'content-type': 'text/plain' },
    });
    expect([asked.ok, asked.headers.get('access-control-allow-origin')]).toEqual([false, null]);
  }
});

test('about names every key of both countries, and the pin that both servers give alike', async () => {
  const texts = await Promise.all([az, ru].map((client) => open(client, '/about?lang=en')));
  const trust = (await az.get('/api/trust')).body;
  const pins = texts.map(({ text }) => /<code>(\{\n {2}&quot;corridor[\s\S]*?)<\/code>/.exec(text)?.[1] ?? '');
  expect(JSON.parse((pins[0] ?? '').replaceAll('&quot;', '"'))).toEqual(trust.pin);
  expect(pins[1]).toBe(pins[0]);
  for (const { text } of texts) {
    // Two anchors, and four keys of each institution.
    const kids = [...text.matchAll(/kid <code>([\w-]{43})<\/code>/g)].map(([, kid]) => kid);
    expect(new Set(kids).size).toBe(10);
    for (const [, shown, kid] of text.matchAll(
      /<span class="fingerprint mono">([0-9a-f ]{79})<\/span>.*?kid <code>([\w-]{43})/g,
    ))
      expect(shown?.replaceAll(' ', '')).toBe(Buffer.from(kid ?? '', 'base64url').toString('hex'));
  }
});

test('the manifest and the protocol are there', async () => {
  const manifest = await open(az, '/manifest.webmanifest');
  expect(JSON.parse(manifest.text)).toMatchObject({ start_url: '/verify', display: 'standalone' });
  expect((await open(az, '/docs/protocol.md')).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect((await open(az, '/assets/nothing.js')).status).toBe(404);
});

test('an address that names nothing is a page to a browser, a problem document to a program', async () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'ru' };
  for (const path of ['/nothing', '/wp-login.php', '/verify/%3Cscript%3E']) {
    const page = await open(az, path, browser);
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.text).toContain('<html lang="ru"');
    expect(page.text).toContain('Такой страницы нет');
    const problem = await open(az, path, { accept: '*/*' });
    expect([problem.status, problem.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  }
});
