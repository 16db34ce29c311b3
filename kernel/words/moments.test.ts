import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../finding.ts';
import { formatAge, formatDay, formatMoment, formatStated } from './moments.ts';

const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language);
const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

const someMs = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
const someLanguage = fc.constantFrom(...languages);

describe('days', () => {
  it.each([
    ['2026-11-22', '22 noyabr 2026', '22 ноября 2026\u00A0г.', '22 November 2026'],
    ['2026-05-01T09:30:00.125+04:00', '1 may 2026', '1 мая 2026\u00A0г.', '1 May 2026'],
    [Date.UTC(2024, 1, 29, 23, 59), '29 fevral 2024', '29 февраля 2024\u00A0г.', '29 February 2024'],
  ])('%s', (moment, az, ru, en) => {
    expect(languages.map((language) => formatDay(moment, language))).toEqual([az, ru, en]);
  });

  it('are written as Node writes them', () => {
    fc.assert(
      fc.property(someMs, someLanguage, (ms, language) => {
        const oracle = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(ms);
        expect(plainSpaces(formatDay(ms, language))).toBe(plainSpaces(oracle));
        expect(formatDay(new Date(ms).toISOString(), language)).toBe(formatDay(ms, language));
      }),
    );
  });

  it.each(['', '2026', '2026-13-01', 'tomorrow', '2026-11-22 09:30'])('leave what is none: %j', (text) => {
    for (const format of [formatDay, formatMoment, formatStated]) expect(format(text, 'az')).toBe(text);
  });

  it('leave a number that no calendar holds', () => {
    for (const format of [formatDay, formatMoment]) {
      expect(format(Number.NaN, 'ru')).toBe('NaN');
      expect(format(1e300, 'en')).toBe('1e+300');
    }
  });
});

describe('moments', () => {
  it.each([
    [Date.UTC(2026, 10, 22, 14, 5, 59), '22 noyabr 2026, 14:05 UTC'],
    ['2026-11-22T02:05:00+04:00', '21 noyabr 2026, 22:05 UTC'],
    ['2026-11-22T14:05:00.000Z', '22 noyabr 2026, 14:05 UTC'],
    ['2026-11-22T14:05:00', '22 noyabr 2026, 14:05'],
    ['2026-11-22', '22 noyabr 2026'],
    ['2026-02-32T10:00:00+04:00', '32 fevral 2026, 10:00 UTC+04:00'],
    [Date.UTC(12026, 0, 1), '1 yanvar 12026, 00:00 UTC'],
  ])('%s is %s', (moment, text) => {
    expect(formatMoment(moment, 'az')).toBe(text);
  });

  it('have the hours and minutes that Node gives', () => {
    fc.assert(
      fc.property(someMs, someLanguage, (ms, language) => {
        const options = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC', hourCycle: 'h23' } as const;
        const oracle = new Intl.DateTimeFormat(localeOf(language), options).format(ms);
        expect(formatMoment(ms, language)).toBe(`${formatDay(ms, language)}, ${oracle} UTC`);
      }),
    );
  });

  it.each([
    ['2026-11-10', '10 ноября 2026\u00A0г.'],
    ['2026-11-10T09:30:00', '10 ноября 2026\u00A0г., 09:30'],
    ['2026-11-10T09:30:00.125+04:00', '10 ноября 2026\u00A0г., 09:30:00,125 UTC+04:00'],
    ['2026-11-10T09:30:07Z', '10 ноября 2026\u00A0г., 09:30:07 UTC'],
    ['2026-11-10T09:30:00.000Z', '10 ноября 2026\u00A0г., 09:30 UTC'],
    ['2026-02-31', '31 февраля 2026\u00A0г.'],
  ])('say all that %s states', (stated, text) => {
    expect(formatStated(stated, 'ru')).toBe(text);
  });
});

describe('ages', () => {
  it.each([
    [0, 'bir dəqiqədən az əvvəl', 'менее минуты назад', 'less than a minute ago'],
    [119, '1 dəqiqə əvvəl', '1 минуту назад', '1 minute ago'],
    [22 * 60, '22 dəqiqə əvvəl', '22 минуты назад', '22 minutes ago'],
    [7199, '1 saat əvvəl', '1 час назад', '1 hour ago'],
    [3 * 86_400, '3 gün əvvəl', '3 дня назад', '3 days ago'],
    [1111 * 86_400, '1\u00A0111 gün əvvəl', '1\u00A0111 дней назад', '1,111 days ago'],
    [-300, '5 dəqiqə sonra', 'через 5 минут', 'in 5 minutes'],
  ])('of %d seconds', (seconds, az, ru, en) => {
    expect(languages.map((language) => formatAge(seconds, language))).toEqual([az, ru, en]);
  });

  it('have the plurals that Node gives', () => {
    const spans = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 59 }), fc.constant(['minute', 60] as const)),
      fc.tuple(fc.integer({ min: 1, max: 23 }), fc.constant(['hour', 3600] as const)),
      fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.constant(['day', 86_400] as const)),
    );
    fc.assert(
      fc.property(spans, fc.constantFrom(-1, 1), someLanguage, ([count, [unit, size]], sign, language) => {
        const oracle = new Intl.RelativeTimeFormat(localeOf(language)).format(-sign * count, unit);
        // Node says öncə, which is əvvəl in other words, and for what is to come ərzində, which means “within”; its full
        // stop between digits would be read otherwise beside Russian (see numbers.ts).
        const said = oracle
          .replace('öncə', 'əvvəl')
          .replace('ərzində', 'sonra')
          .replace(/(\d)\.(\d)/, '$1\u00A0$2');
        expect(formatAge(sign * count * size, language)).toBe(said);
      }),
    );
  });
});
