/** The process that sets pages. A page that cannot be set is its answer; the process goes on. */
import type { PageAnswer } from './printer.ts';
import type { Sheet } from './sheet.ts';
import { Typesetter, TypesettingFault } from './typesetter.ts';

const typesetter = new Typesetter();

process.on('message', (sheet: Sheet) => process.send?.(answer(sheet)));
// A server that is gone would leave it behind, unseen.
process.on('disconnect', () => process.exit());

function answer(sheet: Sheet): PageAnswer {
  try {
    return { pdf: typesetter.typeset(sheet) };
  } catch (fault) {
    if (!(fault instanceof TypesettingFault)) throw fault;
    return { fault: fault.message };
  }
}
