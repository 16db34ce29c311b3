import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { closeGracefully } from './graceful-close.ts';
import type { App } from './route.ts';

async function listening(add: (app: App) => void): Promise<{ app: App; port: number }> {
  const app: App = Fastify().withTypeProvider();
  closeGracefully(app);
  add(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
}

test('a connection that was opened and never used does not hold the server', async () => {
  const { app, port } = await listening(() => undefined);
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const began = performance.now();
  await app.close();
  expect(performance.now() - began).toBeLessThan(2_000);
  socket.destroy();
}, 10_000);

test('a request under way is answered before the end', async () => {
  let arrived = () => {};
  const here = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { app, port } = await listening((part) => {
    part.get('/slow', async () => {
      arrived();
      await asked;
      return { done: true };
    });
  });
  const response = fetch(`http://127.0.0.1:${port}/slow`);
  await here;
  const closed = app.close();
  setTimeout(answer, 150);
  expect(await (await response).json()).toEqual({ done: true });
  await closed;
});
