import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../../kernel/finding.ts';
import { languages } from '../../../kernel/finding.ts';
import { codeWords } from '../code-words/index.ts';
import { customs } from '../profile.ts';
import { dispositionReasons, recognitionReasons, rejectionReasons, withdrawalReasons } from '../reasons.ts';
import { laneLabels } from '../selection/words.ts';
import { evident, labels } from './index.ts';

interface Schema {
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Member {
  readonly path: readonly string[];
  /** Its schema, those of its items, and all alternatives. */
  readonly schemas: readonly Schema[];
}

const alternatives = (schema: Schema): readonly Schema[] => [
  schema,
  ...(schema.anyOf ?? []).flatMap(alternatives),
  ...(schema.items === undefined ? [] : alternatives(schema.items)),
];

function membersOf(schemas: readonly Schema[], path: readonly string[]): readonly Member[] {
  return schemas.flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([name, schema]) => {
      const member = { path: [...path, name], schemas: alternatives(schema) };
      return [member, ...membersOf(member.schemas, member.path)];
    }),
  );
}

const selections = await Promise.all(
  Object.entries(customs.selections ?? {}).map(async ([name, load]) => [name, (await load()).settings] as const),
);
const schemas = [
  ...Object.entries(customs.types).flatMap(([name, type]) =>
    Object.values(type.schemas).map((schema) => [name, schema] as const),
  ),
  ...selections,
];
const members = schemas.flatMap(([name, schema]) => membersOf(alternatives(schema as Schema), [name]));

/** The key of the table that a path is looked up by: the longest end that is there. */
const keyOf = (table: object, path: readonly string[]) =>
  path.map((_, from) => path.slice(from).join('/')).find((end) => Object.hasOwn(table, end));

const differ = ({ az, ru, en }: Text) => new Set([az, ru, en]).size === 3;

describe('labels', () => {
  it('name every member of every schema', () => {
    expect(members.length).toBeGreaterThan(150);
    const unnamed = members.filter(({ path }) => keyOf(labels, path) === undefined);
    expect(unnamed.map(({ path }) => path.join('/'))).toEqual([]);
  });

  it('are all used, each in one file alone', async () => {
    const used = new Set(members.map(({ path }) => keyOf(labels, path)));
    expect(Object.keys(labels).filter((key) => !used.has(key))).toEqual([]);
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !/^(index|.*\.test)\.ts$/.test(name));
    const keys: string[] = Object.keys(laneLabels);
    for (const file of files) {
      const tables = (await import(new URL(file, import.meta.url).href)) as Record<string, object>;
      keys.push(...Object.values(tables).flatMap((table) => Object.keys(table)));
    }
    expect(keys.sort()).toEqual(Object.keys(labels).sort());
  });

  it('tell the members of one object apart', () => {
    const objects = Map.groupBy(members, ({ path }) => path.slice(0, -1).join('/'));
    for (const [object, inner] of objects)
      for (const language of languages) {
        const said = inner.map(({ path }) => labels[keyOf(labels, path) ?? '']?.[language]);
        expect(
          said.filter((text, at) => said.indexOf(text) !== at),
          object,
        ).toEqual([]);
      }
  });

  it('are spared only where there are such members', () => {
    const ends = new Set(members.flatMap(({ path }) => path.map((_, from) => path.slice(from).join('/'))));
    expect(evident.filter((end) => !ends.has(end))).toEqual([]);
  });

  it('differ by language', () => {
    expect(Object.keys(labels).filter((key) => !differ(labels[key] as Text))).toEqual([]);
  });
});

describe('words of codes', () => {
  it('stand for every value that a schema lists', () => {
    const listed = members.flatMap(({ path, schemas: all }) =>
      all
        .flatMap((schema) => [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])])
        .filter((value) => typeof value === 'string')
        .map((value) => ({ path, value })),
    );
    expect(listed.length).toBeGreaterThan(90);
    const unnamed = listed.filter(({ path, value }) => {
      const key = keyOf(codeWords, path);
      return key === undefined || !Object.hasOwn(codeWords[key] as object, value);
    });
    expect(unnamed.map(({ path, value }) => `${path.join('/')}: ${value}`)).toEqual([]);
  });

  it('stand where a schema has them, for codes that it takes', () => {
    const uses = members.flatMap((member) => {
      const key = keyOf(codeWords, member.path);
      return key === undefined ? [] : [{ key, ...member }];
    });
    expect(Object.keys(codeWords).filter((key) => !uses.some((use) => use.key === key))).toEqual([]);
    const takes = ({ schemas: all }: Member, code: string) =>
      all.some(
        ({ pattern, enum: listed, const: only }) =>
          only === code || listed?.includes(code) || (pattern !== undefined && new RegExp(pattern, 'u').test(code)),
      );
    const stray = Object.values(codeWords).flatMap((table) => {
      const places = uses.filter(({ key }) => codeWords[key] === table);
      return Object.keys(table).filter((code) => !places.some((place) => takes(place, code)));
    });
    expect(stray).toEqual([]);
  });

  it('tell codes apart, and differ by language', () => {
    // Symbols of units, and country names that English and Azerbaijani share.
    const shared = /^([a-z/]*[lm][²³]?|t)$/;
    for (const [key, table] of Object.entries(codeWords)) {
      for (const language of languages) {
        const words = Object.values(table).map((text) => text[language]);
        expect(
          words.filter((word, at) => words.indexOf(word) !== at),
          key,
        ).toEqual([]);
      }
      for (const text of Object.values(table)) {
        if (!shared.test(text.az)) expect(text.az, key).not.toBe(text.ru);
        if (!shared.test(text.az)) expect(text.ru, key).not.toBe(text.en);
      }
    }
  });

  it('offer in a form the reasons that the rules of its type take', () => {
    const reasons = ['manifest-registration', 'recognition', 'manifest-disposition'].map(
      (type) => codeWords[`${type}/reasons/code`],
    );
    expect(reasons).toEqual([rejectionReasons, recognitionReasons, dispositionReasons]);
    expect(codeWords['manifest-withdrawal/reason']).toBe(withdrawalReasons);
  });
});
