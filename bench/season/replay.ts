/** The year day by day: both services work at the same time, and each day ends when all channels have their receipts. */
import type { SeasonClock } from './clock.ts';
import { foundingDay, type ImporterThread } from './corridor.ts';
import type { Exporter, LotPapers } from './exporter.ts';
import { days } from './figures.ts';
import type { Year } from './plan.ts';

/** Days after the year in which the last lots arrive and the last cases end. */
const tail = 24;

export async function replay(
  year: Year,
  clock: SeasonClock,
  exporter: Exporter,
  importer: ImporterThread,
): Promise<void> {
  const evening = async () => {
    await exporter.side.caughtUp();
    await importer.caughtUp();
  };
  clock.set(foundingDay + 1);
  await exporter.register();
  await evening();
  clock.set(foundingDay + 6);
  await importer.open();
  await evening();
  const cases = new Map<number, string>();
  let papers: LotPapers[] = [];
  const last = Math.max(days, ...year.suspensions.map(({ lifted }) => lifted)) + tail;
  for (let day = 0; day <= last; day++) {
    clock.set(day);
    const [sent, opened] = await Promise.all([exporter.day(day, cases), importer.day(day, papers)]);
    papers = sent;
    for (const [lot, id] of opened) cases.set(lot, id);
    await evening();
  }
}
