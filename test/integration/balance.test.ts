import { afterAll, beforeAll, expect, it } from 'vitest';
import { runLine } from '../../cli/testing/run-line.ts';
import { type Catalogue, loadCatalogue } from '../../kernel/catalogue.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const catalogue = loadCatalogue([parcelProfile], compileSchema) as Catalogue;
const allowance = '/api/ledgers/parcel/allowance';

let corridor: Corridor;
let afsa: Client;
let depot: Client;
let ru: Client;
beforeAll(async () => {
  const az = ['az.afsa', 'az.depot'];
  corridor = await foundTestCorridor({ az, profiles: [parcelProfile], functions: () => ['post'] });
  afsa = await corridor.client('az.afsa');
  depot = await corridor.client('az.depot');
  ru = await corridor.client('ru.fsvps');
});
afterAll(() => corridor?.end());

async function issue(by: Client, type: string, to: string, claims: object): Promise<string> {
  const { status, body } = await by.post('/api/records', { profile: 'parcel', type, to: [to], claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function follow(by: Client, id: string, type: string, claims: object = {}): Promise<void> {
  const post = () => by.post(`/api/records/${id}/follow-ups`, { type, claims });
  expect((await until(post, ({ status }) => status !== 404 && status !== 422)).status).toBe(201);
}

it('is the same on both sides through limit, use, recall and settlement, and is found by words', async () => {
  await issue(ru, 'limit', 'az.afsa', { sender: 'az.afsa', amount: '1000' });
  await issue(ru, 'limit', 'az.depot', { sender: 'az.depot', amount: '500' });
  for (const [client, available] of [
    [afsa, '1000'],
    [depot, '500'],
  ] as const)
    await until(
      () => client.get(allowance),
      ({ body }) => body.items[0]?.available === available,
    );
  const parcel = (number: string, load: string) => ({ receiver: 'ru.fsvps', number, load });
  const id = await issue(afsa, 'parcel', 'ru.fsvps', parcel('P-1', '300'));
  await issue(afsa, 'parcel', 'ru.fsvps', parcel('P-2', '200'));
  await issue(depot, 'parcel', 'ru.fsvps', parcel('P-3', '50'));
  await follow(afsa, id, 'recall');
  await follow(ru, id, 'settlement', { used: '100', reserved: '0', free: '200' });

  const mine = `${allowance}?key=az.afsa`;
  const pages = await until(
    () => Promise.all([afsa.get(mine), ru.get(mine)]),
    ([ours, theirs]) =>
      ours?.body.items[0]?.byMovement.returned === '200' && JSON.stringify(ours.body) === JSON.stringify(theirs?.body),
  );
  expect(pages[0]?.body.items).toEqual([
    {
      ledger: 'parcel/allowance',
      key: ['az.afsa', 'ru.fsvps'],
      unit: 'KGM',
      available: '700',
      credited: '1200',
      debited: '500',
      settled: '0',
      frozen: false,
      byMovement: { limit: '1000', loaded: '500', returned: '200' },
    },
  ]);
  const line = '/api/ledgers/parcel/line?word=p-1';
  const [own, other] = [await afsa.get(line), await ru.get(line)];
  expect(own.body.items).toMatchObject([{ key: ['az.afsa', 'ru.fsvps', 'P-1'], settled: '200', available: '100' }]);
  expect(other.body).toEqual(own.body);

  const balance = async (client: Client, ...words: string[]) => {
    const { code, out } = await runLine(catalogue, [
      'balance',
      ...words,
      '--server',
      client.server,
      '--token',
      client.token,
    ]);
    expect(code).toBe(0);
    return out
      .split('\n')
      .filter((text) => text.includes('az.'))
      .map((text) => text.split(/ {2,}/));
  };
  const shown = ['az.afsa', 'ru.fsvps', '1 t', '0.2 t', '0.5 t', '0 t', '0.7 t'];
  expect(await balance(ru, 'AFSA', 'fsvps')).toEqual([shown]);
  expect(await balance(afsa)).toEqual([shown]);
  expect(await balance(ru)).toHaveLength(2);
  expect(await balance(ru, 'nobody')).toEqual([]);
});

it('goes on from page to page, by prefix and by words', async () => {
  for (let number = 10; number < 16; number++)
    await issue(depot, 'parcel', 'ru.fsvps', { receiver: 'ru.fsvps', number: `Q-${number}`, load: '1' });
  const numbers = async (query: string) => {
    const found: string[] = [];
    let next: string | undefined;
    do {
      const page = await depot.get(
        `/api/ledgers/parcel/line?limit=2${query}${next === undefined ? '' : `&cursor=${next}`}`,
      );
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      found.push(...page.body.items.map(({ key }: { key: string[] }) => key[2]));
      next = page.body.next;
    } while (next !== undefined);
    return found;
  };
  const all = ['P-3', 'Q-10', 'Q-11', 'Q-12', 'Q-13', 'Q-14', 'Q-15'];
  expect(await numbers('')).toEqual(all);
  expect(await numbers('&key=az.depot&key=ru.fsvps')).toEqual(all);
  expect(await numbers('&word=q-1')).toEqual(all.slice(1));
  expect(await numbers('&word=1&word=Q&word=depot')).toEqual(all.slice(1));
  expect(await numbers('&key=az.afsa')).toEqual([]);
  expect((await depot.get('/api/ledgers/parcel/purse')).status).toBe(404);
  expect((await depot.get('/api/ledgers/parcel/line?cursor=!')).status).toBe(400);
});
