/** Thread of the importing side: its server, and its officers' work as the driver asks for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { booksOf } from './books.ts';
import { SeasonClock } from './clock.ts';
import { type Ask, type ImporterStart, serve } from './corridor.ts';
import { exporter, importer } from './figures.ts';
import { Importer } from './importer.ts';
import { planYear } from './plan.ts';
import { Side } from './side.ts';

const { data, shared, seed, share } = workerData as ImporterStart;
const [server, institution] = await serve(data, importer, new SeasonClock(shared));
const desk = new Importer(await Side.open(institution, exporter), planYear(seed, share));

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.kind) {
    case 'open':
      return desk.open();
    case 'days':
      return desk.days(ask.days, ask.papers);
    case 'received':
      return desk.side.received();
    case 'counts':
      return desk.side.issued;
    case 'books':
      return booksOf(institution);
    case 'attempt':
      return desk.side.attempt(ask.paper);
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
