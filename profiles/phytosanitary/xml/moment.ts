/** What became of a date: taken over, rewritten without doubt, or not readable with certainty. */
export type MomentReading = { readonly moment: string; readonly rewritten: boolean } | undefined;

const exact =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

const time = '(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d+)?)?)?';
const zone = '(?: ?(Z|[+-]\\d{2}:?\\d{2}))?';
/** Year first with any separator; day first with points only, the written form of the corridor's countries. */
const yearFirst = new RegExp(`^(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})${time}${zone}$`, 'i');
const dayFirst = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${time}${zone}$`, 'i');
/** UN 2379 formats 102, 203, 204. */
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

/**
 * Reads a date of a document. Never guesses: 02/03/2026 may mean two days and gives nothing. `format` is the code
 * of UN 2379 where the document states one.
 */
export function readMoment(text: string, format?: string): MomentReading {
  if (exact.test(text)) return { moment: text, rewritten: false };
  if (format === '102' || format === '203' || format === '204') {
    const [, year, month, day, hour, minute, second] = compact.exec(text) ?? [];
    return year === undefined ? undefined : built(year, month, day, hour, minute, second);
  }
  const a = yearFirst.exec(text);
  if (a !== null) return built(a[1], a[3], a[4], a[5], a[6], a[7], a[8], a[9]);
  const b = dayFirst.exec(text);
  return b === null ? undefined : built(b[3], b[2], b[1], b[4], b[5], b[6], b[7], b[8]);
}

function built(
  year = '',
  month = '',
  day = '',
  hour?: string,
  minute = '00',
  second = '00',
  fraction = '',
  zone = '',
): MomentReading {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const clock =
    hour === undefined ? '' : `T${hour.padStart(2, '0')}:${minute}:${second}${fraction.slice(0, 4)}${offset}`;
  const moment = date + clock;
  return exact.test(moment) ? { moment, rewritten: true } : undefined;
}
