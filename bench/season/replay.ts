/**
 * The year day by day, both services at work at the same time. A day begins when all that was issued `lag` days before
 * is cosigned by the other side: servers deliver several days in one batch, as they do when a line was down.
 */
import type { SeasonClock } from './clock.ts';
import { foundingDay, type ImporterThread } from './corridor.ts';
import type { Exporter, LotPapers } from './exporter.ts';
import { days, lag } from './figures.ts';
import type { Year } from './plan.ts';

/** Days after the year in which the last lots arrive and the last cases end. */
const tail = 30;

export async function replay(
  year: Year,
  clock: SeasonClock,
  exporter: Exporter,
  importer: ImporterThread,
): Promise<void> {
  const received = () => Promise.all([exporter.side.received(), importer.received()]);
  clock.set(foundingDay + 1);
  await exporter.register();
  await received();
  clock.set(foundingDay + 5);
  await importer.open();
  await received();
  const cases = new Map<number, string>();
  const papers: LotPapers[][] = [];
  const receipts = Array.from({ length: lag - 1 }, received);
  const last = Math.max(days, ...year.suspensions.map(({ lifted }) => lifted)) + tail;
  for (let day = -2; day <= last; day++) {
    clock.set(day);
    const [sent, opened] = await Promise.all([
      exporter.day(day, cases),
      importer.day(day, papers.length >= lag ? (papers.shift() as LotPapers[]) : []),
    ]);
    papers.push(sent);
    for (const [lot, id] of opened) cases.set(lot, id);
    receipts.push(received());
    await receipts.shift();
  }
  await Promise.all(receipts);
  await exporter.side.atRest();
  await importer.atRest();
}
