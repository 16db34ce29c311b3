/** The season's corridor: founded a week before it opens, each country's server on a thread of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder, foundCorridor } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { type RunningServer, startServer } from '../../server/server.ts';
import { freePort } from '../../test/corridor.ts';
import type { Books } from './books.ts';
import type { SeasonClock } from './clock.ts';
import type { ManifestPapers } from './customs/sending.ts';
import type { LotPapers } from './exporter.ts';
import { exporter, importer, receivingCustoms, sendingCustoms } from './figures.ts';
import type { Attempt, Paper } from './side.ts';

/** First days of the clock: founding, and the registers before the season. */
export const foundingDay = -8;

/** With customs, each server has a second institution. */
export async function foundSeason(clock: SeasonClock, customs: boolean): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'samur-season-'));
  const named = (id: string, functions: readonly string[]) => ({ id, names: { az: id, ru: id, en: id }, functions });
  const institutions = (service: string, border: string) => [
    named(service, ['laboratory', 'nppo']),
    ...(customs ? [named(border, ['customs'])] : []),
  ];
  clock.set(foundingDay);
  await foundCorridor(
    {
      data,
      corridor: 'az-ru',
      demonstration: true,
      countries: [
        { country: 'AZ', port: await freePort(), institutions: institutions(exporter, sendingCustoms) },
        { country: 'RU', port: await freePort(), institutions: institutions(importer, receivingCustoms) },
      ],
      profiles,
      log: 'warn',
      now: clock.now(),
    },
    nodeCrypto,
  );
  return data;
}

export async function serve(data: string, country: string, clock: SeasonClock): Promise<RunningServer> {
  const server = await startServer(countryFolder(data, country), profiles, clock.now);
  if (server instanceof Refusal) throw new Error(`${server.code} ${JSON.stringify(server.detail)}`);
  return server;
}

export function institutionOf({ institutions }: RunningServer, id: string): Institution {
  const institution = institutions.get(id);
  if (!institution) throw new Error(`${id} is not on this server`);
  return institution as Institution;
}

export const removeSeason = (data: string): Promise<void> => rm(data, { recursive: true, force: true });

/** What the importing side's thread is asked; it answers each in turn. */
export type Ask =
  | { readonly kind: 'open' }
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly sent: Sent }
  | { readonly kind: 'received' }
  | { readonly kind: 'counts' }
  | { readonly kind: 'books' }
  | { readonly kind: 'attempt'; readonly paper: Paper; readonly desk: Desk }
  | { readonly kind: 'stop' };

export type Desk = 'service' | 'customs';

/** What the exporting side's desks tell of the days before. */
export interface Sent {
  readonly papers: readonly LotPapers[];
  readonly manifests: readonly ManifestPapers[];
  /** Certificates of these days that are taken back or replaced as the next ones begin, by lot. */
  readonly earlier: readonly (readonly [number, string])[];
}

export interface ImporterStart {
  readonly data: string;
  readonly shared: SharedArrayBuffer;
  readonly seed: number;
  readonly share: number;
  /** Share of the lots that go by manifest; 0 for a corridor without customs. */
  readonly manifests: number;
}

interface Waiting {
  resolve(value: never): void;
  reject(fault: unknown): void;
}

/** The importing side on its thread. Several questions may be open at once. */
export class ImporterThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  private constructor(start: ImporterStart) {
    this.#worker = new Worker(new URL('./importer-thread.ts', import.meta.url), { workerData: start });
    this.#worker.on('message', ([number, value]: [number, unknown]) => {
      this.#waiting.get(number)?.resolve(value as never);
      this.#waiting.delete(number);
    });
    this.#worker.on('error', (fault) => {
      for (const { reject } of this.#waiting.values()) reject(fault);
    });
  }

  static async start(start: ImporterStart): Promise<ImporterThread> {
    const thread = new ImporterThread(start);
    await thread.#answer(0);
    return thread;
  }

  open = (): Promise<void> => this.#ask({ kind: 'open' });
  days = (days: readonly number[], sent: Sent): Promise<[number, string][]> => this.#ask({ kind: 'days', days, sent });
  received = (): Promise<void> => this.#ask({ kind: 'received' });
  counts = (): Promise<readonly ReadonlyMap<string, number>[]> => this.#ask({ kind: 'counts' });
  books = (): Promise<ReadonlyMap<string, Books>> => this.#ask({ kind: 'books' });
  attempt = (paper: Paper, desk: Desk = 'service'): Promise<Attempt> => this.#ask({ kind: 'attempt', paper, desk });
  stop = async (): Promise<void> => {
    await this.#ask({ kind: 'stop' });
    await this.#worker.terminate();
  };

  #ask<T>(ask: Ask): Promise<T> {
    const number = ++this.#asked;
    this.#worker.postMessage([number, ask]);
    return this.#answer(number);
  }

  #answer<T>(number: number): Promise<T> {
    return new Promise<T>((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
  }
}
