/** A server that debits what it does not have, all in one delivery: nothing of it is built upon. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { type Client, type Corridor, foundTestCorridor } from '../corridor.ts';
import { RogueSender } from '../rogue-sender.ts';

let corridor: Corridor;
let ru: Client;
let rogue: RogueSender;

beforeAll(async () => {
  corridor = await foundTestCorridor({ start: false, profiles: [parcelProfile], functions: () => ['post'] });
  await corridor.start('RU');
  ru = await corridor.client('ru.fsvps');
  rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
});
afterAll(() => corridor.end());

const idOf = (jws: string) => nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex();

test('an amount that is refused is not had by stating a little less in the same delivery', async () => {
  const limit = { profile: 'parcel', type: 'limit', to: ['az.afsa'], claims: { sender: 'az.afsa', amount: '10' } };
  expect((await ru.post('/api/records', limit)).status).toBe(201);
  const time = Date.now();
  const stated = (slot: string, amount: string, after: number) => {
    const claims: JsonObject = { receiver: 'ru.fsvps', slot, amount };
    return rogue.record({ profile: 'parcel', type: 'manifest', claims, time: time + after });
  };
  const records = [await stated('a', '15', 0), await stated('a', '14', 1), await stated('b', '3', 2)];
  expect((await rogue.send({ records })).status).toBe(200);
  const shown = await Promise.all(records.map((jws) => ru.get(`/api/records/${idOf(jws)}`)));
  expect(shown.map(({ body }) => body.state)).toEqual(['void', 'void', 'void']);
  const { body } = await ru.get('/api/ledgers/parcel/allowance?key=az.afsa&key=ru.fsvps');
  expect(body.items[0]).toMatchObject({ available: '10', debited: '0' });
});

test('a record that waits for ever does not free its issuer of being judged', async () => {
  const time = Date.now();
  const claims: JsonObject = { receiver: 'ru.fsvps', slot: 'w', amount: '1' };
  const exchange = { about: { id: 'f'.repeat(64), after: [] } };
  const parked = await rogue.record({ profile: 'parcel', type: 'recall', claims: {}, time, exchange });
  const beyond = await rogue.record({
    profile: 'parcel',
    type: 'manifest',
    claims: { ...claims, slot: 'c', amount: '25' },
    time: time + 1,
  });
  expect((await rogue.send({ records: [parked, beyond] })).status).toBe(200);
  const shown = await ru.get(`/api/records/${idOf(beyond)}`);
  const { body } = await ru.get('/api/ledgers/parcel/allowance?key=az.afsa&key=ru.fsvps');
  expect(shown.body).toMatchObject({ state: 'void', refusals: [{ code: 'ledger.insufficient' }] });
  expect(body.items[0]).toMatchObject({ available: '10', debited: '0' });
});
