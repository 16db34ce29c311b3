import { expect, test } from 'vitest';
import { placeName } from './place-name.ts';

const text = (word: string) => ({ az: word, ru: word, en: word });
const naming = {
  labels: {
    lines: text('Lines'),
    packages: text('Packages'),
    level: text('Level'),
    net: text('Net'),
    value: text('x'),
  },
};
const at = (path: string) => placeName(naming, 'type', path, 'en');

test('a place is named by its innermost members', () => {
  expect(at('/lines/1/net/value')).toBe('Lines 2, Net');
  expect(at('/net')).toBe('Net');
  expect(at('')).toBe('');
});

test('the row that holds a list within it is named: its places are told apart', () => {
  expect(at('/lines/0/packages/0/level')).toBe('Lines 1, Packages 1, Level');
  expect(at('/lines/29/packages/0/level')).toBe('Lines 30, Packages 1, Level');
});
