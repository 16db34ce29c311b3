/**
 * The year day by day, both services at work at the same time. A day ends when all that was issued is cosigned by the
 * other side: the clock moves only while no request is under way, for a server refuses one that seems to be a day old.
 */
import type { SeasonClock } from './clock.ts';
import { foundingDay, type ImporterThread } from './corridor.ts';
import type { Exporter, LotPapers } from './exporter.ts';
import { days } from './figures.ts';
import type { Year } from './plan.ts';

/** Days after the year in which the last lots arrive and the last cases end. */
const tail = 30;

export async function replay(
  year: Year,
  clock: SeasonClock,
  exporter: Exporter,
  importer: ImporterThread,
): Promise<void> {
  const evening = async () => {
    await Promise.all([exporter.side.received(), importer.received()]);
    // What came in last may have made the importing server issue a settlement by itself.
    await importer.received();
  };
  await evening();
  clock.set(foundingDay + 1);
  await exporter.register();
  await evening();
  clock.set(foundingDay + 5);
  await importer.open();
  await evening();
  const cases = new Map<number, string>();
  let papers: LotPapers[] = [];
  const last = Math.max(days, ...year.suspensions.map(({ lifted }) => lifted)) + tail;
  for (let day = -2; day <= last; day++) {
    clock.set(day);
    const [sent, opened] = await Promise.all([exporter.day(day, cases), importer.day(day, papers)]);
    papers = sent;
    for (const [lot, id] of opened) cases.set(lot, id);
    await evening();
  }
}
