import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** More texts than the server's own queries make; what goes beyond only costs its preparation again. */
const keptStatements = 256;

/**
 * node:sqlite in the shape that Kysely's SQLite dialect asks for. Statements are kept by their text, for preparing one
 * takes longer than running it; so each must be read to its end at once.
 */
export function adapter(sqlite: DatabaseSync) {
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (sql: string) => {
    const statement = sqlite.prepare(sql);
    const all = (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[]));
    return {
      reader: statement.columns().length > 0,
      all,
      run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
      iterate: (parameters: readonly unknown[]) => all(parameters).values(),
    };
  };
  return {
    close: () => sqlite.close(),
    prepare(sql: string) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = prepare(sql);
      if (prepared.size >= keptStatements) prepared.delete(prepared.keys().next().value ?? '');
      prepared.set(sql, statement);
      return statement;
    },
  };
}
