import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../kernel/profile.ts';
import {
  alike,
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
import { codeWords } from '../code-words/index.ts';
import { customs } from '../profile.ts';
import { dispositionReasons, recognitionReasons, rejectionReasons, withdrawalReasons } from '../reasons.ts';
import { laneLabels } from '../selection/words.ts';
import { evident, labels } from './index.ts';

const selections = await Promise.all(
  Object.entries(customs.selections ?? {}).map(async ([name, load]) => [name, (await load()).settings] as const),
);
const schemas = [
  ...Object.entries(customs.types).flatMap(([name, type]) =>
    Object.values(type.schemas).map((schema) => [name, schema] as const),
  ),
  ...selections,
];
const members = schemas.flatMap(([name, schema]) => membersOf(name, schema as JsonSchema));

describe('labels', () => {
  it('name every member of every schema', () => {
    expect(members.length).toBeGreaterThan(150);
    expect(unnamed(members, labels)).toEqual([]);
  });

  it('are all used, each in one file alone', async () => {
    expect(unused(members, labels)).toEqual([]);
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !/^(index|.*\.test)\.ts$/.test(name));
    const keys: string[] = Object.keys(laneLabels);
    for (const file of files) {
      const tables = (await import(new URL(file, import.meta.url).href)) as Record<string, object>;
      keys.push(...Object.values(tables).flatMap((table) => Object.keys(table)));
    }
    expect(keys.sort()).toEqual(Object.keys(labels).sort());
  });

  it('tell the members of one object apart', () => {
    expect(alike(members, labels)).toEqual([]);
  });

  it('are spared only where there are such members', () => {
    expect(strayEnds(members, evident)).toEqual([]);
  });

  it('differ by language', () => {
    expect(sameInTwo(labels)).toEqual([]);
  });
});

describe('words of codes', () => {
  it('stand for every value that a schema lists', () => {
    expect(listedValues(members).length).toBeGreaterThan(90);
    expect(valuesWithoutWords(members, codeWords)).toEqual([]);
  });

  it('stand where a schema has them, for codes that it takes', () => {
    expect(unused(members, codeWords)).toEqual([]);
    expect(codesNotTaken(members, codeWords)).toEqual([]);
  });

  it('tell codes apart, and differ by language', () => {
    // Symbols of units, and country names that English and Azerbaijani share.
    const shared = /^([a-z/]*[lm][²³]?|t)$/;
    expect(confused(codeWords, shared)).toEqual([]);
  });

  it('offer in a form the reasons that the rules of its type take', () => {
    const reasons = ['manifest-registration', 'recognition', 'manifest-disposition'].map(
      (type) => codeWords[`${type}/reasons/code`],
    );
    expect(reasons).toEqual([rejectionReasons, recognitionReasons, dispositionReasons]);
    expect(codeWords['manifest-withdrawal/reason']).toBe(withdrawalReasons);
  });
});
