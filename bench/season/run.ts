/** The whole season: replay, books, forgeries, verdict. */
import { booksOf, differences, plannedTonnage, type Tonnage, tonnageOf } from './books.ts';
import { SeasonClock } from './clock.ts';
import { foundSeason, ImporterThread, removeSeason, serve } from './corridor.ts';
import { Exporter } from './exporter.ts';
import { exporter, importer } from './figures.ts';
import type { Forgery } from './forgery.ts';
import { judge, type Verdict } from './judged.ts';
import { planYear, type Year } from './plan.ts';
import { lastDay, replay } from './replay.ts';
import { Side } from './side.ts';
import { tryForgeries } from './try-forgeries.ts';

export interface Season {
  readonly year: Year;
  readonly seconds: number;
  /** Records by type, of both sides, without what the servers issued by themselves. */
  readonly counts: ReadonlyMap<string, number>;
  /** Rows of registers and ledgers and states of records, on each side. */
  readonly compared: number;
  readonly differing: readonly string[];
  /** Records that bear other signals on the other side: a suspension was on its way when they were signed. */
  readonly signalsApart: number;
  readonly refusals: number;
  readonly tonnage: { readonly az: Tonnage; readonly ru: Tonnage; readonly planned: ReturnType<typeof plannedTonnage> };
  readonly verdict: Verdict;
  readonly forgeries: readonly Forgery[];
}

/** `replayed` is called when the clock of the replay stops. */
export async function runSeason(seed: number, share: number, replayed: () => void = () => undefined): Promise<Season> {
  const clock = new SeasonClock();
  const data = await foundSeason(clock);
  try {
    const start = performance.now();
    const year = planYear(seed, share);
    const importing = await ImporterThread.start({ data, shared: clock.shared, seed, share });
    const [server, institution] = await serve(data, exporter, clock);
    const exporting = new Exporter(await Side.open(institution, importer), year);
    await replay(year, clock, exporting, importing);
    const seconds = (performance.now() - start) / 1000;
    replayed();
    const counts = new Map(exporting.side.issued);
    for (const [type, count] of await importing.counts()) counts.set(type, (counts.get(type) ?? 0) + count);
    const [own, other] = await Promise.all([booksOf(institution), importing.books()]);
    const differing = [...differences(own.rows, other.rows), ...differences(own.states, other.states)];
    const forgeries = await tryForgeries({ data, clock, day: lastDay(year) + 1, year, exporting, importing, server });
    await importing.stop();
    return {
      year,
      seconds,
      counts,
      compared: own.rows.size + own.states.size,
      differing,
      signalsApart: differences(own.signals, other.signals).length,
      refusals: own.refusals + other.refusals,
      tonnage: { az: tonnageOf(own), ru: tonnageOf(other), planned: plannedTonnage(year) },
      verdict: judge(year, exporting.papers, own.signals),
      forgeries: [stoppedGrowers(exporting), ...forgeries],
    };
  } finally {
    await removeSeason(data);
  }
}

const stoppedGrowers = ({ stopped }: Exporter): Forgery => ({
  kind: 'certificate for a stopped grower, by its own service in the year',
  planted: stopped.length,
  refused: stopped.filter((codes) => codes.includes('grower-suspended')).length,
  code: 'grower-suspended',
});
