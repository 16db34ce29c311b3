/** Days, times and ages as each language writes them. Without Intl: browsers say they know Azerbaijani and do not. */
import type { Language } from '../finding.ts';
import { decimalMark, formatNumber } from './numbers.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const form =
  /^(?<year>[0-9]{4,6})-(?<month>0[1-9]|1[0-2])-(?<day>[0-9]{2})(?:T(?<time>[0-9]{2}:[0-9]{2})(?<rest>:[0-9]{2}(?:\.[0-9]+)?)?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?$/;

interface Parts {
  readonly day: string;
  readonly time?: string;
  /** Seconds and their fraction, with the colon. */
  readonly rest?: string;
  readonly zone?: string;
}

/** Undefined when it is no moment of RFC 3339. */
function partsOf(text: string, language: Language): Parts | undefined {
  const groups = form.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { year, month, day } = groups as Record<'year' | 'month' | 'day', string>;
  const words = `${Number(day)} ${months[language][Number(month) - 1]} ${Number(year)}`;
  return { ...groups, day: language === 'ru' ? `${words}\u00A0г.` : words };
}

/** RFC 3339 of milliseconds since 1970; undefined beyond what the platform counts. */
const iso = (ms: number): string | undefined =>
  Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString().replace(/^\+0*/, '') : undefined;

/**
 * 22 noyabr 2026, 22 ноября 2026 г., 22 November 2026. Of milliseconds since 1970, the day in UTC; of a text, the day
 * that stands in it. A text that is no moment comes back as it is.
 */
export function formatDay(moment: string | number, language: Language): string {
  const text = typeof moment === 'number' ? iso(moment) : moment;
  return text === undefined ? String(moment) : (partsOf(text, language)?.day ?? text);
}

/**
 * 22 November 2026, 14:05 UTC, of milliseconds since 1970 or of a text with its zone. A text without a zone, or with
 * no time of day, says what it says.
 */
export function formatMoment(moment: string | number, language: Language): string {
  if (typeof moment === 'string' && !/T.*(?:Z|[+-][0-9]{2}:[0-9]{2})$/.test(moment)) return minutes(moment, language);
  const text = iso(typeof moment === 'number' ? moment : Date.parse(moment));
  if (text === undefined) return typeof moment === 'number' ? String(moment) : formatStated(moment, language);
  return `${minutes(text, language)} UTC`;
}

function minutes(text: string, language: Language): string {
  const parts = partsOf(text, language);
  if (parts === undefined) return text;
  return parts.time === undefined ? parts.day : `${parts.day}, ${parts.time}`;
}

/** All that a text states: seconds and parts of them unless they are nought, and the zone it names. */
export function formatStated(text: string, language: Language): string {
  const parts = partsOf(text, language);
  if (parts?.time === undefined) return parts?.day ?? text;
  const rest = /^:00(?:\.0+)?$/.test(parts.rest ?? ':00')
    ? ''
    : (parts.rest?.replace('.', decimalMark(language)) ?? '');
  const zone = parts.zone === undefined ? '' : parts.zone === 'Z' ? ' UTC' : ` UTC${parts.zone}`;
  return `${parts.day}, ${parts.time}${rest}${zone}`;
}

type Unit = 'minute' | 'hour' | 'day';

/** By plural category: one, few, many. */
const units: Readonly<Record<Language, Readonly<Record<Unit, readonly [string, string, string]>>>> = {
  az: {
    minute: ['dəqiqə', 'dəqiqə', 'dəqiqə'],
    hour: ['saat', 'saat', 'saat'],
    day: ['gün', 'gün', 'gün'],
  },
  ru: {
    minute: ['минуту', 'минуты', 'минут'],
    hour: ['час', 'часа', 'часов'],
    day: ['день', 'дня', 'дней'],
  },
  en: {
    minute: ['minute', 'minutes', 'minutes'],
    hour: ['hour', 'hours', 'hours'],
    day: ['day', 'days', 'days'],
  },
};

function plural(count: number, language: Language): 0 | 1 | 2 {
  if (language !== 'ru') return count === 1 ? 0 : 2;
  const last = count % 10;
  if (count % 100 >= 11 && count % 100 <= 14) return 2;
  return last === 1 ? 0 : last >= 2 && last <= 4 ? 1 : 2;
}

const underMinute: Readonly<Record<Language, string>> = {
  az: 'bir dəqiqədən az əvvəl',
  ru: 'менее минуты назад',
  en: 'less than a minute ago',
};

function placed(count: number, unit: Unit, ahead: boolean, language: Language): string {
  const span = `${formatNumber(count, language)} ${units[language][unit][plural(count, language)]}`;
  if (language === 'az') return `${span} ${ahead ? 'sonra' : 'əvvəl'}`;
  if (language === 'ru') return ahead ? `через ${span}` : `${span} назад`;
  return ahead ? `in ${span}` : `${span} ago`;
}

/**
 * How long ago, in whole minutes, then hours, then days, never rounded up: 3 gün əvvəl. Of fewer than no seconds, how
 * long ahead.
 */
export function formatAge(seconds: number, language: Language): string {
  const count = Math.floor(Math.abs(seconds) / 60);
  if (count < 1) return underMinute[language];
  if (count < 60) return placed(count, 'minute', seconds < 0, language);
  if (count < 1440) return placed(Math.floor(count / 60), 'hour', seconds < 0, language);
  return placed(Math.floor(count / 1440), 'day', seconds < 0, language);
}
