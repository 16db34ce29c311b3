/**
 * Does it stay as fast as it grows? Two corridors, one with some ten thousand entries on its channel, one with a
 * million, issue and receive in turns; the ratio of their rates is what counts.
 */

import { signCheckpoint } from '../kernel/log/checkpoint.ts';
import { append, type Frontier, leafHash, rootOf } from '../kernel/log/tree.ts';
import { Refusal } from '../kernel/refusal.ts';
import { nodeCrypto as crypto } from '../server/crypto-node.ts';
import { headOf } from '../server/institution/channel-head.ts';
import { Rejected } from '../server/institution/service.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { fillChannel } from './fill.ts';
import { openInstitution } from './institution.ts';
import { against, argument, cores, cpuMeter, median, perSecond } from './measure.ts';

const small = argument('small', 10_000);
const large = argument('entries', 1_000_000);
const rounds = argument('rounds', 7);
const clients = 64;
const batchSize = 256;
const recordsEach = 4096;
const bar = 0.9;

type Opened = Awaited<ReturnType<typeof openInstitution>>;

let issued = 0;

async function issue({ institution }: Opened, count: number): Promise<number> {
  const start = performance.now();
  let left = count;
  const client = async () => {
    while (left-- > 0) {
      const answer = await institution.issue(certificateDraft('S', issued++));
      if (answer instanceof Rejected || answer instanceof Refusal) throw new Error(JSON.stringify(answer));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return count / ((performance.now() - start) / 1000);
}

/** Hands over all that the sender has issued and the recipient lacks, in batches; gives records a second. */
async function receive(sender: Opened, recipient: Opened, origin: string): Promise<number> {
  const { db } = sender.store;
  let { id, frontier } = await channelAt(recipient, sender, origin);
  let count = 0;
  let seconds = 0;
  for (;;) {
    const start = frontier.size;
    const rows = await db
      .selectFrom('entry')
      .innerJoin('record', 'record.seq', 'entry.seq')
      .select(['entry.id', 'record.jws'])
      .where('entry.channel', '=', id)
      .where('entry.idx', '>=', start)
      .orderBy('entry.idx')
      .limit(batchSize)
      .execute();
    if (rows.length === 0) return count / seconds;
    for (const row of rows) frontier = append(frontier, leafHash(row.id, crypto), crypto);
    const tree = { origin, size: frontier.size, root: rootOf(frontier, crypto) };
    const checkpoint = await signCheckpoint(tree, origin, sender.keys.checkpoint, crypto);
    const records = rows.map(({ jws }) => jws);
    const began = performance.now();
    const answer = await recipient.institution.receive({
      sender: sender.institution.id,
      origin,
      checkpoint,
      start,
      records,
      request: () => ({}),
    });
    seconds += (performance.now() - began) / 1000;
    if (answer instanceof Refusal || answer.kind !== 'stored') throw new Error(JSON.stringify(answer));
    count += rows.length;
  }
}

/** The sender's number of the channel, and its tree as far as the recipient holds it. */
async function channelAt(
  recipient: Opened,
  sender: Opened,
  origin: string,
): Promise<{ id: number; frontier: Frontier }> {
  const rowOf = ({ store }: Opened) =>
    store.db.selectFrom('channel').selectAll().where('origin', '=', origin).executeTakeFirst();
  const [own, mirror] = [await rowOf(sender), await rowOf(recipient)];
  return { id: own?.id ?? 0, frontier: mirror ? headOf(mirror).frontier : { size: 0, hashes: [] } };
}

async function prepare(size: number) {
  const corridor = await foundTestCorridor({ start: false });
  const open = async () =>
    [await openInstitution(corridor.data, 'az.afsa'), await openInstitution(corridor.data, 'ru.fsvps')] as const;
  const start = (both: readonly Opened[]) => Promise.all(both.map(({ institution }) => institution.start()));
  let [az, ru] = await open();
  await start([az, ru]);
  const outgoing = (await az.institution.channels()).find(({ direction }) => direction === 'out');
  const origin = outgoing?.origin ?? '';
  await issue(az, 1024);
  await receive(az, ru, origin);
  for (const { institution } of [az, ru]) await institution.stop();
  [az, ru] = await open();
  for (const { store } of [az, ru]) await fillChannel(store, origin, size, az.trust);
  for (const { institution } of [az, ru]) await institution.stop();
  [az, ru] = await open();
  await start([az, ru]);
  return { corridor, az, ru, origin };
}

const began = performance.now();
const sides = [await prepare(small), await prepare(large)] as const;
const filled = Math.round((performance.now() - began) / 1000);
const ratios = { issue: [] as number[], receive: [] as number[] };
const rates = { issue: [] as number[], receive: [] as number[] };
const cpu = cpuMeter();
for (let round = -1; round < rounds; round++) {
  const measured: { issue: number; receive: number }[] = [];
  // The one that went second goes first in the next round.
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
    const { az, ru, origin } = side;
    const rate = { issue: await issue(az, recordsEach), receive: await receive(az, ru, origin) };
    measured[sides.indexOf(side)] = rate;
  }
  const [few, many] = measured;
  if (round < 0 || !few || !many) continue;
  for (const kind of ['issue', 'receive'] as const) {
    ratios[kind].push(many[kind] / few[kind]);
    rates[kind].push(many[kind]);
  }
}
for (const kind of ['issue', 'receive'] as const) {
  const ratio = median(ratios[kind]);
  console.log(
    `scale, ${kind}: ${perSecond(median(rates[kind]))} at ${large.toLocaleString('en')} entries, ${ratio.toFixed(2)} of the ` +
      `rate at ${small.toLocaleString('en')} (filled in ${filled} s), clients on the same thread, process ${cores(cpu())}; ` +
      against(`>= ${bar}`, ratio >= bar),
  );
}
for (const { corridor, az, ru } of sides) {
  for (const { institution } of [az, ru]) await institution.stop();
  await corridor.end();
}
