/** The same folder started twice, as when a service that runs is started by hand too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import { countryFolder } from '../../server/founding.ts';
import { startServer } from '../../server/server.ts';
import { acting, at, corridor, found, hour, place, ru } from '../choosing-corridor.ts';

beforeAll(async () => {
  await found();
  const settings = { heavy: 50, random: 0 };
  await (await at('supervisor')).call(`${place}/settings`, 'PUT', { revision: 1, settings, reason: 'Summer' });
  await acting(await at('supervisor'), 2);
});
afterAll(() => corridor.end());

const limit = { profile: 'parcel', type: 'limit', to: ['az.afsa'], claims: { sender: 'az.afsa', amount: '10' } };

test('the second one signs nothing, and the first goes on', async () => {
  const issued = async () => (await ru.get('/api/records?limit=200')).body.items.length;
  const before = await issued();
  // By now the next commitment is due, which the second one would issue as soon as it starts.
  const second = await startServer(
    countryFolder(corridor.data, 'RU'),
    [selectingProfile],
    () => Date.now() + 30 * hour,
  );
  expect(second).toMatchObject({ code: 'config.folder-taken' });
  expect(await issued()).toBe(before);
  expect((await ru.post('/api/records', limit)).status).toBe(201);
});
