/** Where nobody can sign in, a server tells its administrator's link at its start, and nothing of it in its log. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { profiles } from '../../profiles/index.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder, type FoundingCountry, foundCorridor } from '../../server/founding.ts';
import { freePort } from '../corridor.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
let data: string;
let folder: string;
let port: number;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'samur-'));
  const country = async (name: string, id: string): Promise<FoundingCountry> => ({
    country: name,
    port: await freePort(),
    institutions: [{ id, names: { az: id, ru: id, en: id }, functions: ['nppo'] }],
  });
  const countries: [FoundingCountry, FoundingCountry] = [
    await country('AZ', 'az.afsa'),
    await country('RU', 'ru.fsvps'),
  ];
  port = countries[0].port;
  const now = Date.now();
  await foundCorridor(
    { data, corridor: 'az-ru', demonstration: false, countries, profiles, log: 'debug', now },
    nodeCrypto,
  );
  folder = countryFolder(data, 'AZ');
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** Runs the server until it says `line`; gives what it printed and what `ask` answered. */
async function run<T>(line: RegExp, ask: (printed: string) => Promise<T>): Promise<{ printed: string; answer: T }> {
  const child = spawn(process.execPath, [main, 'serve', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const found = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        printed += text.toString();
        if (line.test(printed)) resolve();
      });
    child.once('exit', () => reject(new Error(printed)));
  });
  await found;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const answer = await ask(printed).finally(() => child.kill('SIGTERM'));
  await ended;
  return { printed, answer };
}

const post = (path: string, origin: string, body: unknown) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });

test('without an origin nobody signs in, and the console says why', async () => {
  const { answer } = await run(/names no origin/, () =>
    post('/api/desk/sign-in/options', `http://127.0.0.1:${port}`, { institution: 'az.afsa' }),
  );
  expect(await answer.json()).toMatchObject({ status: 409, code: 'access.no-origin' });
});

test('with one, a link that works is told until somebody has used it', async () => {
  const file = join(folder, 'server.json');
  const config = JSON.parse(await readFile(file, 'utf8')) as object;
  const origin = 'https://desk.example.az';
  await writeFile(file, JSON.stringify({ ...config, origin }));
  const link = /first administrator, until \S+: https:\/\/desk\.example\.az\/desk\/join#(az\.afsa\.[\w-]{43})\n/;
  const first = await run(link, async (printed) => {
    const token = link.exec(printed)?.[1];
    const read = await post('/api/desk/invitations/read', origin, { token });
    const entry = await fetch(`http://127.0.0.1:${port}/api/desk/entry`);
    const oneClick = await post('/api/desk/sign-in/demonstration', origin, { institution: 'az.afsa', person: 'x' });
    return { token, read: await read.json(), entry: await entry.json(), oneClick: oneClick.status };
  });
  expect(first.answer).toMatchObject({
    read: { purpose: 'join', roles: ['administrator'] },
    entry: { demonstration: false, people: [] },
    oneClick: 404,
  });
  // Told on the console, once, and by no line of the log.
  expect(first.printed.split(first.answer.token ?? '?')).toHaveLength(2);
  const second = await run(link, async (printed) => link.exec(printed)?.[1]);
  expect(second.answer).not.toBe(first.answer.token);
});
