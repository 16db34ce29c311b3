import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { selectionFindings } from '../selection/words.ts';
import { findings } from './index.ts';

const marks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

it('has each code in one file alone', async () => {
  const names = readdirSync(new URL('.', import.meta.url)).filter((name) => !/^(index|.*\.test)\.ts$/.test(name));
  const codes: string[] = Object.keys(selectionFindings);
  for (const name of names) {
    const file = (await import(new URL(name, import.meta.url).href)) as Record<string, object>;
    for (const [exported, sentences] of Object.entries(file))
      if (exported.endsWith('Findings')) codes.push(...Object.keys(sentences));
  }
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.sort()).toEqual(Object.keys(findings).sort());
});

it('says the same in every language', () => {
  const odd = Object.entries(findings).filter(
    ([, { az, ru, en }]) => `${marks(az)}` !== `${marks(en)}` || `${marks(ru)}` !== `${marks(en)}`,
  );
  expect(odd.map(([code]) => code)).toEqual([]);
});
