import { expect, test } from 'vitest';
import { added, linesOf, shareOf } from './sums.ts';

const text = { az: 'x', ru: 'x', en: 'x' };
const outcomes = [
  { name: 'open', title: text },
  { name: 'pass', title: text },
];

test('sums of several periods are added, and every outcome has a line', () => {
  const sums = added([{ pass: { none: 5 } }, { pass: { none: 1, random: 2 } }, {}]);
  expect(linesOf(sums, outcomes).map(({ outcome, total, by }) => [outcome.name, total, by])).toEqual([
    ['open', 0, {}],
    ['pass', 8, { none: 6, random: 2 }],
  ]);
});

test.each([
  [1, 8, 'en', '12.5 %'],
  [1, 8, 'ru', '12,5 %'],
  [0, 0, 'az', '–'],
  [3, 3, 'az', '100,0 %'],
] as const)('%d of %d in %s', (count, total, language, said) => expect(shareOf(count, total, language)).toBe(said));
