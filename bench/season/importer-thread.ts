/** Thread of the importing side: its server, and its officers' work as the driver asks for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { booksOf } from './books.ts';
import { SeasonClock } from './clock.ts';
import { type Ask, type ImporterStart, institutionOf, type Sent, serve } from './corridor.ts';
import { planCustoms } from './customs/plan.ts';
import { ReceivingCustoms } from './customs/receiving.ts';
import { exporter, importer, receivingCustoms, sendingCustoms } from './figures.ts';
import { Importer } from './importer.ts';
import { planYear } from './plan.ts';
import { Side } from './side.ts';

const { data, shared, seed, share, manifests } = workerData as ImporterStart;
const year = planYear(seed, share);
const server = await serve(data, 'RU', new SeasonClock(shared));
const service = new Importer(new Side(institutionOf(server, importer), 'phytosanitary', exporter), year);
const customs =
  manifests === 0
    ? undefined
    : new ReceivingCustoms(
        new Side(institutionOf(server, receivingCustoms), 'customs', sendingCustoms),
        planCustoms(year, manifests),
      );
const sides = [service.side, ...(customs ? [customs.side] : [])];

/** Both desks' day before the next one begins. Tells the cases opened on these days, by lot. */
async function work(days: readonly number[], sent: Sent): Promise<[number, string][]> {
  service.take(sent.papers);
  customs?.take(sent);
  const opened: [number, string][] = [];
  for (const day of days) {
    const [cases] = await Promise.all([service.day(day), customs?.day(day)]);
    opened.push(...cases);
  }
  return opened;
}

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.kind) {
    case 'open':
      return Promise.all([service.open(), customs?.open()]);
    case 'days':
      return work(ask.days, ask.sent);
    case 'received':
      return Promise.all(sides.map((side) => side.received()));
    case 'counts':
      return sides.map(({ issued }) => issued);
    case 'books':
      return new Map(
        await Promise.all(sides.map(async ({ institution }) => [institution.id, await booksOf(institution)] as const)),
      );
    case 'attempt':
      return (ask.desk === 'customs' && customs ? customs : service).side.attempt(ask.paper);
    case 'stop':
      return server.stop();
  }
}

parentPort?.on('message', ([number, ask]: [number, Ask]) => {
  void answer(ask).then(
    (value) => parentPort?.postMessage([number, value]),
    (fault) => {
      throw fault;
    },
  );
});
parentPort?.postMessage([0, undefined]);
