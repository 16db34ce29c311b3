import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../kernel/contents.ts';
import { languages, type Text } from '../../../kernel/finding.ts';
import { arbitraryCertificate } from '../claims/arbitrary.ts';
import { codeWords } from '../code-words/index.ts';
import { packageTypes } from '../codes/packages.ts';
import { captions } from '../paper/words.ts';
import { phytosanitary } from '../profile.ts';
import { evident, labels } from './index.ts';

interface Schema {
  readonly type?: string;
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

const members = Object.entries(phytosanitary.types).flatMap(([name, { schemas }]) =>
  Object.values(schemas).flatMap((schema) => membersOf(alternatives(schema as Schema), [name])),
);

/** The key of the table that a path is looked up by: the longest end that is there. */
const keyOf = (table: object, path: readonly string[]) =>
  path.map((_, from) => path.slice(from).join('/')).find((end) => Object.hasOwn(table, end));

const differ = ({ az, ru, en }: Text) => new Set([az, ru, en]).size === 3;

describe('labels', () => {
  it('name every member of every schema', () => {
    expect(members.length).toBeGreaterThan(1000);
    const unnamed = members.filter(({ path }) => keyOf(labels, path) === undefined);
    expect(unnamed.map(({ path }) => path.join('/'))).toEqual([]);
  });

  it('are all used, each in one file alone', async () => {
    const used = new Set(members.map(({ path }) => keyOf(labels, path)));
    expect(Object.keys(labels).filter((key) => !used.has(key))).toEqual([]);
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !/^(index|.*\.test)\.ts$/.test(name));
    const keys: string[] = [];
    for (const file of files) {
      const tables = (await import(new URL(file, import.meta.url).href)) as Record<string, object>;
      keys.push(...Object.values(tables).flatMap((table) => Object.keys(table)));
    }
    expect(keys.sort()).toEqual(Object.keys(labels).sort());
  });

  it('are spared only where there are such members', () => {
    const ends = new Set(members.flatMap(({ path }) => path.map((_, from) => path.slice(from).join('/'))));
    expect(evident.filter((end) => !ends.has(end))).toEqual([]);
  });

  it('differ by language', () => {
    expect(Object.keys(labels).filter((key) => !differ(labels[key] as Text))).toEqual([]);
  });
});

/** Captions of the printed form by the members that it prints under them. */
const printed = {
  exporter: 'consignor',
  consignee: 'consignee',
  packages: 'packages',
  marks: 'marks',
  origin: 'origins',
  conveyance: 'conveyances',
  entry: 'entryPoint',
  botanical: 'botanicalNames',
  line: 'line',
  totals: 'totals',
  'certifying-statement': 'statements',
  declaration: 'declarations',
  treatment: 'treatments',
  method: 'treatments/type',
  'place-of-issue': 'signatories/place',
  officer: 'officer',
  'date-of-issue': 'issued',
  container: 'containers',
  seals: 'seals',
  net: 'netWeight',
  gross: 'grossWeight',
  'net-volume': 'netVolume',
  'gross-volume': 'grossVolume',
  quantity: 'otherQuantity',
  hs: 'hs',
  batches: 'batches',
  identifier: 'id',
  replacement: 'replacement',
} as const;

it.each(Object.entries(printed))('caption %s of the printed form is the label of %s', (caption, key) => {
  for (const language of languages) {
    const { [language]: said } = captions[caption as keyof typeof printed];
    // The form numbers its parts, and goes on in small letters after a number.
    const alone = said.replace(/^I+\. /, '').toLocaleLowerCase(language);
    expect(labels[key]?.[language].toLocaleLowerCase(language)).toBe(alone);
  }
});

describe('words of codes', () => {
  const uses = members.flatMap((member) => {
    const key = keyOf(codeWords, member.path);
    return key === undefined ? [] : [{ key, ...member }];
  });

  it('stand for every value that a schema lists', () => {
    const listed = members.flatMap(({ path, schemas }) =>
      schemas
        .flatMap((schema) => [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])])
        .filter((value) => typeof value === 'string')
        .map((value) => ({ path, value })),
    );
    expect(listed.length).toBeGreaterThan(50);
    const unnamed = listed.filter(({ path, value }) => {
      const key = keyOf(codeWords, path);
      return key === undefined || !Object.hasOwn(codeWords[key] as object, value);
    });
    expect(unnamed.map(({ path, value }) => `${path.join('/')}: ${value}`)).toEqual([]);
  });

  it('stand where a schema has them, for codes that it takes', () => {
    const unused = Object.keys(codeWords).filter((key) => !uses.some((use) => use.key === key));
    expect(unused).toEqual([]);
    const takes = ({ schemas }: Member, code: string) =>
      schemas.some(
        ({ pattern, enum: listed, const: only }) =>
          only === code || listed?.includes(code) || (pattern !== undefined && new RegExp(pattern, 'u').test(code)),
      );
    const stray = Object.values(codeWords).flatMap((table) => {
      const places = uses.filter(({ key }) => codeWords[key] === table);
      return Object.keys(table).filter((code) => !places.some((place) => takes(place, code)));
    });
    expect(stray).toEqual([]);
    expect(Object.keys(codeWords['packages/type'] as object).filter((code) => !packageTypes.has(code))).toEqual([]);
  });

  it('tell codes apart, and differ by language', () => {
    // Symbols of units, and country names that English and Azerbaijani share.
    const shared = /^(°C|°F|K|%|ppm|[a-z/]*[lm]³?|t|ml)$/;
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
});

const leafLabels = (lines: readonly ContentLine[]): readonly (readonly [string, string])[] =>
  lines.flatMap((line) => [[line.path, line.label] as const, ...('lines' in line ? leafLabels(line.lines) : [])]);

describe('the content of every valid vector', () => {
  const folder = new URL('../vectors/valid/', import.meta.url);
  const vectors = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it.each(vectors)('%s has no raw member name', (name) => {
    const vector = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { type: string; claims: JsonObject };
    const names = new Set(members.map(({ path }) => path.at(-1)));
    for (const language of languages) {
      const told = leafLabels(contentsOf(phytosanitary, vector.type, 1, vector.claims, language));
      expect(told.length).toBeGreaterThan(0);
      // English words may be those of the schema, but not in small letters or run together.
      expect(told.filter(([, label]) => names.has(label))).toEqual([]);
    }
  });
});

const texts = (value: Json): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)];

const told = (lines: readonly ContentLine[]): readonly string[] =>
  lines.flatMap((line) => [line.label, ...('lines' in line ? told(line.lines) : [line.value])]);

it('every text of a certificate is told, as it is or in words', () => {
  const words = new Set(Object.values(codeWords).flatMap(Object.keys));
  // Dates, numbers and languages have tests of their own.
  const formed = /^(-?[0-9][0-9.:TZ+-]*|true|false|[a-z]{2}(-Latn)?)$/;
  fc.assert(
    fc.property(arbitraryCertificate, fc.constantFrom(...languages), (claims, language) => {
      const whole = told(contentsOf(phytosanitary, 'certificate', 1, claims, language)).join('\n');
      const missing = texts(claims).filter((text) => !whole.includes(text) && !words.has(text) && !formed.test(text));
      expect(missing).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
