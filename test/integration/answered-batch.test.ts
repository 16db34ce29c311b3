/** What a server answers by itself rests on all that came with the record it answers. */
import { afterEach, expect, it } from 'vitest';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

let corridor: Corridor | undefined;
afterEach(async () => corridor?.end());

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
const [year, month, date] = day(0).slice(0, 10).split('-') as [string, string, string];
const kilograms = (value: string) => ({ value, unit: 'KGM' });

const manifest = {
  number: `01000001/${date}${month}${year.slice(2)}/1000001`,
  mode: '3',
  transport: { number: 'CMR-1' },
  dispatch: 'AZ',
  destination: 'RU',
  departureOffice: '01000001',
  entryOffice: '10900001',
  expected: day(1),
  consignor: { name: 'Nümunə təsərrüfatı', country: 'AZ' },
  consignee: { name: 'ООО «Образец»', country: 'RU' },
  carrier: { name: 'Nümunə Daşıma MMC', country: 'AZ' },
  means: [{ kind: 'vehicle', number: '10-AA-100', seals: [{ number: 'AZ000001' }] }],
  lines: [
    {
      sequence: 1,
      hs: '080810',
      description: 'Яблоки свежие',
      origin: 'AZ',
      gross: kilograms('20700'),
      net: kilograms('20000'),
      value: { amount: '1000000', currency: 'RUB' },
    },
  ],
};
const control = {
  number: 'AZ-K-1',
  side: 'sending',
  office: '01000001',
  controls: ['documents'],
  result: 'A2',
  started: day(-0.1),
  ended: day(-0.05),
};

async function issued(client: Client, body: object): Promise<string> {
  const answer = await client.post('/api/records', { profile: 'customs', ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

/** Issued while the other server is away, so that it gets all of it at once. */
const batches = [
  { follows: [{ type: 'control-result', claims: control }], state: 'registered' },
  { follows: [{ type: 'manifest-withdrawal', claims: { reason: 'other-route' } }], state: 'withdrawn' },
] as const;

it.each(batches)('a record comes with what follows it and is $state: neither side blames the other', async (batch) => {
  corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'], start: false });
  await corridor.start('AZ');
  const [az, ru] = [await corridor.client('az.customs'), await corridor.client('ru.fts')];
  const id = await issued(az, { type: 'manifest', to: ['ru.fts'], claims: manifest });
  for (const one of batch.follows) await issued(az, { ...one, to: [], about: id });
  await corridor.start('RU');
  for (const client of [az, ru])
    await until(
      async () => (await client.get(`/api/records/${id}`)).body,
      (record) => record.state === batch.state,
    );
  for (const client of [az, ru]) {
    const channels = async () => (await client.get('/api/channels')).body.items as { lag: number }[];
    await until(channels, (all) => all.every(({ lag }) => lag === 0));
    expect((await client.get('/api/records?type=refusal')).body.items).toEqual([]);
  }
});
