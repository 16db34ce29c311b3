/**
 * Papers, set on a thread of their own: a page takes some hundredths of a second in which the server goes on. One at a
 * time; who would wait behind too many is refused.
 */
import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Sheet } from './sheet.ts';

const waitingMost = 32;
/** A page that takes longer is given up: its thread is left to end by itself and another takes its place. */
const pageMs = 20_000;

/** What the thread answers. */
export type PageAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

interface Asked {
  readonly sheet: Sheet;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (fault: Error) => void;
}

export class Printer {
  readonly #asked: Asked[] = [];
  readonly #limitMs: number;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs = pageMs) {
    this.#limitMs = limitMs;
  }

  /** The PDF. `request.too-many` when too many wait. Rejects when the page could not be set: a fault of the program. */
  async print(sheet: Sheet): Promise<Uint8Array | Refusal> {
    if (this.#asked.length > waitingMost) return refuse('request.too-many');
    return new Promise((resolve, reject) => {
      this.#asked.push({ sheet, resolve, reject });
      if (this.#asked.length === 1) this.#next();
    });
  }

  /** Gives up what still waits. */
  async close(): Promise<void> {
    const waiting = this.#asked.splice(0);
    for (const { reject } of waiting) reject(new Error('the server stops'));
    await this.#drop();
  }

  #next(): void {
    const [first] = this.#asked;
    if (!first) return;
    this.#worker ??= this.#start();
    this.#timer = setTimeout(() => {
      void this.#drop();
      this.#answer({ fault: `a page was not set within ${this.#limitMs} ms` });
    }, this.#limitMs);
    this.#worker.postMessage(first.sheet);
  }

  #answer(answer: PageAnswer): void {
    clearTimeout(this.#timer);
    const asked = this.#asked.shift();
    if ('pdf' in answer) asked?.resolve(answer.pdf);
    else asked?.reject(new Error(answer.fault));
    this.#next();
  }

  #start(): Worker {
    const worker = new Worker(new URL('page-thread.ts', import.meta.url));
    // A thread that was given up may still have something to say.
    const ifStillOurs = (answer: PageAnswer): void => {
      if (this.#worker === worker) this.#answer(answer);
    };
    worker.on('message', ifStillOurs);
    worker.on('error', (fault) => {
      const ours = this.#worker === worker;
      if (ours) this.#worker = undefined;
      if (ours) this.#answer({ fault: String(fault) });
    });
    return worker;
  }

  async #drop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    clearTimeout(this.#timer);
    await worker?.terminate();
  }
}
