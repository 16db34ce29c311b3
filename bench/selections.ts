/** Received records chosen a second by a desk that has them all before it, from a real server's own databases. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { selectingProfile } from '../kernel/testing/parcel-selection.ts';
import { countryFolder } from '../server/founding.ts';
import { foundTestCorridor, until } from '../test/corridor.ts';
import { against, argument, perSecond } from './measure.ts';

const count = argument('records', 10_000);
/** A hundred thousand in a minute. */
const bar = 100_000 / 60;
const together = 200;

const corridor = await foundTestCorridor({ profiles: [selectingProfile], functions: () => ['post'] });
const folder = join(countryFolder(corridor.data, 'RU'), 'ru.fsvps');
const running = (country: string, id: string) => {
  const server = corridor.servers.get(country);
  const [institution, desk] = [server?.institutions.get(id), server?.desks.get(id)];
  if (!institution || !desk) throw new Error(`${id} is not running`);
  return { institution, desk };
};
const chosen = async () => {
  const { desk } = running('RU', 'ru.fsvps');
  const row = await desk.ground.desk.db
    .selectFrom('selection_choice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count);
};

await corridor.stop('RU');
await copyFile(join(folder, 'desk.db'), join(folder, 'desk-before.db'));
await corridor.start('RU');
const draft = (type: string, claims: Record<string, string>, to: string) => ({
  profile: 'parcel',
  type,
  to: [to],
  claims,
  annexes: [],
});
const { institution: ru } = running('RU', 'ru.fsvps');
const { institution: az } = running('AZ', 'az.afsa');
await ru.issue(draft('limit', { sender: 'az.afsa', amount: '99999999' }, 'az.afsa'));
await until(
  () => az.ledger('parcel/allowance', { prefix: [], limit: 1 }),
  (page) => 'items' in page && page.items.length > 0,
);
for (let from = 0; from < count; from += together)
  await Promise.all(
    Array.from({ length: Math.min(together, count - from) }, (_, at) =>
      az.issue(draft('parcel', { receiver: 'ru.fsvps', number: `P-${from + at}`, load: '1' }, 'ru.fsvps')),
    ),
  );
await until(chosen, (sum) => sum === count, 300);

await corridor.stop('RU');
await copyFile(join(folder, 'desk-before.db'), join(folder, 'desk.db'));
const start = performance.now();
await corridor.start('RU');
await until(chosen, (sum) => sum === count, 300);
const rate = (count * 1000) / (performance.now() - start);
console.log(
  `selections: ${perSecond(rate)} of ${count.toLocaleString('en')} received records chosen, the server's start in it, ${(rate / bar).toFixed(1)} times the bar of ${perSecond(bar)}: ${against(perSecond(bar), rate >= bar)}`,
);
await corridor.end();
