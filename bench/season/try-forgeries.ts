/**
 * Forgeries after the season, on what it left behind: first at the desks of honest servers, which refuse before
 * anything is signed; then by a sender who has the exporting institution's real keys and whose server asks no rule.
 */
import type { RunningServer } from '../../server/server.ts';
import { clientOf } from '../../test/corridor.ts';
import { suspension } from './claims-border.ts';
import type { SeasonClock } from './clock.ts';
import type { ImporterThread } from './corridor.ts';
import type { Exporter } from './exporter.ts';
import { importer } from './figures.ts';
import { balanceOf, forgedAtDesk } from './forged-at-desk.ts';
import { alteredDocuments } from './forged-documents.ts';
import { forgedRecords } from './forged-records.ts';
import type { Forgery } from './forgery.ts';
import { type LateLot, prepareLate } from './late-lots.ts';
import type { Year } from './plan.ts';

export interface AfterSeason {
  readonly data: string;
  readonly clock: SeasonClock;
  readonly day: number;
  readonly year: Year;
  readonly exporting: Exporter;
  readonly importing: ImporterThread;
  readonly server: RunningServer;
}

export async function tryForgeries(after: AfterSeason): Promise<Forgery[]> {
  const { clock, day, year, exporting, importing, server, data } = after;
  clock.set(day);
  const late = await prepareLate(year, day, exporting);
  await exporting.side.received();
  const { id: stopped } = await importing.attempt({
    type: 'suspension',
    claims: suspension({ grower: late.stopped.lot.grower, pest: 'TOBRFV', lot: 0, from: day, lifted: day + 30 }),
  });
  if (stopped === undefined) throw new Error('nobody was stopped');
  await importing.received();
  clock.set(day + 1);
  const atDesks = await forgedAtDesk(year, exporting, importing, late, day + 1);
  await exporting.side.received();
  await importing.received();
  // Cosigned by the exporting side, which never issues again: what its successor names must not lie below it.
  const [first] = late.travelling;
  await importing.attempt({ type: 'decision', claims: { kind: 'recognise' }, about: first?.certificate ?? '' });
  await importing.received();
  const balance = await balanceOf(exporting, (late.tight[1] as LateLot).lot.grower);
  const documents = await alteredDocuments(year, exporting, await clientOf(data, importer));
  await server.stop();
  return [
    ...atDesks,
    ...documents,
    ...(await forgedRecords({ data, clock, day: day + 2, year, importing, balance }, late)),
  ];
}
