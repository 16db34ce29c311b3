/** What a line of goods fills in boxes 3, 4, 5, 8 and 9. */
import type { Line, Totals } from '../claims/line.ts';
import { containerLine, originLines, placeLine } from './parties.ts';
import { each, take } from './taking.ts';
import type { Caption } from './words.ts';
import { amount, inline, joined, type Languages, measure, named, pairOf, textsOf } from './words-of.ts';

/** Lines of text for each of the model's boxes of goods. */
export interface GoodsCells {
  readonly packages: readonly string[];
  readonly marks: readonly string[];
  readonly origin: readonly string[];
  readonly produce: readonly string[];
  readonly botanical: readonly string[];
}

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

export function goodsCells(goods: Line | Totals, languages: Languages): GoodsCells {
  return {
    produce: produceLines(goods, languages),
    botanical: botanicalLines(goods, languages),
    // Marks stand on packages, so these are asked for theirs before they are taken.
    marks: markLines(goods, languages),
    packages: packageLines(goods, languages),
    origin: filled([
      ...each(take(goods, 'origins')).flatMap((origin) => originLines(origin, languages)),
      ...each(take(goods, 'originPlaces')).map((place) => placeLine(place, languages)),
    ]),
  };
}

function produceLines(goods: Line | Totals, languages: Languages): string[] {
  const weighed = (
    [
      ['net', 'netWeight'],
      ['gross', 'grossWeight'],
      ['net-volume', 'netVolume'],
      ['gross-volume', 'grossVolume'],
    ] as const
  ).flatMap(([word, member]) => {
    const value = take(goods, member);
    return value === undefined ? [] : [captioned(word, measure(value, languages), languages)];
  });
  const other = take(goods, 'otherQuantity');
  const classes = [...each(take(goods, 'plantParts')), ...each(take(goods, 'conditions'))].map(({ code, names }) => {
    const name = joined(names, languages);
    return code === undefined ? name : name === '' ? code : `${name} (${code})`;
  });
  const codes = each(take(goods, 'hs')).map(({ code = '', names }) => {
    const name = joined(names, languages);
    return name === '' ? code : `${code} ${name}`.trim();
  });
  return filled([
    joined(take(goods, 'descriptions'), languages),
    joined(take(goods, 'commonNames'), languages),
    classes.join(', '),
    ...weighed,
    other === undefined ? '' : captioned('quantity', measure(other, languages), languages),
    codes.length === 0 ? '' : captioned('hs', codes.join(', '), languages),
  ]);
}

function botanicalLines(goods: Line | Totals, languages: Languages): string[] {
  const codes = each(take(goods, 'eppoCodes'));
  return filled([
    ...textsOf(take(goods, 'botanicalNames'), languages),
    codes.length === 0 ? '' : `EPPO: ${codes.join(', ')}`,
  ]);
}

function markLines(goods: Line | Totals, languages: Languages): string[] {
  const batches = each(take(goods, 'batches'));
  return filled([
    ...textsOf(take(goods, 'marks'), languages),
    ...each(goods.packages).flatMap((pack) => each(take(pack, 'marks'))),
    batches.length === 0 ? '' : captioned('batches', batches.join(', '), languages),
  ]);
}

function packageLines(goods: Line | Totals, languages: Languages): string[] {
  const packs = each(take(goods, 'packages')).map(({ level, type, count, grossWeight, grossVolume }) => {
    const name = named('packages/type', type, languages);
    const what = `${amount(count, languages)} × ${name === type ? type : `${name} (${type})`}`;
    const size = [grossWeight, grossVolume].flatMap((one) => (one === undefined ? [] : [measure(one, languages)]));
    // 1 and 4 are the outermost, by whichever convention: only what is packed within is said.
    const within = level === '1' || level === '4' ? [] : [named('packages/level', level, languages)];
    const more = [...within, ...size];
    return more.length === 0 ? what : `${what} (${more.join(', ')})`;
  });
  return filled([
    ...packs,
    ...textsOf(take(goods, 'otherPackages'), languages),
    ...each(take(goods, 'containers')).map((container) => containerLine(container, languages)),
  ]);
}

function captioned(word: Caption, text: string, languages: Languages): string {
  return `${inline(pairOf(word, languages))}: ${text}`;
}
