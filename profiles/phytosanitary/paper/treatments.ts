/** The table of section III. */
import type { Treatment } from '../claims/line.ts';
import { partyLines } from './parties.ts';
import { take } from './taking.ts';
import { country, joined, type Languages, measure, momentOf, named } from './words-of.ts';

type Characteristic = NonNullable<Treatment['characteristics']>[number];
type Tag = NonNullable<Characteristic['tag']>;

/** Columns after the line's number: date, treatment, chemical, duration and temperature, concentration, more. */
export function treatmentRow(treatment: Treatment, languages: Languages): readonly string[] {
  const characteristics = take(treatment, 'characteristics') ?? [];
  const told = (...tags: readonly (Tag | undefined)[]): string =>
    characteristics
      .filter(({ tag }) => tags.includes(tag))
      .map((one) => characteristicText(one, languages))
      .join('; ');
  const listed = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');
  const moments = [take(treatment, 'start'), take(treatment, 'end')].map((one) =>
    one === undefined ? '' : momentOf(one, languages),
  );
  const duration = take(treatment, 'duration');
  const type = take(treatment, 'type');
  const where = take(treatment, 'country');
  return [
    [...new Set(moments.filter((one) => one !== ''))].join(' – '),
    // ZZZ: the characteristics tell it.
    listed([type === 'ZZZ' ? '' : named('treatments/type', type, languages), told('TTL1', 'TTL2')]),
    told('TTCH'),
    listed([duration === undefined ? '' : measure(duration, languages), told('TTTM')]),
    told('TTCO'),
    listed([
      told('TTAI', 'TTFT', undefined),
      where === undefined ? '' : country(where, languages),
      ...partyLines(take(treatment, 'operator'), languages),
    ]),
  ];
}

function characteristicText({ texts, value, minimum, maximum }: Characteristic, languages: Languages): string {
  const measured = [
    value === undefined ? '' : measure(value, languages),
    minimum === undefined ? '' : `min. ${measure(minimum, languages)}`,
    maximum === undefined ? '' : `max. ${measure(maximum, languages)}`,
  ];
  return [joined(texts, languages), ...measured].filter((part) => part !== '').join(', ');
}
