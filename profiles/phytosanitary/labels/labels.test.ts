import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../kernel/contents.ts';
import { languages } from '../../../kernel/finding.ts';
import type { JsonSchema } from '../../../kernel/profile.ts';
import {
  codesNotTaken,
  confused,
  listedValues,
  membersOf,
  sameInTwo,
  strayEnds,
  unnamed,
  unused,
  valuesWithoutWords,
} from '../../../kernel/testing/schema-words.ts';
import { arbitraryCertificate } from '../claims/arbitrary.ts';
import { codeWords } from '../code-words/index.ts';
import { packageTypes } from '../codes/packages.ts';
import { captions } from '../paper/words.ts';
import { phytosanitary } from '../profile.ts';
import { evident, labels } from './index.ts';

const members = Object.entries(phytosanitary.types).flatMap(([name, { schemas }]) =>
  Object.values(schemas).flatMap((schema) => membersOf(name, schema as JsonSchema)),
);

describe('labels', () => {
  it('name every member of every schema', () => {
    expect(members.length).toBeGreaterThan(1000);
    expect(unnamed(members, labels)).toEqual([]);
  });

  it('are all used, each in one file alone', async () => {
    expect(unused(members, labels)).toEqual([]);
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !/^(index|.*\.test)\.ts$/.test(name));
    const keys: string[] = [];
    for (const file of files) {
      const tables = (await import(new URL(file, import.meta.url).href)) as Record<string, object>;
      keys.push(...Object.values(tables).flatMap((table) => Object.keys(table)));
    }
    expect(keys.sort()).toEqual(Object.keys(labels).sort());
  });

  it('are spared only where there are such members', () => {
    expect(strayEnds(members, evident)).toEqual([]);
  });

  it('differ by language', () => {
    expect(sameInTwo(labels)).toEqual([]);
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
  it('stand for every value that a schema lists', () => {
    expect(listedValues(members).length).toBeGreaterThan(50);
    expect(valuesWithoutWords(members, codeWords)).toEqual([]);
  });

  it('stand where a schema has them, for codes that it takes', () => {
    expect(unused(members, codeWords)).toEqual([]);
    expect(codesNotTaken(members, codeWords)).toEqual([]);
    expect(Object.keys(codeWords['packages/type'] as object).filter((code) => !packageTypes.has(code))).toEqual([]);
  });

  it('tell codes apart, and differ by language', () => {
    // Symbols of units, and country names that English and Azerbaijani share.
    const shared = /^(°C|°F|K|%|ppm|[a-z/]*[lm]³?|t|ml)$/;
    expect(confused(codeWords, shared)).toEqual([]);
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
