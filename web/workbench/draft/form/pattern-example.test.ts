import { expect, test } from 'vitest';
import { exampleOf } from './pattern-example.ts';

test('numbers of a fixed form are shown by an example that fits', () => {
  expect(exampleOf('^[0-9]{8}/[0-9]{6}/[0-9]{7}$')).toBe('12345678/123456/1234567');
  expect(exampleOf('^[A-Z]{2}[0-9A-Z]{3}$')).toBe('AB123');
  expect(exampleOf('^AZ-[0-9]{2,6}$')).toBe('AZ-123456');
});

test('what cannot be shown by one example is not', () => {
  for (const pattern of ['^([0-9]{2,6}|x)$', '^(?!0)\\S+$', '[A-Z]{3}', '^$', '^a+$', '^[0-9]{64}$', '^[0-9]+$'])
    expect(exampleOf(pattern)).toBeUndefined();
});
