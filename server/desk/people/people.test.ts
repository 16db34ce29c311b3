import { expect, test } from 'vitest';
import { knownAsFault, personOf } from './people.ts';

const code = (numbers: readonly string[], trader = true) => {
  const fault = knownAsFault(numbers, trader ? ['trader'] : ['inspector']);
  return fault && `${fault.code} ${fault.path}`;
};

test('a trader is known by numbers that tell one company from another', () => {
  expect(code(['AZ 1234567890', 'az-ar-0014'])).toBeUndefined();
  expect(code([])).toBeUndefined();
  for (const number of ['AZ', 'AZ 1', 'none', 'AZ 00000000', '— — —'])
    expect([number, code(['AZ 1234567890', number])]).toEqual([number, 'input.bad-value /knownAs/1']);
});

test('nobody else is known by any', () => {
  expect(code(['AZ 1234567890'], false)).toBe('input.bad-value /knownAs');
  expect(code([], false)).toBeUndefined();
});

test('who came before there were numbers has none', () => {
  const row = { id: 'x', name: 'x', email: null, language: 'az', roles: 'trader', officer: 'x', created: 0 };
  expect(personOf({ ...row, active: 1, demonstration: 0, known_as: '[]' })).toMatchObject({ knownAs: [] });
});
