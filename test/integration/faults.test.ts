import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import { startServer } from '../../server/server.ts';
import { type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { faultsOf, issueSurely, kill, killAll, numbersAt, receiptsAt, serve } from '../exactly-once.ts';

let corridor: Corridor | undefined;

afterEach(async () => {
  killAll();
  await corridor?.end();
});

it('delivers once the recipient is back, in order and without doubles', async () => {
  corridor = await foundTestCorridor({ start: false });
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await corridor.start('AZ');
  const numbers = Array.from({ length: 40 }, (_, i) => `AZ-PC-2026-7${String(i).padStart(5, '0')}`);
  for (const number of numbers) await issueSurely(az, number);
  const waiting = await az.get('/api/channels');
  const out = waiting.body.items.find((c: { direction: string }) => c.direction === 'out');
  expect(out.lag).toBeGreaterThanOrEqual(40);
  expect(out.oldestWaiting).toBeGreaterThan(0);
  await corridor.start('RU');
  await until(
    () => az.get('/api/channels'),
    ({ body }) => body.items.every((c: { lag: number }) => c.lag === 0),
    40,
  );
  expect(await numbersAt(ru)).toEqual(numbers);
});

it('loses and doubles nothing when either server is killed again and again', async () => {
  corridor = await foundTestCorridor({ start: false });
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  let sender = await serve(corridor, 'AZ');
  let recipient = await serve(corridor, 'RU');
  const numbers = Array.from({ length: 300 }, (_, i) => `AZ-PC-2026-8${String(i).padStart(5, '0')}`);
  const queue = [...numbers];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await issueSurely(az, next);
  };
  const workers = Promise.all(Array.from({ length: 8 }, worker));
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    await kill(sender);
    sender = await serve(corridor, 'AZ');
    await new Promise((resolve) => setTimeout(resolve, 80));
    await kill(recipient);
    recipient = await serve(corridor, 'RU');
  }
  await workers;
  for (const client of [az, ru])
    await until(
      () => client.get('/api/channels'),
      ({ body }) => body.items.every((c: { lag: number }) => c.lag === 0),
      40,
    );
  expect(await numbersAt(az)).toEqual(numbers);
  expect(await numbersAt(ru)).toEqual(numbers);
  await kill(sender);
  await kill(recipient);
  expect(await faultsOf(corridor)).toEqual([]);
  expect(await receiptsAt(corridor, 'az.afsa')).toEqual(await receiptsAt(corridor, 'ru.fsvps'));
});

it('does not begin a second history where a database was lost', async () => {
  corridor = await foundTestCorridor({ start: false });
  const folder = countryFolder(corridor.data, 'AZ');
  await rm(join(folder, 'az.afsa', 'samur.db'));
  for (const refused of [await startServer(folder, profiles), await auditFolder(folder, profiles)])
    expect(refused).toMatchObject({
      code: 'config.data-folder',
      detail: { name: join(folder, 'az.afsa', 'samur.db') },
    });
});
