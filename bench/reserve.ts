/**
 * Reservations of certificates: the importing country's customs write off for declarations, each a record of three
 * lines, by its institution's own `issue`, rules, guards, signature, ledger and channels in, each answered when its
 * group is on disk. One that is written off for the thousandth time must cost no more than one for the first. What the
 * thread that writes spends on each tells more on a machine that others use too.
 */
import type { JsonObject } from '../kernel/canonical.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Institution } from '../server/institution/institution.ts';
import { Rejected } from '../server/institution/service.ts';
import { foundTestCorridor, until } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { openInstitution } from './institution.ts';
import { against, argument, cores, cpuMeter, perSecond } from './measure.ts';

const clients = argument('clients', 64);
const each = argument('each', 4000);
const bar = 2_000;
const [exporting, importing, customs] = ['az.afsa', 'ru.fsvps', 'ru.fts'] as const;
const lines = argument('lines', 3);
/** Kilograms on a line of the certificates here, enough for all. */
const mass = 2_000_000;

interface Certificate {
  readonly record: string;
  readonly number: string;
}

/** As they come from the service, but with more lines. */
function certificateOf(series: string, count: number) {
  const draft = certificateDraft(series, count);
  const [first] = draft.claims['lines'] as [JsonObject];
  const { sources: _, laboratoryResults: __, ...line } = first;
  const weights = {
    netWeight: { value: String(mass), unit: 'KGM' },
    grossWeight: { value: String(mass), unit: 'KGM' },
  };
  const all = Array.from({ length: lines }, (___, index) => ({ ...line, ...weights, sequence: index + 1 }));
  return { ...draft, to: [importing, customs], claims: { ...draft.claims, lines: all } };
}

function hsOf({ claims }: ReturnType<typeof certificateOf>): string {
  const [line] = claims['lines'] as unknown as [{ hs: [{ code: string }] }];
  return line.hs[0].code;
}

let declarations = 0;

function reservation({ record, number }: Certificate, hs: string): JsonObject {
  const declaration = `10900001/220926/${String(declarations++).padStart(7, '0')}`;
  const taken = { certificate: { record, number, exporting, importing }, hs };
  const amounts = { reserved: { value: '1.5', unit: 'KGM' }, consumed: { value: '0', unit: 'KGM' } };
  const all = Array.from({ length: lines }, (_, index) => ({ ...taken, line: String(index + 1), ...amounts }));
  return { declaration, act: 'reserve', office: '10900001', lines: all };
}

/** Reservations of `certificates` in turns. */
async function reserve(institution: Institution, certificates: readonly Certificate[], hs: string): Promise<number> {
  const start = performance.now();
  let next = 0;
  const client = async () => {
    while (next < each) {
      const certificate = certificates[next++ % certificates.length] as Certificate;
      const answer = await institution.issue({
        profile: 'customs',
        type: 'write-off',
        to: [exporting, importing],
        claims: reservation(certificate, hs),
        annexes: [],
      });
      if (answer instanceof Rejected || answer instanceof Refusal) throw new Error(JSON.stringify(answer));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return each / ((performance.now() - start) / 1000);
}

const corridor = await foundTestCorridor({ ru: [importing, customs] });
const issuing = corridor.servers.get('AZ')?.institutions.get(exporting);
if (!issuing) throw new Error(exporting);
const counts = [each, each / 10, each / 1000].map((count) => Math.max(1, Math.round(count)));
const held: Certificate[] = [];
const total = counts.reduce((sum, count) => sum + count, 0);
for (let from = 0; from < total; from += 500)
  await Promise.all(
    Array.from({ length: Math.min(500, total - from) }, async (_, index) => {
      const answer = await issuing.issue(certificateOf('R', from + index));
      if (answer instanceof Rejected || answer instanceof Refusal) throw new Error(JSON.stringify(answer));
      held.push({ record: answer.record.id, number: answer.record.number });
    }),
  );
await until(
  () => issuing.channels(),
  (all) => all.every(({ direction, lag }) => direction === 'in' || lag === 0),
  120,
);
await corridor.stop('AZ');
await corridor.stop('RU');

const { institution } = await openInstitution(corridor.data, customs);
await institution.start();
const hs = hsOf(certificateOf('R', 0));
await reserve(institution, held.slice(0, 64), hs);
let used = 0;
for (const count of counts) {
  const chosen = held.slice(used, used + count);
  used += count;
  const cpu = cpuMeter();
  const before = process.threadCpuUsage();
  const rate = await reserve(institution, chosen, hs);
  const share = cores(cpu());
  const { user, system } = process.threadCpuUsage(before);
  console.log(
    `reserve, ${Math.round(each / count).toLocaleString('en')} declarations a line: ${perSecond(rate)} reservations of ${lines} lines ` +
      `issued and on disk, ${clients} clients on ${chosen.length.toLocaleString('en')} certificates, process ${share}, ` +
      `${Math.round((user + system) / each)} µs of its writer each, ` +
      `${(rate / bar).toFixed(2)} of the bar; ${against(`>= ${perSecond(bar)}`, rate >= bar)}`,
  );
}
await institution.stop();
await corridor.end();
