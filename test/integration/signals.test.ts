import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Finding } from '../../kernel/finding.ts';
import type { Profile, RecordType, Rule } from '../../kernel/profile.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const heavy: Rule = {
  name: 'rather heavy',
  check({ claims }) {
    const findings: Finding[] = [];
    const detail = { load: claims['load'] as string };
    if (Number(claims['load']) > 10) findings.push({ code: 'heavy', severity: 'inform', path: '/load', detail });
    if (Number(claims['load']) > 20) findings.push({ code: 'heavier', severity: 'warn', path: '/load', detail });
    if (claims['number'] !== 'quiet') findings.push({ code: 'named', severity: 'inform', path: '/number' });
    return findings;
  },
};
const said = (az: string, ru: string, en: string) => ({ az, ru, en });
const parcel = parcelProfile.types['parcel'] as RecordType;
const profile: Profile = {
  ...parcelProfile,
  types: { ...parcelProfile.types, parcel: { ...parcel, rules: [...parcel.rules, heavy] } },
  signals: ['heavy', 'heavier'],
  findings: {
    ...parcelProfile.findings,
    heavy: said('Ağırdır: {load}', 'Тяжело: {load}', 'Heavy: {load}'),
    heavier: said('Çox ağırdır', 'Очень тяжело', 'Heavier'),
    named: said('Adlıdır', 'Названо', 'Named'),
  },
};

let corridor: Corridor;
let az: Client;
let ru: Client;
beforeAll(async () => {
  corridor = await foundTestCorridor({ profiles: [profile], functions: () => ['post'] });
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
});
afterAll(() => corridor?.end());

it('lists records with signals on both sides, newest first, with these findings alone', async () => {
  const limit = { sender: 'az.afsa', amount: '100' };
  await ru.post('/api/records', { profile: 'parcel', type: 'limit', to: ['az.afsa'], claims: limit });
  await until(
    () => az.get('/api/ledgers/parcel/allowance'),
    ({ body }) => body.items[0]?.available === '100',
  );
  const ids: string[] = [];
  for (const load of ['5', '15', '25', '12']) {
    const claims = { receiver: 'ru.fsvps', number: `P-${load}`, load };
    const { status, body } = await az.post('/api/records', {
      profile: 'parcel',
      type: 'parcel',
      to: ['ru.fsvps'],
      claims,
    });
    expect(status, JSON.stringify(body)).toBe(201);
    ids.unshift(body.id);
  }
  await until(
    () => ru.get(`/api/records/${ids[0]}`),
    ({ status }) => status === 200,
  );
  for (const client of [az, ru]) {
    const { items, next } = (await client.get('/api/signals')).body;
    expect(next).toBeUndefined();
    expect(items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 3));
    expect(items[1].findings).toMatchObject([
      { code: 'heavy', path: '/load', text: 'Heavy: 25', texts: { ru: 'Тяжело: 25' } },
      { code: 'heavier', severity: 'warn' },
    ]);
  }
  const listed = async (query: string) => (await ru.get(`/api/signals?${query}`)).body;
  expect((await listed('code=heavier')).items).toHaveLength(1);
  expect((await listed('code=named')).items).toEqual([]);
  expect((await listed('code=heav')).items).toEqual([]);
  expect((await listed('profile=exchange')).items).toEqual([]);
  const first = await listed('limit=2');
  const rest = await listed(`limit=2&cursor=${first.next}`);
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids.slice(0, 3));
  expect((await ru.get('/api/signals?code=Heavy')).status).toBe(400);
});
