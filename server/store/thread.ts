/**
 * One database on a thread of its own: what takes milliseconds there, a flush above all, the main thread does not wait
 * for. Requests are worked off in order; a fault of one is its answer.
 */
import { Worker } from 'node:worker_threads';

/** What is sent to the thread: nothing comes after `close`. */
export type ThreadMessage<Request> = { readonly request: Request } | 'close';

/** What the thread answers, in the order of the requests. */
export type ThreadAnswer<Value> = { readonly value: Value } | { readonly fault: Error };

interface Asked<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (fault: Error) => void;
}

export class DatabaseThread<Request, Value> {
  readonly #module: URL;
  readonly #file: string;
  readonly #asked: Asked<Value>[] = [];
  #worker: Worker | undefined;

  /** `module` answers with `answerRequests`. It is started with the first request. */
  constructor(module: URL, file: string) {
    this.#module = module;
    this.#file = file;
  }

  ask(request: Request): Promise<Value> {
    this.#worker ??= this.#start();
    return this.#send(this.#worker, { request });
  }

  /** Ends the thread after all that was asked. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = undefined;
    await this.#send(worker, 'close');
    await worker.terminate();
  }

  #send(worker: Worker, message: ThreadMessage<Request>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      worker.postMessage(message);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#module, { workerData: this.#file });
    worker.on('message', (answer: ThreadAnswer<Value>) => {
      const asked = this.#asked.shift();
      if ('fault' in answer) asked?.reject(answer.fault);
      else asked?.resolve(answer.value);
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
