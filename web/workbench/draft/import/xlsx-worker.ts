/** Reads workbooks away from the page, so that none of them can hold it up. */
import { Unreadable } from './delimited.ts';
import type { WorkbookAnswer } from './read-file.ts';
import { readWorkbook } from './workbook.ts';

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  postMessage(answerTo(new Uint8Array(data)));
});

function answerTo(bytes: Uint8Array): WorkbookAnswer {
  try {
    return { sheet: readWorkbook(bytes) };
  } catch (fault) {
    return { reason: fault instanceof Unreadable ? fault.reason : 'not-a-workbook' };
  }
}
