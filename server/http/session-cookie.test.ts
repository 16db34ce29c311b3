import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { giveSession, presentedSession, takeSession } from './session-cookie.ts';

const given = { institution: 'az.afsa', secret: 'A'.repeat(43) };
const value = `az.afsa.${given.secret}`;

async function appAt(settings: { demonstration: boolean; origin?: string }) {
  const app = Fastify();
  app.get('/give', (_request, reply) => {
    giveSession(reply, settings, given);
    return reply.send();
  });
  app.get('/take', (_request, reply) => {
    takeSession(reply, settings);
    return reply.send();
  });
  app.get('/read', (request, reply) => reply.send(presentedSession(request, settings) ?? {}));
  const read = async (cookie: string) => (await app.inject({ url: '/read', headers: { cookie } })).json();
  const set = async (url: string) => (await app.inject({ url })).headers['set-cookie'];
  return { read, set };
}

test('over https no other host, path or plain connection sets or sees it', async () => {
  const { read, set } = await appAt({ demonstration: false, origin: 'https://desk.example.az' });
  expect(await set('/give')).toBe(
    `__Host-samur-session=${value}; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict; Secure`,
  );
  expect(await set('/take')).toBe('__Host-samur-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure');
  expect(await read(`other=1; __Host-samur-session=${value}`)).toEqual(given);
  expect(await read(`samur-session=${value}`)).toEqual({});
});

test.each([
  ['', 'nothing'],
  ['samur-session=', 'empty'],
  [`samur-session=${value}A`, 'too long'],
  [`samur-session=${value.slice(1)}`, 'no country'],
  [`samur-session=az.AFSA.${given.secret}`, 'capitals'],
  [`samur-session=../../etc.${given.secret}`, 'a path'],
  [`samur-session="${value}"`, 'quoted'],
  [`Samur-Session=${value}`, 'another name'],
  [`samur-session=${value}; samur-session=${value}`, 'two'],
  [`samur-session=${value}; samur-session=x`, 'two, one of them bad'],
])('%j is none: %s', async (cookie) => {
  const { read } = await appAt({ demonstration: true });
  expect(await read(cookie)).toEqual({});
});

test('in a demonstration, on its own host', async () => {
  const { read, set } = await appAt({ demonstration: true });
  expect(await set('/give')).toBe(`samur-session=${value}; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict`);
  expect(await read(`a=b;samur-session=${value}`)).toEqual(given);
});
