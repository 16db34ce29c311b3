/**
 * Forgeries after the season, on what it left behind: first at the desks of honest servers, which refuse before
 * anything is signed; then by a sender who has the exporting institution's real keys and whose server asks no rule.
 */
import type { RunningServer } from '../../server/server.ts';
import { clientOf } from '../../test/corridor.ts';
import { suspension } from './claims-border.ts';
import type { SeasonClock } from './clock.ts';
import { serve } from './corridor.ts';
import { forgedAtCustoms } from './customs/forged-at-desk.ts';
import { forgedByReceiving, forgedBySending } from './customs/forged-records.ts';
import { type LateCourse, prepareCourses } from './customs/late-courses.ts';
import type { CustomsYear } from './customs/plan.ts';
import { importer } from './figures.ts';
import { balanceOf, forgedAtDesk } from './forged-at-desk.ts';
import { alteredDocuments } from './forged-documents.ts';
import { forgedRecords } from './forged-records.ts';
import type { Forgery } from './forgery.ts';
import { type LateLot, prepareLate } from './late-lots.ts';
import type { Year } from './plan.ts';
import { type Desks, evening } from './replay.ts';

export interface AfterSeason extends Desks {
  readonly data: string;
  readonly clock: SeasonClock;
  readonly day: number;
  readonly year: Year;
  readonly planned: CustomsYear;
  readonly server: RunningServer;
}

export async function tryForgeries(after: AfterSeason): Promise<Forgery[]> {
  const { clock, day, year, exporting, importing, customs, planned, server, data } = after;
  clock.set(day);
  const late = await prepareLate(year, day, exporting);
  const courses = customs ? await prepareCourses(year, day, exporting, customs) : [];
  await evening(after);
  const { id: stopped } = await importing.attempt({
    type: 'suspension',
    claims: suspension({ grower: late.stopped.lot.grower, pest: 'TOBRFV', lot: 0, from: day, lifted: day + 30 }),
  });
  if (stopped === undefined) throw new Error('nobody was stopped');
  await importing.received();
  clock.set(day + 1);
  const atDesks = await forgedAtDesk(year, exporting, importing, late, day + 1);
  const atCustoms = customs ? await forgedAtCustoms(planned, customs, importing, courses) : [];
  await evening(after);
  // Cosigned by the exporting side, which never issues again: what its successor names must not lie below it.
  const [first] = late.travelling;
  await importing.attempt({ type: 'decision', claims: { kind: 'recognise' }, about: first?.certificate ?? '' });
  await importing.received();
  const balance = await balanceOf(exporting, (late.tight[1] as LateLot).lot.grower);
  const documents = await alteredDocuments(year, exporting, await clientOf(data, importer));
  await server.stop();
  const forged = await forgedRecords({ data, clock, day: day + 2, year, importing, balance }, late);
  const bySending = customs ? await forgedBySending(data, clock, courses) : [];
  await importing.stop();
  const byReceiving = customs ? await againstExporter(after, courses) : [];
  return [...atDesks, ...documents, ...forged, ...atCustoms, ...bySending, ...byReceiving];
}

/** The exporting side's server alone; what is sent to it does not come from an honest one. */
async function againstExporter({ data, clock }: AfterSeason, courses: readonly LateCourse[]): Promise<Forgery[]> {
  const server = await serve(data, 'AZ', clock);
  const forged = await forgedByReceiving(data, clock, courses);
  await server.stop();
  return forged;
}
