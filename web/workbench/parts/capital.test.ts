import { expect, it } from 'vitest';
import { capital } from './capital.ts';

it('a first letter is made large as its language has it', () => {
  expect(capital('imtina', 'az')).toBe('İmtina');
  expect(capital('ısırğa', 'az')).toBe('Isırğa');
  expect(capital('issue', 'en')).toBe('Issue');
  expect(capital('ёлка', 'ru')).toBe('Ёлка');
  expect(capital('', 'az')).toBe('');
});
