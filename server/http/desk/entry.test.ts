/** Where one comes in: at an institution's own domain to it alone, under any other name of the server to all. */
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor } from '../../../test/corridor.ts';

let corridor: Corridor;
beforeAll(async () => {
  corridor = await foundTestCorridor({ az: ['az.afsa', 'az.customs'] });
});
afterAll(() => corridor?.end());

interface Entry {
  readonly institutions: readonly { readonly id: string }[];
  readonly people: readonly { readonly institution: string }[];
}

function entryAt(name: string): Promise<Entry> {
  const port = corridor.servers.get('AZ')?.config.port;
  return new Promise((resolve, reject) => {
    const headers = { host: `${name}:${port}` };
    request({ host: '127.0.0.1', port, path: '/api/desk/entry', headers }, (answer) => resolve(json(answer) as never))
      .on('error', reject)
      .end();
  });
}

test.each([
  ['afsa.az.localhost', ['az.afsa']],
  ['CUSTOMS.az.localhost', ['az.customs']],
  ['az.localhost', ['az.afsa', 'az.customs']],
  ['127.0.0.1', ['az.afsa', 'az.customs']],
])('at %s', async (name, expected) => {
  const { institutions, people } = await entryAt(name);
  expect(institutions.map(({ id }) => id)).toEqual(expected);
  expect([...new Set(people.map(({ institution }) => institution))]).toEqual(expected);
  expect(people).toHaveLength(7 * expected.length);
});
