import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertReferences, names, newestNaming } from './dossier.ts';
import { IndexStore } from './index-store.ts';

let folder: string;
let store: IndexStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-naming-'));
  store = await IndexStore.open(join(folder, 'index.db'));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const number = fc.record({ value: fc.constantFrom('A1', 'A12', 'B1'), kind: fc.constantFrom('company', 'seal') });
const rows = fc.array(fc.tuple(number, fc.integer({ min: 1, max: 30 })), { maxLength: 40 });

test('the newest that name any of the numbers, each once, page after page to the last', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(number, { maxLength: 4 }),
      fc.integer({ min: 1, max: 7 }),
      async (all, asked, limit) => {
        await store.write(async (db) => {
          await db.deleteFrom('dossier_reference').execute();
          await insertReferences(
            db,
            all.map(([one, seq]) => ({ ...one, seq })),
          );
        });
        const isAsked = (one: { value: string; kind: string }) =>
          asked.some(({ value, kind }) => value === one.value && kind === one.kind);
        const expected = [...new Set(all.filter(([one]) => isAsked(one)).map(([, seq]) => seq))].sort((a, b) => b - a);
        const found: number[] = [];
        for (let before: number | undefined = Number.MAX_SAFE_INTEGER; before !== undefined; ) {
          const piece = await newestNaming(store.db, asked, before, limit);
          expect(piece.length).toBeLessThanOrEqual(limit);
          found.push(...piece);
          before = piece.length === limit ? piece.at(-1) : undefined;
        }
        expect(found).toEqual(expected);
        for (let seq = 1; seq <= 30; seq += 7) expect(await names(store.db, seq, asked)).toBe(expected.includes(seq));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
