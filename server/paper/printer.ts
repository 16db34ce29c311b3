/**
 * Papers, set in a process of their own: a page takes some hundredths of a second in which the server goes on, and the
 * typesetter is native code that keeps a tenth of a megabyte of each page for good, whatever is asked of it. So the
 * process is replaced after some hundreds of pages. One page at a time; who would wait behind too many is refused.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Sheet } from './sheet.ts';

const waitingMost = 32;
const program = fileURLToPath(new URL('page-process.ts', import.meta.url));

/** What the process answers. */
export type PageAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

export interface PrinterLimits {
  /** A page that takes longer is given up, milliseconds. */
  readonly pageMs: number;
  readonly pagesOfProcess: number;
}

interface Asked {
  readonly sheet: Sheet;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (fault: Error) => void;
}

export class Printer {
  readonly #asked: Asked[] = [];
  readonly #limits: PrinterLimits;
  #process: ChildProcess | undefined;
  #pages = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Partial<PrinterLimits> = {}) {
    this.#limits = { pageMs: 20_000, pagesOfProcess: 500, ...limits };
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
    const child = this.#drop();
    if (child && child.exitCode === null && child.signalCode === null)
      await new Promise((ended) => child.once('exit', ended));
  }

  #next(): void {
    const [first] = this.#asked;
    if (!first) return;
    this.#process ??= this.#start();
    this.#timer = setTimeout(
      () => this.#giveUp(`a page was not set within ${this.#limits.pageMs} ms`),
      this.#limits.pageMs,
    );
    this.#process.send(first.sheet);
  }

  #answer(answer: PageAnswer): void {
    clearTimeout(this.#timer);
    if (++this.#pages >= this.#limits.pagesOfProcess) this.#drop();
    const asked = this.#asked.shift();
    if ('pdf' in answer) asked?.resolve(answer.pdf);
    else asked?.reject(new Error(answer.fault));
    this.#next();
  }

  #giveUp(fault: string): void {
    this.#drop();
    this.#answer({ fault });
  }

  #start(): ChildProcess {
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
      // A page is too little work to share: threads would only wait for each other.
      env: { ...process.env, RAYON_NUM_THREADS: '1' },
    });
    this.#pages = 0;
    // One that was given up may still have something to say.
    const ours = (): boolean => this.#process === child;
    child.on('message', (answer: PageAnswer) => ours() && this.#answer(answer));
    child.on('error', (fault) => ours() && this.#giveUp(fault.message));
    child.on('exit', (code, signal) => ours() && this.#giveUp(`the process of pages ended (${signal ?? code})`));
    return child;
  }

  #drop(): ChildProcess | undefined {
    const child = this.#process;
    this.#process = undefined;
    clearTimeout(this.#timer);
    // It may be inside native code, which hears nothing else.
    child?.kill('SIGKILL');
    return child;
  }
}
