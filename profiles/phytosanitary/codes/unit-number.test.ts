import { expect, it } from 'vitest';
import { plainNumber } from './unit-number.ts';

it.each([
  ['91860346', '9186 0346'],
  ['CSQU3054383', 'csqu 305438-3'],
  ['А042ВС777', 'a 042 BC/777'],
  ['10-ХХ-042', '10–XX–042'],
])('%s is %s', (one, other) => {
  expect(plainNumber(one)).toBe(plainNumber(other));
});

it.each([
  ['10-XX-042', '10-XX-043'],
  ['Ж 042', 'З 042'],
  ['—', '*'],
])('%s is not %s', (one, other) => {
  expect(plainNumber(one)).not.toBe(plainNumber(other));
});
