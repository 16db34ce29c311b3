/** The thread that writes an institution's records. */
import { workerData } from 'node:worker_threads';
import { BulkWriter, type Commit } from './bulk-writer.ts';
import { connect } from './connection.ts';
import { answerRequests } from './thread-answers.ts';

export type WriterRequest =
  | { readonly kind: 'commit'; readonly commit: Commit }
  | { readonly kind: 'index'; readonly upTo: number; readonly limit: number };

const sqlite = connect(workerData as string);
const writer = new BulkWriter(sqlite);

/** How many records the text index took in. */
answerRequests(sqlite, (request: WriterRequest): number => {
  if (request.kind === 'index') return writer.indexSearch(request.upTo, request.limit);
  writer.commit(request.commit);
  return 0;
});
