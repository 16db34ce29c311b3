import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkTarget, post } from './webhook-post.ts';
import { webhookSignature } from './webhook-signature.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

async function receiver(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

const secret = new Uint8Array(32).fill(7);
const message = { id: 'msg_1', body: '{"type":"test"}' };
const send = (url: string, timeoutMs = 300, stop = new AbortController().signal) =>
  post(url, secret, message, { time: 1_700_000_000_500, timeoutMs, stop });

test('signatures are those of Standard Webhooks', () => {
  const known = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  expect(webhookSignature(known, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

describe('one attempt', () => {
  test('says what it delivers and signs it', async () => {
    const heard: unknown[] = [];
    const url = await receiver(async (request, response) => {
      const body = (await request.toArray()).join('');
      heard.push([request.method, request.headers['webhook-id'], request.headers['webhook-timestamp'], body]);
      heard.push(request.headers['webhook-signature']);
      response.writeHead(204).end();
    });
    expect(await send(url)).toMatchObject({ delivered: true, status: 204 });
    expect(heard).toEqual([
      ['POST', 'msg_1', '1700000000', message.body],
      webhookSignature(secret, 'msg_1', 1_700_000_000, message.body),
    ]);
  });

  test.each([200, 202, 204])('an answer of %i is one that took it', async (status) => {
    const url = await receiver((_, response) => response.writeHead(status).end());
    expect(await send(url)).toMatchObject({ delivered: true, status });
  });

  test.each([400, 410, 429, 500, 503])('an answer of %i is none', async (status) => {
    const url = await receiver((_, response) => response.writeHead(status).end('no'));
    expect(await send(url)).toMatchObject({ delivered: false, status, error: 'status' });
  });

  test.each([301, 302, 307, 308])('a redirect (%i) is not followed', async (status) => {
    let followed = 0;
    const other = await receiver((_, response) => {
      followed++;
      response.writeHead(200).end();
    });
    const url = await receiver((_, response) => response.writeHead(status, { location: other }).end());
    expect(await send(url)).toMatchObject({ delivered: false, status, error: 'redirect' });
    expect(followed).toBe(0);
  });

  test('who does not answer in time is not waited for', async () => {
    const url = await receiver(() => undefined);
    expect(await send(url, 150)).toMatchObject({ delivered: false, error: 'timeout' });
  });

  test('an answer without end is not read', async () => {
    let sent = 0;
    const url = await receiver((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent++;
        if (!response.destroyed) response.once('drain', more);
      };
      response.on('error', () => undefined);
      more();
    });
    expect(await send(url, 2_000)).toMatchObject({ delivered: true, status: 200 });
    await new Promise((later) => setTimeout(later, 100));
    const before = sent;
    await new Promise((later) => setTimeout(later, 100));
    expect(sent).toBe(before);
  });

  test('nobody there, and a server that stops', async () => {
    const gone = await receiver((_, response) => response.end());
    const [server] = servers.splice(0);
    await new Promise((closed) => server?.close(closed));
    expect(await send(gone)).toMatchObject({ delivered: false, error: 'ECONNREFUSED' });
    const stop = new AbortController();
    const url = await receiver(() => stop.abort());
    expect(await send(url, 2_000, stop.signal)).toMatchObject({ delivered: false, error: 'stopped' });
  });
});

test('deliveries go over https, to nobody’s credentials', () => {
  const allowed = (url: string, demonstration: boolean) => checkTarget(url, demonstration) instanceof URL;
  expect(allowed('https://erp.example/hook', false)).toBe(true);
  expect(allowed('http://127.0.0.1:9000/hook', true)).toBe(true);
  expect(allowed('http://erp.localhost:9000/hook', true)).toBe(true);
  for (const url of [
    'http://erp.example/hook',
    'http://127.0.0.1:9000/hook',
    'https://user:secret@erp.example/hook',
    'https://user@erp.example/hook',
    'https://erp.example/hook#part',
    'ftp://erp.example/',
    'file:///etc/passwd',
    'erp.example/hook',
    '',
  ])
    expect([url, allowed(url, false)]).toEqual([url, false]);
  expect(allowed('http://erp.example/hook', true)).toBe(false);
});
