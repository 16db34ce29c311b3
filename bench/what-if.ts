/**
 * How long a service waits to learn what a suspension would hit, with thousands of certificates in force at two real
 * servers, and how long others wait for a turn meanwhile.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Institution } from '../server/institution/institution.ts';
import { type DraftRequest, Rejected } from '../server/institution/service.ts';
import { foundTestCorridor, until } from '../test/corridor.ts';
import {
  admissionDraft,
  declared,
  growerDraft,
  growerId,
  inDays,
  lotDraft,
  requirementDraft,
  suspensionDraft,
} from './admitted.ts';
import { sound } from './institution.ts';
import { against, argument, median } from './measure.ts';

const certificates = argument('certificates', 5000);
const growers = argument('growers', 50);
const rounds = argument('rounds', 5);
const barSeconds = 5;

const corridor = await foundTestCorridor();
const institution = (country: string, id: string) => corridor.servers.get(country)?.institutions.get(id) as Institution;
const az = institution('AZ', 'az.afsa');
const ru = institution('RU', 'ru.fsvps');

async function issue(from: Institution, draft: DraftRequest): Promise<string> {
  const issued = sound(await from.issue(draft));
  if (issued instanceof Rejected) throw new Error(JSON.stringify(issued.findings));
  return issued.record.id;
}

const held = (at: Institution, id: string) =>
  until(
    () => at.show(id),
    (record) => record !== undefined,
    120,
  );

let last = '';
for (let i = 0; i < growers; i++) last = await issue(az, growerDraft(i));
await held(ru, last);
for (let i = 0; i < growers; i++) last = await issue(ru, admissionDraft(i));
last = await issue(ru, requirementDraft('RU-AP-1', inDays(0), { kind: 'admitted-grower' }));
await held(az, last);

let next = 0;
const clerk = async () => {
  while (next < certificates) {
    const count = next++;
    last = await issue(az, lotDraft('W', count, [count % growers]));
  }
};
await Promise.all(Array.from({ length: 32 }, clerk));
await held(ru, last);

async function ask(what: string, draft: DraftRequest) {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const seconds: number[] = [];
  const waits: number[] = [];
  let found = '';
  for (let round = 0; round < rounds; round++) {
    loop.reset();
    loop.enable();
    const start = performance.now();
    const answer = sound(await ru.whatIf(draft));
    seconds.push((performance.now() - start) / 1000);
    loop.disable();
    waits.push(loop.max / 1e6);
    if (answer instanceof Rejected) throw new Error(JSON.stringify(answer));
    const [total] = answer.records.totals;
    found = `${answer.asked} asked, ${answer.records.count} hit, ${total?.amount ?? 0} kg`;
  }
  const taken = median(seconds);
  console.log(
    `what-if: ${what} over ${certificates} certificates in force: ${taken.toFixed(2)} s (${found}), others wait ` +
      `${median(waits).toFixed(0)} ms at worst; ${against(`<= ${barSeconds} s`, taken <= barSeconds)}`,
  );
}

const act = { legalAct: 'Образец № 2', until: inDays(30) };
await ask('suspension of a grower', suspensionDraft({ grower: growerId(3) }));
await ask('suspension of a product', suspensionDraft(act));
await ask('requirement from another day', requirementDraft('RU-AP-2', inDays(20), declared));
await corridor.end();
