/** Lanes chosen a second on one thread with 1,000 criteria, each with its draw, beside the bar and beside the draws alone. */
import type { JsonObject } from '../kernel/canonical.ts';
import { drawing } from '../kernel/exchange/selection-draw.ts';
import { counted, noneChosen } from '../kernel/exchange/selection-run.ts';
import { lanes } from '../profiles/customs/selection/lanes.ts';
import { Made } from '../profiles/customs/selection/testing/manifests.ts';
import { nodeCrypto as crypto } from '../server/crypto-node.ts';
import { against, perSecond } from './measure.ts';

const bar = 20_000;
const count = 20_000;
const criteria = 1000;
const made = new Made(7);
const settings = made.settings(criteria);
const asked = Array.from({ length: count }, () => ({
  issuer: 'ru.fts',
  claims: made.manifest() as unknown as JsonObject,
  time: 0,
  facts: made.facts(),
}));
const ids = asked.map((_, at) => crypto.sha256(Uint8Array.of(at >> 16, at >> 8, at)).toHex());
const root = crypto.sha256(Uint8Array.of(1));
const draw = drawing(crypto.sha256(Uint8Array.of(2)), crypto);

function chooseAll(): number {
  const selector = lanes.selector(settings as unknown as JsonObject);
  let chosen = noneChosen;
  for (const [at, one] of asked.entries()) {
    const choice = selector.select(one, draw(ids[at] as string, root), chosen);
    chosen = counted(chosen, choice);
  }
  return chosen.byOutcome['green'] ?? 0;
}

function drawAll(): void {
  for (const id of ids) draw(id, root);
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

let [choosing, bare] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < 7; round++) {
  choosing = Math.min(choosing, seconds(chooseAll));
  bare = Math.min(bare, seconds(drawAll));
}
const rate = count / choosing;
console.log(
  `lanes: ${perSecond(rate)} manifests with ${criteria.toLocaleString('en')} criteria, ${(rate / bar).toFixed(1)} times the bar of ${perSecond(bar)}, ` +
    `${(bare / choosing).toFixed(2)} of the draws alone (${perSecond(count / bare)}): ${against(perSecond(bar), rate >= bar)}`,
);
