/**
 * A year of the corridor on the public figures, made from a seed and replayed through both countries' servers: every
 * record signed, delivered, folded and on disk on both sides. Then the books are compared and what was planted is told.
 */

import { against, argument, cores, cpuMeter, perSecond } from './measure.ts';
import { SeasonClock } from './season/clock.ts';
import { foundSeason, ImporterThread, removeSeason, serve } from './season/corridor.ts';
import { Exporter } from './season/exporter.ts';
import { exporter, importer } from './season/figures.ts';
import { planYear } from './season/plan.ts';
import { replay } from './season/replay.ts';
import { Side } from './season/side.ts';

const seed = argument('seed', 1);
const share = process.argv.includes('--fast') ? 1 / 20 : argument('share', 1);
const limit = 60;

const clock = new SeasonClock();
const data = await foundSeason(clock);
const cpu = cpuMeter();
const start = performance.now();
const year = planYear(seed, share);
const importing = await ImporterThread.start({ data, shared: clock.shared, seed, share });
const [server, institution] = await serve(data, exporter, clock);
const exporting = new Exporter(await Side.open(institution, importer), year);
await replay(year, clock, exporting, importing);
const seconds = (performance.now() - start) / 1000;
const counts = new Map(exporting.side.issued);
for (const [type, count] of await importing.counts()) counts.set(type, (counts.get(type) ?? 0) + count);
const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `season: ${records} records in ${seconds.toFixed(1)} s, ${perSecond(records / seconds)}, process ${cores(cpu())}, ` +
    `${(seconds / limit).toFixed(2)} of the limit; ${against(`< ${limit} s`, seconds < limit)}`,
);
console.log(JSON.stringify(Object.fromEntries(counts)));
await importing.stop();
await server.stop();
await removeSeason(data);
