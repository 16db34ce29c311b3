/** A founded corridor with its real servers on free ports, in a folder of its own. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../kernel/profile.ts';
import { Refusal } from '../kernel/refusal.ts';
import { profiles as allProfiles } from '../profiles/index.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { countryFolder, type FoundingCountry, foundCorridor } from '../server/founding.ts';
import { type RunningServer, startServer } from '../server/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Of many shapes: tests look into what they expect. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Client {
  readonly server: string;
  readonly token: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Corridor {
  readonly data: string;
  readonly servers: Map<string, RunningServer>;
  client(institution: string): Promise<Client>;
  start(country: string): Promise<RunningServer>;
  stop(country: string): Promise<void>;
  end(): Promise<void>;
}

let portsGiven = 0;

/**
 * A free port below the range that outgoing connections take theirs from. Test files run side by side, each in a
 * process of its own: each has ports of its own, or two corridors could be founded on one.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + (process.pid % 1100) * 20 + (portsGiven++ % 20);
    // fetch refuses it: a port that browsers keep from web pages.
    if (port === 10_080) continue;
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (free) return port;
  }
}

export interface CorridorOptions {
  readonly az?: readonly string[];
  readonly ru?: readonly string[];
  readonly profiles?: readonly Profile[];
  /** What each institution may do. */
  readonly functions?: (institution: string) => readonly string[];
  readonly start?: boolean;
  /** The clock of both servers, ms since 1970. */
  readonly now?: () => number;
}

const usualFunctions = (id: string) => (/\.(customs|fts)$/.test(id) ? ['customs'] : ['nppo', 'laboratory']);

export async function foundTestCorridor(options: CorridorOptions = {}): Promise<Corridor> {
  const profiles = options.profiles ?? allProfiles;
  const now = options.now ?? Date.now;
  const data = await mkdtemp(join(tmpdir(), 'samur-'));
  const institutions = (ids: readonly string[]) =>
    ids.map((id) => ({
      id,
      names: { az: id, ru: id, en: id },
      functions: (options.functions ?? usualFunctions)(id),
    }));
  const countries: [FoundingCountry, FoundingCountry] = [
    { country: 'AZ', port: await freePort(), institutions: institutions(options.az ?? ['az.afsa']) },
    { country: 'RU', port: await freePort(), institutions: institutions(options.ru ?? ['ru.fsvps']) },
  ];
  await foundCorridor(
    { data, corridor: 'az-ru', demonstration: true, countries, profiles, log: 'silent', now: now() },
    nodeCrypto,
  );
  const servers = new Map<string, RunningServer>();
  const corridor: Corridor = {
    data,
    servers,
    client: (institution) => clientOf(data, institution),
    async start(country) {
      const server = await startServer(countryFolder(data, country), profiles, now);
      if (server instanceof Refusal) throw new Error(`${server.code} ${JSON.stringify(server.detail)}`);
      servers.set(country, server);
      return server;
    },
    async stop(country) {
      await servers.get(country)?.stop();
      servers.delete(country);
    },
    async end() {
      for (const country of [...servers.keys()]) await corridor.stop(country);
      await rm(data, { recursive: true, force: true });
    },
  };
  if (options.start !== false) for (const { country } of countries) await corridor.start(country);
  return corridor;
}

export async function clientOf(data: string, institution: string): Promise<Client> {
  const folder = join(countryFolder(data, institution.slice(0, 2)), institution);
  const { server, token } = JSON.parse(await readFile(join(folder, 'client.json'), 'utf8')) as Record<string, string>;
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${server}${path}`, { ...init, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    server: server as string,
    token: token as string,
    get: (path) => call(path, {}),
    post: (path, body, headers = {}) => {
      const type = typeof body === 'string' ? 'application/xml' : 'application/json';
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return call(path, { method: 'POST', body: text, headers: { 'content-type': type, ...headers } });
    },
  };
}

/** Asks again until the answer fits, or fails with the last one. A delivery that failed may pause for 30 seconds. */
export async function until<T>(ask: () => Promise<T>, fits: (value: T) => boolean, seconds = 45): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (fits(value)) return value;
    if (Date.now() > end) throw new Error(`still: ${JSON.stringify(value).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const template = new URL('../profiles/phytosanitary/vectors/valid/apples.xml', import.meta.url);

/** An XML certificate with a number of its own. */
export async function certificateXml(number: string): Promise<string> {
  const text = await readFile(template, 'utf8');
  return text.replace(/(<ram:ID[^>]*>)[^<]+/, `$1${number}`);
}
