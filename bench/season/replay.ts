/**
 * The year in steps of `lag` days, all services at work at the same time. A step ends when all that was issued is cosigned by the
 * other sides: the clock moves only while no request is under way, for a server refuses one that seems to be a day old.
 */
import type { SeasonClock } from './clock.ts';
import { foundingDay, type ImporterThread, type Sent } from './corridor.ts';
import type { SendingCustoms } from './customs/sending.ts';
import type { Exporter } from './exporter.ts';
import { days, lag } from './figures.ts';
import type { Year } from './plan.ts';

/** Days after the year in which the last lots arrive and the last cases end. */
const tail = 30;

export const lastDay = ({ suspensions }: Year): number => {
  const last = Math.max(days, ...suspensions.map(({ lifted }) => lifted)) + tail;
  return last - (last % lag) + lag - 1;
};

/** What works in the year. */
export interface Desks {
  readonly exporting: Exporter;
  readonly customs: SendingCustoms | undefined;
  readonly importing: ImporterThread;
}

/** All that was issued is cosigned, also what servers issued by themselves. */
export async function evening({ exporting, customs, importing }: Desks): Promise<void> {
  const sides = [exporting.side, ...(customs ? [customs.side] : [])];
  // What came in last may have made a server issue something; what that says may call for another answer.
  for (let round = 0; round < 3; round++)
    await Promise.all([...sides.map((side) => side.received()), importing.received()]);
}

export async function replay(year: Year, clock: SeasonClock, desks: Desks): Promise<void> {
  const { exporting, customs, importing } = desks;
  await evening(desks);
  clock.set(foundingDay + 1);
  await Promise.all([exporting.register(), customs?.register()]);
  await evening(desks);
  clock.set(foundingDay + 5);
  await importing.open();
  await evening(desks);
  const cases = new Map<number, string>();
  let sent: Sent = { papers: [], manifests: [], earlier: [] };
  const leaving = async (coming: readonly number[]): Promise<Sent> => {
    const all: Pick<Sent, 'papers' | 'manifests'>[] = [];
    for (const day of coming) {
      const [papers, manifests = []] = await Promise.all([exporting.day(day, cases), customs?.day(day)]);
      all.push({ papers, manifests });
    }
    return {
      papers: all.flatMap(({ papers }) => papers),
      manifests: all.flatMap(({ manifests }) => manifests),
      earlier: exporting.earlier((coming.at(-1) as number) + 1),
    };
  };
  for (let day = -lag; day <= lastDay(year); day += lag) {
    clock.set(day + lag - 1);
    const coming = Array.from({ length: lag }, (_, index) => day + index);
    const [left, opened] = await Promise.all([leaving(coming), importing.days(coming, sent)]);
    sent = left;
    for (const [lot, id] of opened) cases.set(lot, id);
    await evening(desks);
  }
}
