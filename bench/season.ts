/**
 * A year of the corridor on the public figures, made from a seed and replayed through both countries' servers: every
 * record signed, delivered, folded and on disk on both sides. Then the books are compared with each other and with the
 * plan, forgeries are tried, and the signals are held against the goods of another origin that were planted. First
 * between the two plant protection services alone; then with both customs services, through which a share of the lots
 * goes by manifest.
 */
import { against, argument, cores, cpuMeter, perSecond } from './measure.ts';
import { reportBooks, reportForgeries, reportSignals, reportWriteOffs } from './season/report.ts';
import { runSeason, type Season } from './season/run.ts';

const seed = argument('seed', 1);
const share = process.argv.includes('--fast') ? 1 / 20 : argument('share', 1);
const manifests = argument('manifests', 1 / 4);
const limit = 60;

async function replayed(byManifest: number): Promise<{ season: Season; used: number; text: string }> {
  const cpu = cpuMeter();
  let used = 0;
  const season = await runSeason({
    seed,
    share,
    manifests: byManifest,
    replayed: () => {
      used = cpu();
    },
  });
  const records = [...season.counts.values()].reduce((sum, count) => sum + count, 0);
  const { year, seconds } = season;
  const text =
    `${records.toLocaleString('en')} records of ${year.growers.admitted.length} growers and ${year.lots.length} lots in ` +
    `${seconds.toFixed(1)} s, ${perSecond(records / seconds)}, process ${cores(used)}`;
  return { season, used, text };
}

const alone = process.argv.includes('--customs') ? undefined : await replayed(0);
if (alone) {
  const { season, text } = alone;
  const { seconds } = season;
  console.log(
    `season: ${text}, ${(seconds / limit).toFixed(2)} of the limit; ${against(`< ${limit} s`, seconds < limit)}`,
  );
  reportBooks(season, 'season');
  reportForgeries(season, 'season');
  reportSignals(season);
}
const { season, text } = await replayed(manifests);
const ratio = alone ? `, ${(season.seconds / alone.season.seconds).toFixed(2)} times the year without them` : '';
console.log(
  `season with customs: ${text}, ${season.customs?.year.courses.size} lots by manifest, four institutions${ratio}`,
);
reportBooks(season, 'season with customs');
reportWriteOffs(season, 'season with customs');
reportForgeries(season, 'season with customs');
