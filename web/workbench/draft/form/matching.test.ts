import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const countries = [
  { value: 'BY', shown: 'BY – Belarus' },
  { value: 'CY', shown: 'CY – Kipr (Cyprus)' },
  { value: 'RU', shown: 'RU – Rusiya' },
  { value: 'AZ', shown: 'AZ – Azərbaycan' },
];
const found = (typed: string) => matching(countries, typed).map(({ value }) => value);

test('what begins a word stands before what a word merely holds', () => {
  expect(found('Rus')).toEqual(['RU', 'BY', 'CY']);
  expect(found('by')).toEqual(['BY']);
  expect(found('azer')).toEqual(['AZ']);
});
