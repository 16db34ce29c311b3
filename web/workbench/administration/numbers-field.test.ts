import { expect, test } from 'vitest';
import { areNumbers, numbersOf } from './numbers-field.tsx';

test('numbers stand on lines of their own, and blanks around them do not count', () => {
  expect(numbersOf(' AZ 1234567890 \n\n az-ar-0014\n')).toEqual(['AZ 1234567890', 'az-ar-0014']);
  expect(numbersOf('')).toEqual([]);
});

test('what the server would refuse is told before', () => {
  for (const text of ['', 'AZ 1234567890', 'AZ 1234567890\n'.repeat(5)])
    expect([text, areNumbers(text)]).toEqual([text, true]);
  for (const text of ['AZ', 'none', 'AZ 1234567890\n'.repeat(6), 'R1'.repeat(31), 'AZ 1234567890\n0000'])
    expect([text, areNumbers(text)]).toEqual([text, false]);
});
