/** One command line against made-up peers, for tests. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { portableCrypto } from '../../kernel/crypto-portable.ts';
import { run } from '../run.ts';

export async function runLine(catalogue: Catalogue, words: readonly string[]) {
  let out = '';
  let err = '';
  const code = await run(words, {
    catalogue,
    crypto: portableCrypto,
    compile: () => () => undefined,
    version: '1.2.3',
    env: { LANG: 'en_US.UTF-8' },
    now: () => Date.parse('2026-11-10T00:00:00Z'),
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

/** A peer that answers each path (with its query) as `answer` says, and remembers what it was asked. */
export async function peer(
  answer: (url: URL) => unknown,
): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(JSON.stringify(answer(new URL(request.url ?? '', 'http://peer'))));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
