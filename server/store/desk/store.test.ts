import { expect, test } from 'vitest';
import { deskMigrations } from './store.ts';

test('whatever came later sorts behind what databases hold already', () => {
  const first = ['2026-11-22-people', '2026-11-22-signing', '2026-11-office', '2026-11-trade', '2026-11-work'];
  expect(Object.keys(deskMigrations).sort().slice(0, first.length)).toEqual(first);
});
