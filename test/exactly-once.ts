/** Servers in processes of their own, to be killed, and what must hold afterwards: each record once, everywhere. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import { profiles } from '../profiles/index.ts';
import { auditFolder } from '../server/audit.ts';
import { countryFolder } from '../server/founding.ts';
import { SqliteStore } from '../server/store/sqlite.ts';
import { type Client, type Corridor, certificateXml } from './corridor.ts';

const main = new URL('../server/main.ts', import.meta.url).pathname;
const running = new Set<ChildProcess>();

export async function serve({ data }: Corridor, country: string): Promise<ChildProcess> {
  const child = fork(main, ['serve', countryFolder(data, country)], { silent: true });
  running.add(child);
  await once(child, 'message');
  return child;
}

export async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** Posts until an answer comes, with one key: a client that does not know whether its request was taken. */
export async function issueSurely(client: Client, number: string, to = 'ru.fsvps'): Promise<string> {
  const xml = await certificateXml(number);
  for (;;) {
    try {
      const answer = await client.post(`/api/records?to=${to}`, xml, { 'idempotency-key': number });
      if (answer.status === 200 || answer.status === 201) return answer.body.id;
      if (answer.status < 500) throw new Error(`refused: ${answer.status} ${answer.body.code}`);
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith('refused')) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Of all certificates that the institution holds. */
export async function numbersAt(client: Client): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await client.get(`/api/records?type=certificate&limit=200${cursor && `&cursor=${cursor}`}`);
    numbers.push(...page.body.items.map((item: { number: string }) => item.number));
    if (!page.body.next) return numbers.sort();
    cursor = page.body.next;
  }
}

/** What an audit of both data folders finds amiss. */
export async function faultsOf({ data }: Corridor): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const country of ['AZ', 'RU']) {
    const reports = await auditFolder(countryFolder(data, country), profiles);
    if (reports instanceof Refusal) throw new Error(reports.code);
    faults.push(...reports.flatMap((report) => report.faults));
  }
  return faults;
}

/** Cosignatures with their times by channel: clocks run from them, so both ends must hold the same. */
export async function receiptsAt({ data }: Corridor, id: string) {
  const store = await SqliteStore.open(join(countryFolder(data, id.slice(0, 2)), id, 'samur.db'));
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
