import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { portableCrypto } from '../kernel/crypto-portable.ts';
import { parcelProfile } from '../kernel/exchange/vectors/parcel.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { commands } from './commands.ts';
import { run } from './run.ts';

const catalogue = loadCatalogue([parcelProfile], compileSchema) as Catalogue;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-run-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function samur(line: string, env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const code = await run(line === '' ? [] : line.split(' '), {
    catalogue,
    crypto: portableCrypto,
    compile: compileSchema,
    version: '1.2.3',
    env: { SAMUR_DATA: folder, ...env },
    now: () => Date.parse('2025-03-10T00:00:00Z'),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: false,
  });
  return { code, out, err };
}

describe('the command line', () => {
  it('helps, and names every command', async () => {
    const { code, out } = await samur('help');
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect((await samur('')).code).toBe(2);
    expect((await samur('help nothing')).code).toBe(2);
    expect((await samur('--version')).out).toBe('samur 1.2.3\n');
  });

  it.each(['az,fr', 'fr', 'az,ru,en', 'az,'])('prints in one or two languages, not in %s', async (lang) => {
    const { code, out, err } = await samur(`print 3f2a9c01 --as az.example --lang ${lang}`);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toMatch(/az, ru, en|--lang/);
  });

  it.each(commands.map(({ name }) => name))('explains %s with examples that parse', async (name) => {
    for (const line of [`help ${name}`, `${name} --help`]) {
      const { code, out } = await samur(line);
      expect(code).toBe(0);
      expect(out).toContain(`samur ${name}`);
    }
    for (const example of commands.find((command) => command.name === name)!.examples) {
      const [words = ''] = example.split(' > ');
      const { err } = await samur(words.replace(/"[^"]*"/g, 'text').slice('samur '.length));
      expect(err).not.toMatch(/not known|number of arguments|no command/);
    }
  });

  it.each([
    ['dance', 'no command "dance"'],
    ['list --colour red', '"--colour" is not known'],
    ['list --limit', '--limit needs a value'],
    ['list --limit --json', '--limit needs a value'],
    ['list --json=yes', '--json takes no value'],
    ['list --limit 0', 'value of --limit'],
    ['list --direction up', 'value of --direction'],
    ['list --state Accepted', 'Names in use: '],
    ['list --lang de', 'value of --lang'],
    ['show', 'number of arguments'],
    ['show a b', 'number of arguments'],
    ['list', 'No server is named'],
    ['list --server localhost', 'begins with http'],
    ['list --as ../../etc', 'not the name of an institution'],
    ['list --as az.nobody', 'could not be read'],
    ['verify nowhere.json', 'could not be read'],
    ['ledger nothing', 'There is no "nothing"'],
  ])('answers 2 to %j', async (line, sentence) => {
    const { code, err, out } = await samur(line);
    expect(err).toContain(sentence);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('lists the reason codes where one may be given', async () => {
    expect((await samur('help withdraw')).out).toMatch(/Reason codes\n {2}mistake {2}Mistake/);
    expect((await samur('help list')).out).not.toContain('Reason codes');
  });

  it('answers 3 when no server is there', async () => {
    expect((await samur('list --server http://127.0.0.1:1')).code).toBe(3);
  });

  it('speaks the language of --lang, then that of the locale', async () => {
    expect((await samur('dance --lang az')).err).toContain('əmri yoxdur');
    expect((await samur('dance', { LANG: 'ru_RU.UTF-8' })).err).toContain('Команды');
    expect((await samur('dance --lang=en', { LANG: 'ru_RU.UTF-8' })).err).toContain('There is no command');
    expect((await samur('dance', { LANG: 'C' })).err).toContain('There is no command');
  });
});

describe('a peer at the address', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function listen(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('that is no Samur server gives 3', async () => {
    const address = await listen((_, response) => response.end('<html>'));
    expect((await samur(`list --server ${address}`)).code).toBe(3);
  });

  it('that has nothing of an unknown state gives 2 and the states there are', async () => {
    const address = await listen((_, response) => response.end('{"items":[]}'));
    const { code, err } = await samur(`list --state acepted --server ${address}`);
    expect(err).toMatch(/There is no "acepted"\. Names in use: .*accepted/);
    expect(code).toBe(2);
    expect((await samur(`list --state accepted --server ${address}`)).code).toBe(0);
  });

  it('is found by a name below localhost', async () => {
    const address = await listen((_, response) => response.end('{"items":[]}'));
    expect((await samur(`list --server ${address.replace('127.0.0.1', 'az.localhost')}`)).code).toBe(0);
  });

  it('that says its title again as a finding is told once', async () => {
    const said = { title: 'Out of turn.', code: 'state.out-of-turn' };
    const finding = { code: said.code, severity: 'refuse', path: '', text: said.title };
    const address = await listen((_, response) =>
      response.writeHead(422).end(JSON.stringify({ ...said, findings: [finding] })),
    );
    expect((await samur(`list --server ${address}`)).err).toBe('Out of turn. [state.out-of-turn]\n');
  });

  it('shows follow-ups by the number of what they follow', async () => {
    const line = { profile: 'parcel', issuer: 'az.alpha', to: ['ru.beta'], time: 0, state: 'effective', title: '' };
    const items = [
      { ...line, id: 'b'.repeat(64), type: 'verdict', number: '', about: 'a'.repeat(64) },
      { ...line, id: 'd'.repeat(64), type: 'verdict', number: '', about: 'c'.repeat(64) },
      { ...line, id: 'a'.repeat(64), type: 'parcel', number: 'P-1' },
    ];
    const address = await listen((_, response) => response.end(JSON.stringify({ items })));
    const rows = (await samur(`list --server ${address}`)).out.split('\n');
    expect(rows[1]).toContain('  → P-1  ');
    expect(rows[2]).toContain('  → cccccccccccc  ');
  });

  it('that redirects never gets the token', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    const address = await listen((_, response) => response.writeHead(302, { location: elsewhere }).end());
    expect((await samur(`list --server ${address} --token samur_x`)).code).toBe(3);
    expect(seen).toEqual([]);
  });

  it('that refuses gives 1, its sentence and its findings', async () => {
    const problem = {
      title: 'Rule broken.',
      code: 'rule.broken',
      findings: [{ code: 'x', severity: 'refuse', path: '/a', text: 'Bad\u001b[2J a.' }],
    };
    const address = await listen((_, response) => response.writeHead(422).end(JSON.stringify(problem)));
    const { code, err } = await samur(`list --server ${address}`);
    expect(err).toBe('Rule broken. [rule.broken]\n  refuse: Bad [2J a. [x] /a\n');
    expect(code).toBe(1);
    expect(JSON.parse((await samur(`list --json --server ${address}`)).out)).toEqual(problem);
  });

  it('gets token and address from the folder of --as', async () => {
    let seen: (string | undefined)[] = [];
    const address = await listen((request, response) => {
      seen = [request.url, request.headers.authorization, request.headers['accept-language']];
      response.setHeader('samur-demonstration', 'true');
      response.end('{"items":[]}');
    });
    await mkdir(join(folder, 'az', 'az.alpha'), { recursive: true });
    await writeFile(
      join(folder, 'az', 'az.alpha', 'client.json'),
      JSON.stringify({ server: address, token: 'samur_t' }),
    );
    const { code, out } = await samur('list --as az.alpha --text red --lang az');
    expect(seen).toEqual(['/api/records?q=red&limit=50', 'Bearer samur_t', 'az']);
    expect(out).toBe('NÜMAYİŞ — hüquqi qüvvəsi yoxdur\nHeç nə tapılmadı.\n');
    expect(code).toBe(0);
  });
});
