/** The whole season: replay, books, forgeries, verdict. */
import { type Books, booksOf, differences, plannedTonnage, type Tonnage, tonnageOf } from './books.ts';
import { SeasonClock } from './clock.ts';
import { foundSeason, ImporterThread, institutionOf, removeSeason, serve } from './corridor.ts';
import { differing, plannedWriteOff, type WrittenOff, writtenOff } from './customs/books.ts';
import { type CustomsYear, planCustoms } from './customs/plan.ts';
import { SendingCustoms } from './customs/sending.ts';
import { Exporter } from './exporter.ts';
import { exporter, importer, receivingCustoms, sendingCustoms } from './figures.ts';
import type { Forgery } from './forgery.ts';
import { judge, type Verdict } from './judged.ts';
import { planYear, type Year } from './plan.ts';
import { lastDay, replay } from './replay.ts';
import { Side } from './side.ts';
import { tryForgeries } from './try-forgeries.ts';

export interface Season {
  readonly year: Year;
  readonly seconds: number;
  /** Records by type, of all sides, without what the servers issued by themselves. */
  readonly counts: ReadonlyMap<string, number>;
  /** Rows of registers and ledgers and states of records, on each side that holds them. */
  readonly compared: number;
  readonly differing: readonly string[];
  /** Records that bear other signals on the other side: a suspension was on its way when they were signed. */
  readonly signalsApart: number;
  /** Between honest servers: codes. */
  readonly refusals: readonly string[];
  readonly tonnage: { readonly az: Tonnage; readonly ru: Tonnage; readonly planned: ReturnType<typeof plannedTonnage> };
  readonly verdict: Verdict;
  readonly forgeries: readonly Forgery[];
  /** With customs: what each institution's books say of their write-offs. */
  readonly customs?: {
    readonly year: CustomsYear;
    readonly books: ReadonlyMap<string, WrittenOff>;
    readonly planned: ReturnType<typeof plannedWriteOff>;
  };
}

export interface SeasonOptions {
  readonly seed: number;
  /** Of the whole corridor. */
  readonly share: number;
  /** Share of the lots that go by manifest; 0 for a corridor without customs. */
  readonly manifests: number;
  /** Called when the clock of the replay stops. */
  readonly replayed?: () => void;
}

export async function runSeason({ seed, share, manifests, replayed }: SeasonOptions): Promise<Season> {
  const clock = new SeasonClock();
  const data = await foundSeason(clock, manifests > 0);
  try {
    const start = performance.now();
    const year = planYear(seed, share);
    const planned = planCustoms(year, manifests);
    const importing = await ImporterThread.start({ data, shared: clock.shared, seed, share, manifests });
    const server = await serve(data, 'AZ', clock);
    const own = institutionOf(server, exporter);
    const exporting = new Exporter(new Side(own, 'phytosanitary', importer), year, planned.courses);
    const customs =
      manifests > 0
        ? new SendingCustoms(
            new Side(institutionOf(server, sendingCustoms), 'customs', receivingCustoms),
            planned,
            exporting,
          )
        : undefined;
    const desks = { exporting, customs, importing };
    await replay(year, clock, desks);
    const seconds = (performance.now() - start) / 1000;
    replayed?.();
    const counts = new Map<string, number>();
    for (const issued of [
      exporting.side.issued,
      ...(customs ? [customs.side.issued] : []),
      ...(await importing.counts()),
    ])
      for (const [type, count] of issued) counts.set(type, (counts.get(type) ?? 0) + count);
    const books = new Map(await importing.books());
    for (const { institution } of [exporting.side, ...(customs ? [customs.side] : [])])
      books.set(institution.id, await booksOf(institution));
    const [az, ru] = [books.get(exporter), books.get(importer)] as [Books, Books];
    const forgeries = await tryForgeries({ data, clock, day: lastDay(year) + 1, year, planned, ...desks, server });
    return {
      year,
      seconds,
      counts,
      ...differing(books),
      signalsApart: differences(az.signals, ru.signals).length,
      refusals: [...books.values()].flatMap(({ refusals }) => refusals),
      tonnage: { az: tonnageOf(az), ru: tonnageOf(ru), planned: plannedTonnage(year) },
      verdict: judge(year, exporting.papers, az.signals),
      forgeries: [stoppedGrowers(exporting), ...forgeries],
      ...(customs && { customs: { year: planned, books: writeOffs(books), planned: plannedWriteOff(planned) } }),
    };
  } finally {
    await removeSeason(data);
  }
}

/** Of the lines that the customs hold too, in the books of those who keep them. */
function writeOffs(books: ReadonlyMap<string, Books>): Map<string, WrittenOff> {
  const known = books.get(receivingCustoms) as Books;
  const held = [exporter, importer, receivingCustoms];
  return new Map(held.map((id) => [id, writtenOff(books.get(id) as Books, known)]));
}

const stoppedGrowers = ({ stopped }: Exporter): Forgery => ({
  kind: 'certificate for a stopped grower, by its own service in the year',
  planted: stopped.length,
  refused: stopped.filter((codes) => codes.includes('grower-suspended')).length,
  code: 'grower-suspended',
});
