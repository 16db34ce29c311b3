import { uint64 } from '../kernel/bytes.ts';
import { append, emptyFrontier, leafHash, nodeHash, rootOf } from '../kernel/log/tree.ts';
import { nodeCrypto as crypto } from '../server/crypto-node.ts';

// One line: appends to a log (leaf hash and frontier) a second, beside bare SHA-256 over as many leaf and node messages.
// The two are timed in turns, and the best round of each counts, so that other load falls on both.

const count = 200_000;
const entry = crypto.sha256(uint64(0));
const leafMessage = new Uint8Array(33);
const nodeMessage = new Uint8Array(65);

function appendAll(): void {
  let frontier = emptyFrontier();
  for (let i = 0; i < count; i++) frontier = append(frontier, leafHash(entry, crypto), crypto);
  rootOf(frontier, crypto);
}

function hashAll(): void {
  for (let i = 0; i < count; i++) {
    crypto.sha256(leafMessage);
    crypto.sha256(nodeMessage);
  }
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

nodeHash(entry, entry, crypto);
let [appending, hashing] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < 5; round++) {
  appending = Math.min(appending, seconds(appendAll));
  hashing = Math.min(hashing, seconds(hashAll));
}
const rate = Math.round(count / appending).toLocaleString('en');
console.log(`log: ${rate} appends/s, ${(hashing / appending).toFixed(2)} of bare SHA-256 (${count} entries)`);
