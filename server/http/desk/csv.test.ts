import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('cells are parted, quoted and ended as RFC 4180 says', () => {
  expect(
    csv([
      ['a', 'b "c"', 'd,e'],
      ['İ\nş', '', 3],
    ]),
  ).toBe('a,"b ""c""","d,e"\r\n"İ\nş",,3\r\n');
});

test.each(['=1+1', '+7', '-2', '@SUM(A1)', '\t=1', '\r=1'])('a cell %j is no formula', (text) => {
  expect(csv([[text]]).replaceAll('"', '')).toBe(`'${text}\r\n`);
});

test('a number keeps its minus', () => {
  expect(csv([[-2]])).toBe('-2\r\n');
});
