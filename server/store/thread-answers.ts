/** The inner side of a `DatabaseThread`. */
import type { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadMessage } from './thread.ts';

/** Answers each message to this thread. A fault of a request is its answer; the thread goes on. */
export function answerRequests<Request, Value>(sqlite: DatabaseSync, answer: (request: Request) => Value): void {
  parentPort?.on('message', (message: ThreadMessage<Request>) => parentPort?.postMessage(answered(message)));

  function answered(message: ThreadMessage<Request>): ThreadAnswer<Value | undefined> {
    try {
      if (message !== 'close') return { value: answer(message.request) };
      sqlite.close();
      return { value: undefined };
    } catch (fault) {
      return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
    }
  }
}
