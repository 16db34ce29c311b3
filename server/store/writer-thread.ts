/** The thread that writes one database. A fault of a request is its answer; the thread goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { BulkWriter } from './bulk-writer.ts';
import { connect } from './connection.ts';
import type { WriterAnswer, WriterRequest } from './writer.ts';

const sqlite = connect(workerData as string);
const writer = new BulkWriter(sqlite);

parentPort?.on('message', (request: WriterRequest) => parentPort?.postMessage(answer(request)));

function answer(request: WriterRequest): WriterAnswer {
  try {
    if (request.kind === 'commit') writer.commit(request.commit);
    if (request.kind === 'close') sqlite.close();
    return { value: request.kind === 'index' ? writer.indexSearch(request.upTo, request.limit) : 0 };
  } catch (fault) {
    return { value: 0, fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }
}
