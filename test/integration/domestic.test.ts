/** Two institutions on one server use the protocol that two countries use: channels, receipts, each record once. */
import { afterEach, expect, it } from 'vitest';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { faultsOf, issueSurely, kill, killAll, numbersAt, receiptsAt, serve } from '../exactly-once.ts';

const everyone = ['az.customs', 'ru.fsvps', 'ru.fts'];
const institutions = ['az.afsa', ...everyone];
let corridor: Corridor | undefined;

afterEach(async () => {
  killAll();
  await corridor?.end();
});

const found = () => foundTestCorridor({ az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'], start: false });
const numbersOf = (count: number, series: string) =>
  Array.from({ length: count }, (_, i) => `AZ-PC-2026-${series}${String(i).padStart(5, '0')}`);

interface Line {
  readonly origin: string;
  readonly issuer: string;
  readonly recipient: string;
  readonly lag: number;
  readonly size: number;
}

async function channels(client: Client): Promise<Line[]> {
  return (await client.get('/api/channels')).body.items;
}

it('a neighbour on the same server has its own channel, and needs no other country', async () => {
  corridor = await found();
  await corridor.start('AZ');
  const [az, customs] = [await corridor.client('az.afsa'), await corridor.client('az.customs')];
  const numbers = numbersOf(20, '5');
  for (const number of numbers) await issueSurely(az, number, everyone.join());
  await until(
    () => numbersAt(customs),
    (held) => held.length === numbers.length,
  );
  expect(await numbersAt(customs)).toEqual(numbers);
  const out = await until(
    () => channels(az),
    (all) => all.some(({ recipient, lag }) => recipient === 'az.customs' && lag === 0),
  );
  expect(
    out
      .filter(({ lag }) => lag > 0)
      .map(({ recipient }) => recipient)
      .sort(),
  ).toEqual(['ru.fsvps', 'ru.fts']);
  const origins = out.map(({ origin }) => origin);
  expect(new Set(origins).size).toBe(origins.length);
  await corridor.stop('AZ');
  await corridor.start('AZ');
  expect(await numbersAt(customs)).toEqual(numbers);
  await corridor.start('RU');
  for (const id of ['ru.fsvps', 'ru.fts']) {
    const client = await corridor.client(id);
    await until(
      () => numbersAt(client),
      (held) => held.length === numbers.length,
      40,
    );
  }
  await until(
    () => channels(az),
    (all) => all.every(({ lag }) => lag === 0),
    40,
  );
});

it('loses and doubles nothing at home when the server is killed again and again', async () => {
  corridor = await found();
  const clients = await Promise.all(institutions.map((id) => (corridor as Corridor).client(id)));
  const [az] = clients as [Client];
  let sender = await serve(corridor, 'AZ');
  const recipient = await serve(corridor, 'RU');
  const numbers = numbersOf(200, '6');
  const queue = [...numbers];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      await issueSurely(az, next, everyone.join());
  };
  const workers = Promise.all(Array.from({ length: 8 }, worker));
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await kill(sender);
    sender = await serve(corridor, 'AZ');
  }
  await workers;
  for (const client of clients) {
    await until(
      () => channels(client),
      (all) => all.every(({ lag }) => lag === 0),
      40,
    );
    expect(await numbersAt(client)).toEqual(numbers);
  }
  await kill(sender);
  await kill(recipient);
  expect(await faultsOf(corridor)).toEqual([]);
  // What lies between two institutions is cosigned alike at both ends, also where both lie in one folder.
  const held = new Map<string, unknown[]>();
  for (const id of institutions)
    for (const receipt of await receiptsAt(corridor, id))
      held.set(receipt.origin, [...(held.get(receipt.origin) ?? []), `${receipt.size} ${receipt.time}`]);
  expect(held.size).toBeGreaterThanOrEqual(3);
  for (const receipts of held.values()) expect(receipts.length).toBe(2 * new Set(receipts).size);
});
