/** What the workbench's routes share with the rest of the server. */
import type { Documents } from '../documents.ts';
import type { FindingWords } from '../finding-words.ts';
import type { PrintPaper } from '../papers.ts';

export interface DeskMeans {
  readonly words: FindingWords;
  readonly documents: Documents;
  readonly print: PrintPaper;
}
