import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWagonNumber } from './wagon.ts';

describe('wagon numbers', () => {
  it.each([
    ['505126180015', 'UIC, a coach'],
    ['217433539988', 'UIC, a flat wagon'],
    ['218052460035', 'UIC, a covered wagon'],
    ['218124712173', 'UIC, an open wagon'],
    ['91860346', '1520 mm'],
    ['52700200', '1520 mm, the sum a multiple of ten'],
  ])('%s is right (%s)', (number) => {
    expect(isWagonNumber(number)).toBe(true);
  });

  it.each(['91860344', '9186034', '918603461', '9186034A', '5051 2618 0015', '505126180014', ''])(
    '%s is not',
    (number) => {
      expect(isWagonNumber(number)).toBe(false);
    },
  );

  it('tell every single wrong digit', () => {
    const place = fc.tuple(fc.constantFrom('91860346', '217433539988'), fc.nat(11), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(place, ([number, at, by]) => {
        const index = at % number.length;
        const digit = (Number(number[index]) + by) % 10;
        expect(isWagonNumber(number.slice(0, index) + digit + number.slice(index + 1))).toBe(false);
      }),
    );
  });
});
