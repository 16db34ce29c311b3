import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findings } from './index.ts';

it('has each code in one file alone', async () => {
  const names = readdirSync(new URL('.', import.meta.url)).filter((name) => !/^(index|.*\.test)\.ts$/.test(name));
  const codes: string[] = [];
  for (const name of names) {
    const file = (await import(new URL(name, import.meta.url).href)) as Record<string, object>;
    for (const [exported, sentences] of Object.entries(file))
      if (exported.endsWith('Findings')) codes.push(...Object.keys(sentences));
  }
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.sort()).toEqual(Object.keys(findings).sort());
});
