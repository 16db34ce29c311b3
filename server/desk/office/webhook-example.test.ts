/** The receiver that docs/webhooks.md shows, run as it stands there. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { post } from './webhook-post.ts';
import { secretText, webhookSignature } from './webhook-signature.ts';

const file = fileURLToPath(new URL('../../../docs/webhook-receiver.mjs', import.meta.url));
const secret = new Uint8Array(32).fill(9);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test('it takes what is signed, once, and nothing else', async () => {
  expect(readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8')).toContain(
    readFileSync(file, 'utf8'),
  );
  const port = await freePort();
  const child = spawn(process.execPath, [file, String(port)], {
    env: { ...process.env, SECRET: secretText(secret) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  try {
    const url = `http://127.0.0.1:${port}/`;
    const send = (key: Uint8Array, id: string, time = Date.now()) =>
      post(
        url,
        key,
        { id, body: '{"type":"issued","data":{"seq":1}}' },
        { time, timeoutMs: 2_000, stop: new AbortController().signal },
      );
    const began = Date.now();
    let first = await send(secret, 'msg_1');
    while (first.error === 'ECONNREFUSED' && Date.now() - began < 10_000) first = await send(secret, 'msg_1');
    expect(first).toMatchObject({ delivered: true, status: 204 });
    expect(await send(secret, 'msg_1')).toMatchObject({ delivered: true });
    expect(await send(new Uint8Array(32), 'msg_2')).toMatchObject({ delivered: false, status: 401 });
    expect(await send(secret, 'msg_3', Date.now() - 600_000)).toMatchObject({ delivered: false, status: 401 });
    const changed = await fetch(url, {
      method: 'POST',
      body: '{"type":"issued","data":{"seq":2}}',
      headers: {
        'webhook-id': 'msg_4',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': webhookSignature(secret, 'msg_4', Math.floor(Date.now() / 1000), '{"type":"issued"}'),
      },
    });
    expect(changed.status).toBe(401);
    expect(told).toBe('issued { seq: 1 }\n');
  } finally {
    child.kill();
  }
});
