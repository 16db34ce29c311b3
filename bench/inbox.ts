/**
 * The inbox of an officer on whose institution 100,000 records wait: how long a start takes it to be read, whether
 * others are held up by that, and how long a page and a filter take. The records are copies (see `fillChannel`).
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { pino } from 'pino';
import { Refusal } from '../kernel/refusal.ts';
import { Figures } from '../server/desk/figures/figures.ts';
import { Inbox } from '../server/desk/inbox/inbox.ts';
import { Rejected } from '../server/institution/service.ts';
import { IndexStore } from '../server/store/desk/index-store.ts';
import { foundTestCorridor, until } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { fillChannel } from './fill.ts';
import { openInstitution } from './institution.ts';
import { against, argument, median } from './measure.ts';

const entries = argument('entries', 100_000);
const rounds = argument('rounds', 9);
const firstBar = 300;
const filterBar = 50;
/** Held up at most, ms; what the collector of garbage takes comes on top now and then. */
const pieceBar = 20;

const corridor = await foundTestCorridor();
const az = corridor.servers.get('AZ')?.institutions.get('az.afsa');
const ru = corridor.servers.get('RU')?.institutions.get('ru.fsvps');
if (!az || !ru) throw new Error('not founded');
const issued = await az.issue(certificateDraft('INBOX', 0));
if (issued instanceof Rejected || issued instanceof Refusal) throw new Error(JSON.stringify(issued));
await until(
  () => ru.list({ turn: 'mine', limit: 1 }),
  ({ items }) => items.length === 1,
);
const [channel] = (await ru.channels()).filter(({ direction }) => direction === 'in');
if (!channel) throw new Error('no channel');
await corridor.stop('AZ');
await corridor.stop('RU');

const filling = await openInstitution(corridor.data, 'ru.fsvps');
await fillChannel(filling.store, channel.origin, entries, filling.trust);
// Each waits for an answer to itself, not to the one that it was copied from.
const { id: copied } = issued.record;
await sql`update record set turn = replace(turn, ${copied}, lower(hex(id))) where turn is not null`.execute(
  filling.store.db,
);
// One cosignature over all that was filled in.
const { note, time } = await filling.store.db
  .selectFrom('checkpoint')
  .selectAll()
  .orderBy('size', 'desc')
  .executeTakeFirstOrThrow();
const { id, size } = await filling.store.db
  .selectFrom('channel')
  .select(['id', 'size'])
  .where('origin', '=', channel.origin)
  .executeTakeFirstOrThrow();
await filling.store.db
  .insertInto('checkpoint')
  .values({ channel: id, size, root: new Uint8Array(32), note, time: time + 1000 })
  .execute();
await filling.store.close();

const { institution, store, catalogue } = await openInstitution(corridor.data, 'ru.fsvps');
const index = await IndexStore.open(join(tmpdir(), `samur-inbox-${process.pid}.db`));
const ground = {
  service: institution,
  index,
  records: store,
  catalogue,
  logger: pino({ level: 'silent' }),
  now: Date.now,
};
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const inbox = new Inbox(ground);
const began = performance.now();
inbox.start();
const returned = performance.now() - began;
const query = { order: 'due', offset: 0, limit: 100 } as const;
const page = await inbox.page(query);
const built = performance.now() - began;
delay.disable();
const held = delay.percentile(99.9) / 1e6;
const longest = delay.max / 1e6;
console.log(`start returns after ${returned.toFixed(1)} ms`, against('5 ms', returned < 5));
console.log(`read in the background: ${page.total.toLocaleString('en')} records in ${(built / 1000).toFixed(1)} s`);
console.log(
  `others held up ${held.toFixed(1)} ms, at worst ${longest.toFixed(1)} ms`,
  against(`${pieceBar} ms`, held < pieceBar),
);

async function measure(name: string, bar: number, ask: () => Promise<{ readonly total: number }>): Promise<void> {
  const times: number[] = [];
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    ({ total } = await ask());
    times.push(performance.now() - start);
  }
  const took = median(times);
  console.log(`${name}: ${took.toFixed(1)} ms, ${total.toLocaleString('en')} found`, against(`${bar} ms`, took < bar));
}

await measure('first page', firstBar, () => inbox.page(query));
await measure('first page, newest', firstBar, () => inbox.page({ ...query, order: 'newest' }));
await measure('page at the end', firstBar, () => inbox.page({ ...query, offset: entries - 200 }));
await measure('filter by a number', filterBar, () => inbox.page({ ...query, text: `filler-000${entries - 77}` }));
await measure('filter by words', filterBar, () =>
  inbox.page({ ...query, text: 'FİTOSANİTAR sertifikat alma az.afsa' }),
);
await measure('filter by nothing that is there', filterBar, () => inbox.page({ ...query, text: 'yoxdur belə şey' }));
await measure('filter by lane and type', filterBar, () =>
  inbox.page({ ...query, lane: 'warn', profile: 'phytosanitary', type: 'certificate' }),
);

const figures = new Figures(ground, inbox);
delay.reset();
delay.enable();
await figures.start();
const counting = performance.now();
await until(
  () => figures.read('phytosanitary/certificates', { by: 'week' }),
  (answer) => answer?.complete === true && (answer.rows[0]?.count ?? 0) >= page.total,
  100,
);
delay.disable();
const counted = (performance.now() - counting) / 1000;
const late = delay.percentile(99.9) / 1e6;
console.log(
  `figures taken up in ${counted.toFixed(1)} s, others held up ${late.toFixed(1)} ms`,
  against(`${pieceBar} ms`, late < pieceBar),
);
await measure('figure by week', filterBar, async () => {
  const answer = await figures.read('phytosanitary/certificates', { by: 'week-row' });
  return { total: answer?.rows[0]?.count ?? 0 };
});

await figures.stop();
await inbox.stop();
await index.close();
await store.close();
await corridor.end();
await rm(join(tmpdir(), `samur-inbox-${process.pid}.db`), { force: true });
