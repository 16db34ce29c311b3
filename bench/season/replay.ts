/**
 * The year in steps of `lag` days, both services at work at the same time. A step ends when all that was issued is cosigned by the
 * other side: the clock moves only while no request is under way, for a server refuses one that seems to be a day old.
 */
import type { SeasonClock } from './clock.ts';
import { foundingDay, type ImporterThread } from './corridor.ts';
import type { Exporter, LotPapers } from './exporter.ts';
import { days, lag } from './figures.ts';
import type { Year } from './plan.ts';

/** Days after the year in which the last lots arrive and the last cases end. */
const tail = 30;

export const lastDay = ({ suspensions }: Year): number => {
  const last = Math.max(days, ...suspensions.map(({ lifted }) => lifted)) + tail;
  return last - (last % lag) + lag - 1;
};

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
  const exporting = async (coming: readonly number[]) => {
    const sent: LotPapers[] = [];
    for (const day of coming) sent.push(...(await exporter.day(day, cases)));
    return sent;
  };
  for (let day = -lag; day <= lastDay(year); day += lag) {
    clock.set(day + lag - 1);
    const coming = Array.from({ length: lag }, (_, index) => day + index);
    const [sent, opened] = await Promise.all([exporting(coming), importer.days(coming, papers)]);
    papers = sent;
    for (const [lot, id] of opened) cases.set(lot, id);
    await evening();
  }
}
