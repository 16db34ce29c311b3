/**
 * A year of the corridor on the public figures, made from a seed and replayed through both countries' servers: every
 * record signed, delivered, folded and on disk on both sides. Then the books are compared with each other and with the
 * plan, forgeries are tried, and the signals are held against the goods of another origin that were planted.
 */
import { against, argument, cores, cpuMeter, perSecond } from './measure.ts';
import { several } from './season/judged.ts';
import { runSeason } from './season/run.ts';

const seed = argument('seed', 1);
const share = process.argv.includes('--fast') ? 1 / 20 : argument('share', 1);
const limit = 60;

const cpu = cpuMeter();
let used = 0;
const replayed = () => {
  used = cpu();
};
const season = await runSeason({ seed, share, manifests: argument('manifests', 0), replayed });
const { year, seconds, counts, tonnage, verdict, forgeries } = season;
const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
const tonnes = (mass: bigint) => (Number(mass / 1_000_000n) / 1000).toLocaleString('en', { minimumFractionDigits: 3 });
const figure = (text: string, holds: boolean) => {
  if (!holds) process.exitCode = 1;
  console.log(text);
};

console.log(
  `season: ${records.toLocaleString('en')} records of ${year.growers.admitted.length} growers and ${year.lots.length} lots in ` +
    `${seconds.toFixed(1)} s, ${perSecond(records / seconds)}, process ${cores(used)}, ${(seconds / limit).toFixed(2)} of ` +
    `the limit; ${against(`< ${limit} s`, seconds < limit)}`,
);
const { az, ru, planned } = tonnage;
const balanced = az.certified - az.freed === az.used + az.reserved;
const asPlanned = az.certified === planned.certified && az.freed === planned.freed;
figure(
  `season, books: ${season.compared.toLocaleString('en')} rows and states on each side, ${season.differing.length} differ; ` +
    `certified ${tonnes(az.certified)} t - freed ${tonnes(az.freed)} t = used ${tonnes(az.used)} t + reserved ` +
    `${tonnes(az.reserved)} t: ${balanced && asPlanned ? 'balanced, as planned' : 'NOT balanced'}; ` +
    `${az.overdrawn + ru.overdrawn} limits overdrawn; ${season.refusals.length} refusals between honest servers`,
  balanced && asPlanned && season.differing.length + az.overdrawn + ru.overdrawn + season.refusals.length === 0,
);
for (const key of season.differing.slice(0, 5)) console.log(`  differs: ${key}`);
for (const refusal of season.refusals.slice(0, 5)) console.log(`  refused: ${refusal}`);
for (const { kind, planted, refused, code } of forgeries)
  figure(
    `season, forgery: ${kind}: ${refused} of ${planted} refused, ${code}; ${against('all', refused === planted)}`,
    refused === planted && planted > 0,
  );
const share100 = (value: number) => `${(value * 100).toFixed(1)} %`;
for (const [name, { planted, signalled, found, precision, recall }] of [
  ['certificates with any signal', verdict.anySignal],
  ['certificates, without resumption through growers who have no tie to the stopped one', verdict.certificates],
  [`growers with ${several} such certificates in four weeks`, verdict.growers],
] as const)
  figure(
    `season, origin: ${name}: ${planted} planted, ${signalled} signalled, ${found} of them rightly, ${signalled - found} false ` +
      `alarms; precision ${share100(precision)}, recall ${share100(recall)}`,
    found > 0,
  );
console.log(`season, origin: ${season.signalsApart} records bear other signals there than here, for what crossed`);
const codes = [...verdict.byCode].sort().map(([code, [all, foreign]]) => `${code} ${foreign}/${all}`);
console.log(`season, origin, by signal (planted/all): ${codes.join('; ')}`);
