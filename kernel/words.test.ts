import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from './finding.ts';
import { refusalCodes, refuse } from './refusal.ts';
import { fill, refusalWords, sentence, steps, stepWords, verdicts, verdictWords } from './words.ts';

const mark = /\{\w+\}/g;
const terms = /UTF-8|JSON|XML|PDF|DOCTYPE|Samur|base64url/g;
const alphabets = {
  az: /^[a-vxyzA-VXYZəğıöşüçƏĞİÖŞÜÇ0-9 .,:;()—-]+$/,
  ru: /^[а-яёА-ЯЁ0-9 .,:;()—-]+$/,
  en: /^[a-zA-Z0-9 .,:;()—-]+$/,
};
const plain = (text: string): string => text.replace(mark, '').replace(terms, '');
const marks = (text: string): string[] => [...new Set(text.match(mark))].sort();

const tables = [
  ...refusalCodes.map((code) => [`refusal ${code}`, refusalWords[code]] as const),
  ...steps.map((step) => [`step ${step}`, stepWords[step]] as const),
  ...verdicts.map((verdict) => [`verdict ${verdict}`, verdictWords[verdict]] as const),
];

describe.each(tables)('%s', (_, text) => {
  test('differs between the languages and keeps to their alphabets', () => {
    expect(new Set(languages.map((language) => text[language])).size).toBe(languages.length);
    for (const language of languages) expect(plain(text[language])).toMatch(alphabets[language]);
  });

  test('has the same marks in each language', () => {
    expect(marks(text.az)).toEqual(marks(text.en));
    expect(marks(text.ru)).toEqual(marks(text.en));
  });
});

describe.each(refusalCodes)('%s', (code) => {
  test.each(languages)('is one or two clean sentences with and without its detail: %s', (language) => {
    const template = refusalWords[code][language];
    expect(template.length).toBeLessThanOrEqual(200);
    expect(template.match(/\.(?= |$)/g)?.length).toBeLessThanOrEqual(2);
    const bare = sentence(refuse(code), language);
    expect(bare).toMatch(/^\p{Lu}[^{}()]*\.$/u);
    expect(bare).not.toMatch(/ {2}| [.,:;]|[,:;]\.|\.\./);
    const detail = Object.fromEntries(marks(template).map((name) => [name.slice(1, -1), 'Q7']));
    const full = sentence(refuse(code, detail), language);
    expect(full).toBe(template.replace(mark, 'Q7'));
  });
});

test('the words say a thing of their own for each code', () => {
  for (const language of languages) {
    expect(new Set(refusalCodes.map((code) => refusalWords[code][language])).size).toBe(refusalCodes.length);
  }
});

test('units are told as people write them, unknown ones by their code', () => {
  const short = (unit: string) => refuse('ledger.insufficient', { account: 'a', available: '0', asked: '5', unit });
  expect(sentence(short('KGM'), 'az')).toContain('mövcud: 0 kq; tələb olunan: 5 kq');
  expect(sentence(short('KGM'), 'ru')).toContain('доступно: 0 кг; запрошено: 5 кг');
  expect(sentence(short('KGM'), 'en')).toContain('available: 0 kg; asked for: 5 kg');
  expect(sentence(short('constructor'), 'en')).toContain('0 constructor;');
  const other = refuse('ledger.bad-unit', { expected: 'KGM', unit: 'TNE' });
  expect(sentence(other, 'ru')).toContain('ожидалась: кг; получена: т');
});

describe('fill', () => {
  test.each([
    ['Too large (limit: {limit} bytes).', { limit: 5 }, 'Too large (limit: 5 bytes).'],
    ['Too large (limit: {limit} bytes).', {}, 'Too large.'],
    [
      'Wrong (expected: {expected}; received: {found}).',
      { expected: 0, found: 2 },
      'Wrong (expected: 0; received: 2).',
    ],
    ['Wrong (expected: {expected}; received: {found}).', { found: 2 }, 'Wrong (received: 2).'],
    ['Wrong (expected: {expected}; received: {found}).', { expected: 0 }, 'Wrong (expected: 0).'],
    ['Wrong ({limit}), again.', { limit: '' }, 'Wrong, again.'],
    ['Part “{name}” is missing.', {}, 'Part is missing.'],
    ['Часть «{name}» отсутствует.', {}, 'Часть отсутствует.'],
    ['Часть «{name}» отсутствует.', { name: 'А' }, 'Часть «А» отсутствует.'],
    ['{name} is missing.', {}, 'is missing.'],
    ['({name}) Missing.', {}, 'Missing.'],
    ['({name}; {size}) Missing.', { size: 1 }, '(1) Missing.'],
    ['From {first} to {last}, all.', { last: 9 }, 'From to 9, all.'],
    ['A remark (as such) stays.', {}, 'A remark (as such) stays.'],
    ['{constructor} stays out.', {}, 'stays out.'],
  ])('%s with %j', (template, detail, expected) => {
    expect(fill(template, detail)).toBe(expected);
  });

  const name = fc.constantFrom('limit', 'size', 'found', 'toString', '__proto__');
  const words = fc.stringMatching(/^[a-zəя]{1,8}( [a-zəя]{1,8}){0,2}$/);
  const piece = fc.oneof(
    words,
    name.map((n) => `{${n}}`),
    name.map((n) => `«{${n}}»`),
    fc.tuple(words, name, words, name).map(([a, n, b, m]) => `(${a}: {${n}}; ${b}: {${m}})`),
  );
  const template = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `${pieces.join(' ')}.`);

  test('with every value it only puts values in, and does not read them again', () => {
    const value = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('{size}', '$&', '$1', '({found})'),
      fc.integer(),
    );
    fc.assert(
      fc.property(template, value, value, (text, one, two) => {
        const detail = Object.fromEntries([
          ['limit', one],
          ['size', two],
          ['found', one],
          ['toString', two],
          ['__proto__', one],
        ]);
        const parts = text.split(/\{(\w+)\}/);
        const expected = parts.map((part, index) => (index % 2 === 0 ? part : String(detail[part]))).join('');
        expect(fill(text, detail)).toBe(expected);
      }),
    );
  });

  test('without values no mark, empty bracket, empty quotes or doubled space is left', () => {
    fc.assert(
      fc.property(template, (text) => {
        const bare = fill(text, {});
        expect(bare).not.toMatch(/[{}()«»]|\s{2}|^\s|\s\.$/);
        const kept = text.replace(/\([^)]*\)|«[^»]*»|\{\w+\}/g, '').match(/[a-zəя]+/g) ?? [];
        expect(bare.match(/[a-zəя]+/g) ?? []).toEqual(kept);
      }),
    );
  });
});
