import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContainerNumber, isTaxNumber, isWagonNumber } from './check-digits.ts';

describe('container numbers', () => {
  it.each(['CSQU3054383', 'MSKU6011672', 'TOLU4734787'])('%s is right', (number) => {
    expect(isContainerNumber(number)).toBe(true);
  });

  it.each(['CSQU3054384', 'CSQU3054383<script>', 'xxJ123456', 'MSKU12345651234'])('%s is not', (number) => {
    expect(isContainerNumber(number)).toBe(false);
  });
});

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

describe('tax numbers', () => {
  it.each([
    ['AZ', '1401555071'],
    ['AZ', '1400057421'],
    ['AZ', '2000187712'],
    ['RU', '7707083893'],
    ['RU', '500100732259'],
    ['GE', '204 378 869'],
  ])('of %s: %s', (country, value) => {
    expect(isTaxNumber(country, value)).toBe(true);
  });

  it.each([
    ['AZ', '1401555081'],
    ['AZ', '1401555073'],
    ['AZ', '140155507'],
    ['AZ', '140155507a'],
    ['RU', '7707083894'],
    ['RU', '500100732258'],
    ['RU', '500100732269'],
    ['RU', '77070838930'],
    ['RU', '770708389О'],
  ])('not of %s: %s', (country, value) => {
    expect(isTaxNumber(country, value)).toBe(false);
  });

  it('of AZ with one digit changed are no tax numbers', () => {
    const value = '1401555071';
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const changed = value.slice(0, at) + ((Number(value[at]) + by) % 10) + value.slice(at + 1);
        expect(isTaxNumber('AZ', changed)).toBe(false);
      }),
    );
  });
});
