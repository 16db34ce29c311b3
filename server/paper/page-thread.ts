/** The thread that sets pages. A page that cannot be set is its answer; the thread goes on. */
import { parentPort } from 'node:worker_threads';
import type { PageAnswer } from './printer.ts';
import type { Sheet } from './sheet.ts';
import { Typesetter, TypesettingFault } from './typesetter.ts';

const typesetter = new Typesetter();

parentPort?.on('message', (sheet: Sheet) => parentPort?.postMessage(answer(sheet)));

function answer(sheet: Sheet): PageAnswer {
  try {
    return { pdf: typesetter.typeset(sheet) };
  } catch (fault) {
    if (!(fault instanceof TypesettingFault)) throw fault;
    return { fault: fault.message };
  }
}
