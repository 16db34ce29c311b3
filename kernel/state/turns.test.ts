import { expect, it } from 'vitest';
import { isAwaited } from './turns.ts';

const turns = { sent: { limit: 'departure' }, arrived: { limit: 'border' } };

it.each([
  ['sent', true],
  ['arrived', true],
  ['released', false],
  ['constructor', false],
])('a record is awaited while somebody has to act: %s', (state, is) => {
  expect(isAwaited({ turns }, state)).toBe(is);
});

it('is awaited always where nobody is told to act', () => {
  for (const lifeCycle of [undefined, {}, { turns: {} }]) expect(isAwaited(lifeCycle, 'sent')).toBe(true);
});
