/**
 * Certificates of the season on paper, with code, record and XML attached: from the record in the database to the PDF,
 * all on one thread. On a server the setting, which is most of it, is done in a process of its own.
 */

import { nodeCrypto as crypto } from '../server/crypto-node.ts';
import { documents } from '../server/http/documents.ts';
import { Rejected } from '../server/institution/service.ts';
import { recordSheet } from '../server/paper/record-sheet.ts';
import type { Sheet } from '../server/paper/sheet.ts';
import { Typesetter } from '../server/paper/typesetter.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { openInstitution, sound } from './institution.ts';
import { against, argument, cores, cpuMeter, median, perSecond } from './measure.ts';
import { certificate, numberOf } from './season/claims.ts';
import { type Lot, planYear } from './season/plan.ts';

const count = argument('count', 150);
const rounds = argument('rounds', 5);
const bar = 60;

// As in the process of pages.
process.env['RAYON_NUM_THREADS'] = '1';
const corridor = await foundTestCorridor({ start: false });
const { institution, catalogue, store } = await openInstitution(corridor.data, 'az.afsa');
await institution.start();
const formats = documents(catalogue);
const typesetter = new Typesetter();

async function issued(lot: Lot): Promise<string> {
  const { lines, ...claims } = certificate(lot, {
    day: lot.day,
    number: numberOf(lot),
    conveyance: lot.conveyance,
    result: '',
  });
  // Nobody is registered here: whose goods they are, and what was found in them, is left out.
  const bare = (lines as readonly Record<string, never>[]).map(
    ({ sources: _, laboratoryResults: __, ...line }) => line,
  );
  const draft = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'], annexes: [] };
  const answer = sound(await institution.issue({ ...draft, claims: { ...claims, lines: bare } }));
  if (answer instanceof Rejected) throw new Error(JSON.stringify(answer.findings));
  return answer.record.id;
}

async function sheetOf(id: string): Promise<Sheet> {
  const record = await institution.show(id);
  if (!record) throw new Error(id);
  const xml = sound(await formats.write(record, institution));
  return sound(await recordSheet(record, institution, { catalogue, crypto, printed: Date.now(), xml }));
}

const ids: string[] = [];
for (const lot of planYear(1, 1 / 20).lots.slice(0, count)) ids.push(await issued(lot));
for (const id of ids.slice(0, 20)) typesetter.typeset(await sheetOf(id));

const rates: number[] = [];
let bytes = 0;
let setting = 0;
const cpu = cpuMeter();
const start = performance.now();
for (let round = 0; round < rounds; round++) {
  const begun = performance.now();
  for (const id of ids) {
    const sheet = await sheetOf(id);
    const before = performance.now();
    bytes += typesetter.typeset(sheet).length;
    setting += performance.now() - before;
  }
  rates.push((ids.length * 1000) / (performance.now() - begun));
}
const used = cpu();
const rate = median(rates);
// By the time that a core really gave: others may be using it, too.
const ofCore = rate / used;
const attached = (await sheetOf(ids[0]!)).attachments.reduce((sum, file) => sum + file.bytes.length, 0);
console.log(
  `paper: ${perSecond(ofCore)} of one core, ${perSecond(rate)} by the clock; PDF/A-3a with code, record and XML (${Math.round(attached / 1000)} KB), ` +
    `${Math.round(bytes / rounds / ids.length / 1000)} KB each, process ${cores(used)}, ` +
    `${Math.round((100 * setting) / (performance.now() - start))} % of it setting, ` +
    `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB; ${against(`>= ${bar}/s`, ofCore >= bar)}`,
);
if (ofCore < bar) process.exitCode = 1;
await institution.stop();
await store.close();
await corridor.end();
