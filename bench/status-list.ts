/**
 * A full status list: 98,304 certificates on disk name it. What the institution's thread spends when it starts and when
 * it makes the list, which is at most once in two seconds; how long whoever checks a certificate spends; how long it is.
 */

import { openStatusList, statusListBits } from '../kernel/exchange/status-list.ts';
import { Refusal } from '../kernel/refusal.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { PreparedRecords } from '../server/institution/prepared-records.ts';
import { listCapacity, openList } from '../server/institution/status-entries.ts';
import { OwnStatusLists } from '../server/institution/status-lists.ts';
import type { Commit } from '../server/store/bulk-writer.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { openInstitution } from './institution.ts';
import { median } from './measure.ts';

const corridor = await foundTestCorridor({ start: false });
const { institution, store, keys, trust, catalogue } = await openInstitution(corridor.data, 'az.afsa');
let template: Commit | undefined;
const write = store.commit.bind(store);
store.commit = (commit) => {
  template = commit.records.some(({ status_list }) => status_list !== null) ? commit : template;
  return write(commit);
};
await institution.start();
await institution.issue(certificateDraft('full', 0));
const like = template?.records.find(({ status_list }) => status_list !== null);
if (!template || !like) throw new Error('no certificate was issued');

const empty = { ...template, entries: [], tileHashes: [], channels: [], foldRows: [], states: [], stages: [] };
const shuffled = Array.from({ length: statusListBits }, (_, i) => i).filter((i) => i !== like.status_index);
for (let i = shuffled.length - 1; i > 0; i--) {
  const k = Math.floor(Math.random() * (i + 1));
  [shuffled[i], shuffled[k]] = [shuffled[k] ?? 0, shuffled[i] ?? 0];
}
const rowOf = (n: number) => ({
  ...like,
  seq: like.seq + n,
  id: nodeCrypto.sha256(new TextEncoder().encode(String(n))),
  status_index: shuffled[n] ?? 0,
});
const step = 4096;
for (let from = 1; from < listCapacity; from += step) {
  const records = Array.from({ length: Math.min(step, listCapacity - from) }, (_, i) => rowOf(from + i));
  await write({ ...empty, records, again: [], checkpoints: [], idempotency: [], misconduct: [], settings: [] });
}

async function milliseconds(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return `${median(times).toFixed(1)} ms`;
}

const opening = await milliseconds(() => openList(store, 'az.afsa'));
console.log(`status list: ${opening} to find the free entries of a list of ${listCapacity} when a server starts`);
for (const share of [0, 0.01, 0.1, 0.5, 1]) {
  const states = Array.from({ length: Math.floor(listCapacity * share) }, (_, n) => ({
    ...like,
    id: n === 0 ? like.id : rowOf(n).id,
    state: 'withdrawn',
    revoked: 1 as const,
  }));
  await write({
    ...empty,
    records: [],
    again: [],
    states,
    checkpoints: [],
    idempotency: [],
    misconduct: [],
    settings: [],
  });
  const core = {
    id: 'az.afsa',
    store,
    keys,
    trust,
    catalogue,
    crypto: nodeCrypto,
    random: () => new Uint8Array(),
    heads: new Map(),
    statusList: undefined,
    prepared: new PreparedRecords(),
  };
  let now = Date.now();
  const lists = new OwnStatusLists(core, () => now);
  let jwt = '';
  const making = await milliseconds(async () => {
    now += 3_600_000;
    jwt = (await lists.signed(1)) ?? '';
  });
  const looking = await milliseconds(async () => {
    now += 3_000;
    await lists.signed(1);
  });
  const reading = await milliseconds(async () => {
    const list = await openStatusList(jwt, { trust, crypto: nodeCrypto, now });
    if (list instanceof Refusal) throw new Error(list.code);
  });
  console.log(
    `status list: ${share * 100} % revoked: ${making} to make and sign, ${looking} to see that nothing changed, ` +
      `${reading} to verify, ${jwt.length.toLocaleString('en')} characters`,
  );
}
await institution.stop();
await corridor.end();
