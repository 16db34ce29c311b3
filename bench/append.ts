/**
 * Durable append: 64 clients call an institution's own `issue` at once, rules, signature, ledger and channel in, each
 * answered when its group is on disk. In turns with it, the very groups it wrote go bare into an empty database of
 * the same tables, flushed the same way. The clients run on the institution's thread.
 */
import { join } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import type { Institution } from '../server/institution/institution.ts';
import { Rejected } from '../server/institution/service.ts';
import type { Commit } from '../server/store/bulk-writer.ts';
import { SqliteStore } from '../server/store/sqlite.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { openInstitution } from './institution.ts';
import { against, argument, cores, cpuMeter, median, perSecond } from './measure.ts';

const clients = argument('clients', 64);
const rounds = argument('rounds', 5);
const secondsEach = argument('seconds', 2);
const bar = 5_000;

let issued = 0;

async function issueFor(institution: Institution, seconds: number): Promise<number> {
  const start = performance.now();
  const before = issued;
  const client = async () => {
    while (performance.now() - start < seconds * 1000) {
      const answer = await institution.issue(certificateDraft('A', issued++));
      if (answer instanceof Rejected || answer instanceof Refusal) throw new Error(JSON.stringify(answer));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (issued - before) / ((performance.now() - start) / 1000);
}

async function replay(store: SqliteStore, commits: readonly Commit[]): Promise<number> {
  const start = performance.now();
  let records = 0;
  for (const commit of commits) {
    await store.commit(commit);
    records += commit.records.length;
  }
  return records / ((performance.now() - start) / 1000);
}

const corridor = await foundTestCorridor({ start: false });
const { institution, store } = await openInstitution(corridor.data, 'az.afsa');
const bare = await SqliteStore.open(join(corridor.data, 'bare.db'));
let groups: Commit[] = [];
const write = store.commit.bind(store);
store.commit = (commit) => {
  groups.push(commit);
  return write(commit);
};
await institution.start();
await issueFor(institution, 1);
await replay(bare, groups);

const rates: number[] = [];
const ratios: number[] = [];
const sizes: number[] = [];
const cpu = cpuMeter();
for (let round = 0; round < rounds; round++) {
  groups = [];
  const rate = await issueFor(institution, secondsEach);
  sizes.push(groups.reduce((sum, { records }) => sum + records.length, 0) / groups.length);
  rates.push(rate);
  ratios.push(rate / (await replay(bare, groups)));
}
const rate = median(rates);
console.log(
  `append: ${perSecond(rate)} certificates of 2 KB issued and on disk, ${clients} clients, groups of ${Math.round(median(sizes))}, ` +
    `${median(ratios).toFixed(2)} of bare SQLite with the same rows and flushes (${perSecond(rate / median(ratios))}), ` +
    `clients on the same thread, process ${cores(cpu())}; ${against(`>= ${perSecond(bar)}`, rate >= bar)}`,
);
await institution.stop();
await bare.close();
await corridor.end();
