import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Corridor, certificateXml, foundTestCorridor } from '../../../test/corridor.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import { issuedFor } from '../../desk/testing/issued-for.ts';
import { signIn } from '../../desk/testing/session.ts';
import { OwnRecordsShape } from './own-records.ts';

const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims } = JSON.parse(await readFile(vector, 'utf8'));
const certificate = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'] };

let corridor: Corridor;
let desk: Desk;
let port: number;
beforeAll(async () => {
  corridor = await foundTestCorridor();
  const server = corridor.servers.get('AZ')!;
  desk = server.desks.get('az.afsa')!;
  port = server.config.port;
  await desk.demonstration.enrol();
}, 60_000);
afterAll(() => corridor.end());

async function someone(role: Role, name: string = role) {
  const page = new TestBrowser(port);
  const { cookie, person } = await signIn(desk, [role], `localhost:${port}`, name);
  page.cookie = cookie;
  return Object.assign(page, { person });
}
type Someone = Awaited<ReturnType<typeof someone>>;

async function found(page: Someone, words: string): Promise<string[]> {
  const answer = await page.get(`/api/desk/own-records?${new URLSearchParams({ q: words })}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const check = new Ajv2020({ strict: false }).compile(OwnRecordsShape);
  expect(check(answer.body) ? [] : check.errors).toEqual([]);
  return answer.body.items.map(({ number }: { number: string }) => number);
}

test('a trader finds the records of their own applications, and nobody else’s by any word', async () => {
  const [one, other, idle] = [
    await someone('trader', 'One'),
    await someone('trader', 'Other'),
    await someone('trader'),
  ];
  const officer = await someone('inspector');
  const issued = ({ person }: Someone, number: string) =>
    issuedFor(desk, person, officer.person, { ...certificate, claims: { ...claims, number } });
  const mine = await issued(one, 'AZ-OWN-0001');
  const again = await issued(one, 'AZ-OWN-0002');
  const theirs = await issued(other, 'AZ-OWN-0003');
  const client = await corridor.client('az.afsa');
  const office = await client.post('/api/records?to=ru.fsvps', await certificateXml('AZ-OWN-0004'));
  expect(office.status).toBe(201);
  // Of one channel, with one product: every word but the number is in all of them.
  expect((await client.get('/api/records?q=az+own')).body.items).toHaveLength(4);
  expect(await found(one, 'az own')).toEqual(['AZ-OWN-0002', 'AZ-OWN-0001']);
  expect(await found(other, 'AZ-OWN')).toEqual(['AZ-OWN-0003']);
  expect(await found(one, mine)).toEqual(['AZ-OWN-0001']);
  expect(await found(one, 'malus')).toEqual(['AZ-OWN-0002', 'AZ-OWN-0001']);
  for (const id of [theirs, office.body.id, '0'.repeat(64)]) expect(await found(one, id)).toEqual([]);
  for (const words of ['AZ-OWN-0003', 'AZ-OWN-0004', `${again}x`, "0' or 1=1"])
    expect([words, await found(one, words)]).toEqual([words, []]);
  // Without a word there is nothing to tell one's own apart by.
  for (const words of ['%', '*', '"']) expect(await found(one, words)).toEqual(['AZ-OWN-0002', 'AZ-OWN-0001']);
  for (const words of ['az own', mine, theirs]) expect(await found(idle, words)).toEqual([]);
  // A trader who is no more a trader of this desk, or never was one, asks nothing here.
  expect((await officer.get('/api/desk/own-records?q=az')).status).toBe(403);
  expect((await one.get(`/api/records/${mine}`)).status).toBe(403);
}, 30_000);
