/** Finds the record that a person means: full id, short id, or the number it is known by. */
import type { Context } from './command.ts';
import type { Connection } from './connection.ts';
import { exit, Failure } from './failure.ts';
import { Progress } from './progress.ts';
import { localTime, printable, typeText } from './text-output.ts';
import type { Page, RecordLine, RecordView } from './wire.ts';

const fullId = /^[0-9a-f]{64}$/;
const idStart = /^[0-9a-f]{8,63}$/;

export async function findId(context: Context, connection: Connection, named: string): Promise<string | Failure> {
  if (fullId.test(named)) return named;
  const numbered = await collect(context, connection, new URLSearchParams({ q: named.slice(0, 200) }));
  if (numbered instanceof Failure) return numbered;
  const exact = numbered.filter((line) => line.number === named);
  // An answer may carry the number of what it answers: the record with a life of its own is meant.
  const own = exact.filter(({ profile, type }) => context.catalogue.type(profile, type)?.declaration.lifeCycle);
  if (exact.length > 0) return only(context, named, own.length > 0 ? own : exact);
  // Half an id can be mistaken for a number, not the other way round, so all ids are looked through last.
  const all = idStart.test(named) ? await collect(context, connection, new URLSearchParams()) : [];
  return all instanceof Failure
    ? all
    : only(
        context,
        named,
        all.filter(({ id }) => id.startsWith(named)),
      );
}

export async function findRecord(
  context: Context,
  connection: Connection,
  named: string,
): Promise<RecordView | Failure> {
  const id = await findId(context, connection, named);
  return id instanceof Failure ? id : connection.json<RecordView>(`/api/records/${id}`);
}

function only(context: Context, named: string, lines: readonly RecordLine[]): string | Failure {
  const [first, second] = lines;
  if (!first) return new Failure(exit.refused, [context.say('unknown-record', { id: named.slice(0, 100) })]);
  if (!second) return first.id;
  const candidates = lines
    .slice(0, 20)
    .map((line) => `  ${line.id}  ${localTime(line.time)}  ${printable(called(context, line))}`);
  return new Failure(exit.refused, [context.say('ambiguous-record', { id: named.slice(0, 100) }), ...candidates]);
}

function called({ catalogue, language }: Context, { profile, type, number, title, issuer }: RecordLine): string {
  return [typeText(catalogue, profile, type, language), number || title, issuer].filter(Boolean).join('  ');
}

/** All pages of a list. */
export async function collect(
  context: Context,
  connection: Connection,
  query: URLSearchParams,
): Promise<RecordLine[] | Failure> {
  const progress = new Progress(context);
  const lines: RecordLine[] = [];
  const parameters = new URLSearchParams(query);
  parameters.set('limit', '200');
  for (;;) {
    const page = await connection.json<Page>(`/api/records?${parameters}`);
    if (page instanceof Failure) {
      progress.end();
      return page;
    }
    lines.push(...page.items);
    if (page.next === undefined) break;
    progress.show(context.say('reading', { count: lines.length }));
    parameters.set('cursor', page.next);
  }
  progress.end();
  return lines;
}
