import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLength, codeSigns, inGroups } from './recovery-code.ts';

const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const code = fc.array(sign, { minLength: codeLength, maxLength: codeLength }).map((signs) => signs.join(''));

test('a code survives its groups, spaces and small letters', () => {
  fc.assert(
    fc.property(code, (signs) => {
      expect(codeSigns(inGroups(signs))).toBe(signs);
      expect(codeSigns(` ${inGroups(signs).toLowerCase().replaceAll('-', '  ')}\n`)).toBe(signs);
      expect(inGroups(signs)).toMatch(/^(?:[^-]{4}-){7}[^-]{4}$/);
    }),
  );
});

test('letters that look like digits are read as those', () => {
  expect(codeSigns('oOiIlL')).toBe('001111');
});

test('what no code holds is left out', () => {
  expect(inGroups('ab cd_ə/u')).toBe('ABCD');
});
