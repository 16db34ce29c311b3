/** The thread that works off the statements of one database which can be made again: its commits are not flushed. */
import { workerData } from 'node:worker_threads';
import { adapter } from './adapter.ts';
import { connect } from './connection.ts';
import { answerRequests } from './thread-answers.ts';

export interface StatementRequest {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface StatementResult {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

const sqlite = connect(workerData as string, 'NORMAL');
const statements = adapter(sqlite);

answerRequests(sqlite, ({ sql, parameters }: StatementRequest): StatementResult => {
  const statement = statements.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters), changes: 0 };
  return { rows: [], changes: Number(statement.run(parameters).changes) };
});
