/**
 * The writing side of one database, on a thread of its own: the flush of a commit takes milliseconds, in which the
 * main thread goes on serving. Requests are worked off in order.
 */
import { Worker } from 'node:worker_threads';
import type { Commit } from './bulk-writer.ts';

export type WriterRequest =
  | { readonly kind: 'commit'; readonly commit: Commit }
  | { readonly kind: 'index'; readonly upTo: number; readonly limit: number }
  | { readonly kind: 'close' };

/** What the thread answers, in the order of the requests. */
export interface WriterAnswer {
  readonly value: number;
  readonly fault?: Error;
}

interface Asked {
  readonly resolve: (value: number) => void;
  readonly reject: (fault: Error) => void;
}

export class Writer {
  readonly #file: string;
  readonly #asked: Asked[] = [];
  #worker: Worker | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  ask(request: WriterRequest): Promise<number> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      worker.postMessage(request);
    });
  }

  /** Ends the thread after all that was asked. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await this.ask({ kind: 'close' });
    this.#worker = undefined;
    await worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('writer-thread.ts', import.meta.url), { workerData: this.#file });
    worker.on('message', ({ value, fault }: WriterAnswer) => {
      const asked = this.#asked.shift();
      if (fault) asked?.reject(fault);
      else asked?.resolve(value);
    });
    // Whether its last commit is on disk nobody can tell: only a start from the disk can. So the process ends.
    worker.on('error', (fault) => {
      setImmediate(() => {
        throw fault;
      });
    });
    return worker;
  }
}
