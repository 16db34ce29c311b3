import { Institution, recordOf, type TestRecord } from '../kernel/testing/institution.ts';
import { against } from './measure.ts';

// One line: time to fold 200 follow-ups of one record, crossing and in chains, one by one. The best of rounds counts.

const [sender, receiver] = ['xa.post', 'xb.post'];
const count = 200;
const bar = 50;

let nonce = 0;
function record(type: string, issuer: string, claims: Record<string, string>, about?: string, after: string[] = []) {
  nonce += 1;
  const to = [issuer === sender ? receiver : sender];
  const follows = about === undefined ? {} : { about: { id: about, after } };
  return recordOf({ type, issuer, to, claims, time: nonce, ...follows }, nonce);
}

const parcel = record('parcel', sender, { receiver, number: '7', load: '10' });
const records: TestRecord[] = [parcel];
let latest: TestRecord[] = [];
for (let i = 0; i < count / 2; i++) {
  const before = latest.map(({ id }) => id);
  const asked = i % 3 === 0 ? before.slice(-1) : before;
  const question = record('question', receiver, { words: 'x' }, parcel.id, asked);
  latest = [question, record('reply', sender, { words: 'x' }, parcel.id, before)];
  records.push(...latest);
}

let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < 9; round++) {
  const holder = new Institution(receiver);
  const start = performance.now();
  for (const one of records) holder.take(one);
  best = Math.min(best, performance.now() - start);
}
console.log(`fold: ${count} crossing follow-ups in ${best.toFixed(1)} ms, ${against(`${bar} ms`, best < bar)}`);
