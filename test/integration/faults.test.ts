import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import { startServer } from '../../server/server.ts';
import { SqliteStore } from '../../server/store/sqlite.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';

const main = new URL('../../server/main.ts', import.meta.url).pathname;
const running = new Set<ChildProcess>();
let corridor: Corridor | undefined;

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await corridor?.end();
});

async function serve(country: string): Promise<ChildProcess> {
  const child = fork(main, ['serve', countryFolder(corridor?.data ?? '', country)], { silent: true });
  running.add(child);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Posts until an answer comes, with one key: a client that does not know whether its request was taken. */
async function issueSurely(client: Client, number: string): Promise<string> {
  const xml = await certificateXml(number);
  for (;;) {
    try {
      const answer = await client.post('/api/records?to=ru.fsvps', xml, { 'idempotency-key': number });
      if (answer.status === 200 || answer.status === 201) return answer.body.id;
      if (answer.status < 500) throw new Error(`refused: ${answer.status} ${answer.body.code}`);
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith('refused')) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function numbersAt(client: Client): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await client.get(`/api/records?type=certificate&limit=200${cursor && `&cursor=${cursor}`}`);
    numbers.push(...page.body.items.map((item: { number: string }) => item.number));
    if (!page.body.next) return numbers.sort();
    cursor = page.body.next;
  }
}

async function expectWhole(): Promise<void> {
  for (const country of ['AZ', 'RU']) {
    const reports = await auditFolder(countryFolder(corridor?.data ?? '', country), profiles);
    if (reports instanceof Refusal) throw new Error(reports.code);
    for (const report of reports) expect(report.faults).toEqual([]);
  }
}

/** Cosignatures with their times by channel: clocks run from them, so both ends must hold the same. */
async function receiptsAt(country: string, id: string) {
  const store = await SqliteStore.open(join(countryFolder(corridor?.data ?? '', country), id, 'samur.db'));
  const receipts = await store.db
    .selectFrom('checkpoint')
    .innerJoin('channel', 'channel.id', 'checkpoint.channel')
    .select(['channel.origin', 'checkpoint.size', 'checkpoint.time'])
    .orderBy('channel.origin')
    .orderBy('checkpoint.size')
    .execute();
  await store.close();
  return receipts;
}

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
  let sender = await serve('AZ');
  let recipient = await serve('RU');
  const numbers = Array.from({ length: 300 }, (_, i) => `AZ-PC-2026-8${String(i).padStart(5, '0')}`);
  const queue = [...numbers];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await issueSurely(az, next);
  };
  const workers = Promise.all(Array.from({ length: 8 }, worker));
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    await kill(sender);
    sender = await serve('AZ');
    await new Promise((resolve) => setTimeout(resolve, 80));
    await kill(recipient);
    recipient = await serve('RU');
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
  await expectWhole();
  expect(await receiptsAt('AZ', 'az.afsa')).toEqual(await receiptsAt('RU', 'ru.fsvps'));
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
