/** Whether the words of a profile fit its schemas: each function gives what does not. */
import { languages, type Text } from '../finding.ts';
import type { JsonSchema } from '../profile.ts';

interface Schema {
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

export interface Member {
  readonly path: readonly string[];
  /** Its schema, those of its items, and all alternatives. */
  readonly schemas: readonly Schema[];
}

/** Words by the ends of paths. */
type Table = Readonly<Record<string, Text>>;
export type CodeTables = Readonly<Record<string, Table>>;

const alternatives = (schema: Schema): readonly Schema[] => [
  schema,
  ...(schema.anyOf ?? []).flatMap(alternatives),
  ...(schema.items === undefined ? [] : alternatives(schema.items)),
];

/** Every member of a schema at any depth, under `name`. */
export function membersOf(name: string, schema: JsonSchema): readonly Member[] {
  return below(alternatives(schema as Schema), [name]);
}

function below(schemas: readonly Schema[], path: readonly string[]): readonly Member[] {
  return schemas.flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([name, schema]) => {
      const member = { path: [...path, name], schemas: alternatives(schema) };
      return [member, ...below(member.schemas, member.path)];
    }),
  );
}

/** The key of the table that a path is looked up by: the longest end that is there. */
export const keyOf = (table: object, path: readonly string[]): string | undefined =>
  path.map((_, from) => path.slice(from).join('/')).find((end) => Object.hasOwn(table, end));

export const unnamed = (members: readonly Member[], labels: Table): readonly string[] =>
  members.filter(({ path }) => keyOf(labels, path) === undefined).map(({ path }) => path.join('/'));

export function unused(members: readonly Member[], table: object): readonly string[] {
  const used = new Set(members.map(({ path }) => keyOf(table, path)));
  return Object.keys(table).filter((key) => !used.has(key));
}

/** Those that say the same in two languages. */
export const sameInTwo = (labels: Table): readonly string[] =>
  Object.entries(labels).flatMap(([key, { az, ru, en }]) => (new Set([az, ru, en]).size === 3 ? [] : [key]));

/** Members of one object that are named alike. */
export function alike(members: readonly Member[], labels: Table): readonly string[] {
  const objects = Map.groupBy(members, ({ path }) => path.slice(0, -1).join('/'));
  return [...objects].flatMap(([object, inner]) =>
    languages.flatMap((language) => {
      const said = inner.map(({ path }) => labels[keyOf(labels, path) ?? '']?.[language]);
      return said.flatMap((text, at) => (said.indexOf(text) === at ? [] : [`${object}: ${text}`]));
    }),
  );
}

/** Ends of paths that no member has. */
export function strayEnds(members: readonly Member[], ends: readonly string[]): readonly string[] {
  const there = new Set(members.flatMap(({ path }) => path.map((_, from) => path.slice(from).join('/'))));
  return ends.filter((end) => !there.has(end));
}

/** Every text that a schema lists as a value, by the path of its member. */
export const listedValues = (members: readonly Member[]) =>
  members.flatMap(({ path, schemas }) =>
    schemas
      .flatMap((schema) => [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])])
      .filter((value) => typeof value === 'string')
      .map((value) => ({ path, value })),
  );

export const valuesWithoutWords = (members: readonly Member[], tables: CodeTables): readonly string[] =>
  listedValues(members)
    .filter(({ path, value }) => {
      const key = keyOf(tables, path);
      return key === undefined || !Object.hasOwn(tables[key] as object, value);
    })
    .map(({ path, value }) => `${path.join('/')}: ${value}`);

/** Codes with words that no schema takes where their table is used. */
export function codesNotTaken(members: readonly Member[], tables: CodeTables): readonly string[] {
  const uses = members.flatMap((member) => {
    const key = keyOf(tables, member.path);
    return key === undefined ? [] : [{ key, ...member }];
  });
  const takes = ({ schemas }: Member, code: string) =>
    schemas.some(
      ({ pattern, enum: listed, const: only }) =>
        only === code || listed?.includes(code) || (pattern !== undefined && new RegExp(pattern, 'u').test(code)),
    );
  return Object.values(tables).flatMap((table) => {
    const places = uses.filter(({ key }) => tables[key] === table);
    return Object.keys(table).filter((code) => !places.some((place) => takes(place, code)));
  });
}

/**
 * Words that stand for two codes of one table, or are the same in Russian and another language. `shared`: symbols and
 * the like, that may.
 */
export function confused(tables: CodeTables, shared: RegExp): readonly string[] {
  return Object.entries(tables).flatMap(([key, table]) => {
    const texts = Object.values(table);
    const twice = languages.flatMap((language) => {
      const words = texts.map((text) => text[language]);
      return words.filter((word, at) => words.indexOf(word) !== at);
    });
    const same = texts.flatMap(({ az, ru, en }) => (!shared.test(az) && (az === ru || ru === en) ? [ru] : []));
    return [...twice, ...same].map((word) => `${key}: ${word}`);
  });
}
