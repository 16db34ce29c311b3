import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { aboutChosen } from './about-chosen.ts';
import { blankGroup, numbered } from './blanks.ts';
import { briefOf } from './brief.ts';
import { matching, plainOf } from './matching.ts';
import { fieldOf, type GroupField, isTable, type ListField } from './schema-fields.ts';
import {
  dayShown,
  dayTyped,
  decimalLeft,
  decimalShown,
  decimalTyped,
  momentOf,
  momentParts,
  timeTyped,
  zoneOf,
} from './typed.ts';
import { codeShown, labelAt, namesOf } from './words-of-fields.ts';

const decimal = { type: 'string', maxLength: 21, pattern: '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$' };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const moment = {
  type: 'string',
  pattern: `${day.pattern.slice(0, -1)}(T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-][0-9]{2}:[0-9]{2})?)?$`,
};
const free = { type: 'string', maxLength: 100, pattern: '^[^\\s]+$' };
const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const measure = object({ value: decimal, unit: free }, ['value']);

describe('fields of a schema', () => {
  it.each<[string, JsonObject, unknown]>([
    ['a day', day, { kind: 'day' }],
    ['a moment', moment, { kind: 'moment' }],
    ['a decimal', decimal, { kind: 'decimal', signed: false }],
    [
      'a signed decimal',
      { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' },
      { kind: 'decimal', signed: true },
    ],
    [
      'a code with leading noughts',
      { type: 'string', pattern: '^[0-9]{2,5}$' },
      { kind: 'text', long: false, most: Number.POSITIVE_INFINITY, pattern: '^[0-9]{2,5}$' },
    ],
    ['an enumeration', { enum: ['a', 'b'] }, { kind: 'select', values: ['a', 'b'] }],
    ['alternatives of texts', { anyOf: [{ const: 'a' }, { const: 'b' }] }, { kind: 'select', values: ['a', 'b'] }],
    ['a constant', { const: 'a', type: 'string' }, { kind: 'constant', value: 'a' }],
    ['a flag that only says yes', { const: true, type: 'boolean' }, { kind: 'flag', only: true }],
    ['a flag', { type: 'boolean' }, { kind: 'flag', only: false }],
    ['an integer', { type: 'integer', minimum: 1, maximum: 5 }, { kind: 'integer', least: 1, most: 5 }],
    ['what nobody can draw', { type: ['string', 'null'] }, { kind: 'other' }],
    ['nothing at all', {}, { kind: 'other' }],
  ])('%s', (_, schema, field) => {
    expect(fieldOf(schema)).toEqual(field);
  });

  it('knows texts with their language, and measures', () => {
    expect(fieldOf(object({ text: free, language: free }, ['text'])).kind).toBe('stated');
    expect(fieldOf(measure).kind).toBe('measure');
    expect(fieldOf(object({ value: free, unit: free })).kind).toBe('group');
    expect(fieldOf(object({ value: decimal, unit: free, other: free })).kind).toBe('group');
  });

  it('draws flat items as a table, others not', () => {
    const list = (items: JsonObject) => fieldOf({ type: 'array', items }) as ListField;
    expect(isTable(list(object({ name: free, quantity: measure })))).toBe(true);
    expect(isTable(list(object({ name: free, parts: { type: 'array', items: free } })))).toBe(false);
    expect(isTable(list(object({ text: { type: 'string', maxLength: 8000 } })))).toBe(false);
    expect(isTable(list(free))).toBe(false);
  });

  it('tells alternatives apart by the member that is constant in each', () => {
    const one = object({ kind: { const: 'one' }, days: { type: 'integer' } }, ['kind']);
    const other = object({ kind: { const: 'other' }, from: day }, ['kind', 'from']);
    const field = fieldOf({ anyOf: [one, other] });
    expect(field).toMatchObject({ kind: 'choice', by: 'kind' });
    expect(field.kind === 'choice' && field.alternatives['other']?.members).toEqual([
      { name: 'from', required: true, field: { kind: 'day' } },
    ]);
    const said = [{ path: '/kind' }, { path: '/days' }, { path: '/from' }, { path: '/extra' }, { path: '' }];
    expect(aboutChosen(field, { kind: 'other', extra: 1 }, said).map(({ path }) => path)).toEqual([
      '/from',
      '/extra',
      '',
    ]);
    expect(aboutChosen(field, {}, said).map(({ path }) => path)).toEqual(['/kind', '']);
  });

  it('is the same field for the same schema', () => {
    expect(fieldOf(measure)).toBe(fieldOf(measure));
  });
});

describe('what a form begins with', () => {
  const line = object({ sequence: { type: 'integer', minimum: 1, maximum: 3, form: 'row-number' }, name: free }, [
    'sequence',
  ]);
  const form = fieldOf(
    object(
      {
        kind: { const: 'x' },
        lines: { type: 'array', items: line, minItems: 1 },
        more: measure,
        place: object({ code: free }, ['code']),
      },
      ['kind', 'lines', 'place'],
    ),
  ) as GroupField;

  it('has a row in required lists', () => {
    expect(blankGroup(form, 'az')).toEqual({ kind: 'x', lines: [{ sequence: 1 }] });
  });

  it('numbers rows on, as far as the schema counts', () => {
    const item = fieldOf(line);
    expect(numbered(item, [], {})).toEqual({ sequence: 1 });
    expect(numbered(item, [{ sequence: 2 }, { sequence: 1 }], { sequence: 1, name: 'a' })).toEqual({
      sequence: 3,
      name: 'a',
    });
    expect(numbered(item, [{ sequence: 3 }], { name: 'a' })).toEqual({ name: 'a' });
    expect(numbered(fieldOf(free), [], '')).toBe('');
  });
});

describe('a closed row', () => {
  const item = fieldOf(
    object({
      sequence: { type: 'integer' },
      names: { type: 'array', items: object({ text: free, language: free }) },
      weight: measure,
      day,
      kind: free,
    }),
  );
  it('says what it holds, in the language of the page', () => {
    const row: Json = {
      sequence: 1,
      names: [
        { text: 'помидоры', language: 'ru' },
        { text: 'pomidor', language: 'az' },
      ],
      weight: { value: '18000.5', unit: 'K' },
      day: '2026-01-31',
      kind: 'a',
    };
    const naming = { codes: { kind: { a: { az: 'söz', ru: 'слово', en: 'word' } } } };
    expect(briefOf(item, row, 't', naming, 'az')).toEqual(['pomidor', '18\u00A0000,5\u00A0K', '31 yanvar 2026', 'söz']);
  });

  it('takes whatever stands in a row', () => {
    fc.assert(fc.property(fc.jsonValue(), (row) => Array.isArray(briefOf(item, row as Json, 't', {}, 'ru'))));
  });
});

describe('what is typed', () => {
  it('is a decimal with the mark of the language', () => {
    expect(decimalTyped('18 000,5', 'az')).toBe('18000.5');
    expect(decimalTyped('18000.5', 'ru')).toBe('18000.5');
    expect(decimalTyped('18,000', 'en')).toBe('18,000');
    expect(decimalLeft('007.')).toBe('7');
    expect(decimalLeft('0.50')).toBe('0.50');
  });

  it('shows and reads every decimal alike', () => {
    const decimals = fc
      .tuple(fc.nat(), fc.option(fc.stringMatching(/^[0-9]{1,6}$/)))
      .map(([whole, rest]) => (rest === null ? `${whole}` : `${whole}.${rest}`));
    fc.assert(
      fc.property(decimals, fc.constantFrom('az', 'ru', 'en'), (text, language) => {
        expect(decimalTyped(decimalShown(text, language), language)).toBe(text);
      }),
    );
  });

  it.each(['2026-01-31', '2026-01-31T10:00:00', '2026-01-31T10:00:00.5Z', '2026-01-31T10:00:00+04:00'])(
    'keeps the parts of %s',
    (text) => {
      expect(momentOf(momentParts(text))).toBe(text);
    },
  );

  it('is a day in the order of the language', () => {
    expect(['22.11.2026', '2/1/2026', '22112026', '2026-11-22', '31.02.2026', 'x', ''].map(dayTyped)).toEqual([
      '2026-11-22',
      '2026-01-02',
      '2026-11-22',
      '2026-11-22',
      undefined,
      undefined,
      undefined,
    ]);
    expect([dayShown('2026-11-22', 'az'), dayShown('2026-11-22', 'en'), dayShown('so', 'ru')]).toEqual([
      '22.11.2026',
      '2026-11-22',
      'so',
    ]);
    expect(['1405', '9:05', '14.05', '14:05:30', '24:00', ''].map(timeTyped)).toEqual([
      '14:05',
      '09:05',
      '14:05',
      '14:05:30',
      undefined,
      undefined,
    ]);
  });

  it('names zones', () => {
    expect([0, 240, -210].map(zoneOf)).toEqual(['Z', '+04:00', '-03:30']);
  });

  it('finds words without their marks', () => {
    const options = [
      { value: 'AZ', shown: 'AZ – Azərbaycan' },
      { value: 'IR', shown: 'IR – İran' },
      { value: 'XI', shown: 'XI – ırmaq' },
    ];
    expect(matching(options, 'azer').map(({ value }) => value)).toEqual(['AZ']);
    expect(matching(options, 'iran').map(({ value }) => value)).toEqual(['IR']);
    expect(matching(options, 'i').map(({ value }) => value)).toEqual(['IR', 'XI']);
    expect(plainOf('Şəki')).toBe('seki');
  });
});

describe('labels', () => {
  const text = (word: string) => ({ az: word, ru: word, en: word });
  it('are those of the longest end of the path', () => {
    const labels = { name: text('name'), 'seller/name': text('seller'), 'type/number': text('number') };
    const naming = { labels };
    expect(labelAt(naming, namesOf('type', '/seller/name'))?.en).toBe('seller');
    expect(labelAt(naming, namesOf('type', '/lines/0/name'))?.en).toBe('name');
    expect(labelAt(naming, namesOf('type', '/number'))?.en).toBe('number');
    expect(labelAt(naming, namesOf('type', '/lines/2/number'))).toBeUndefined();
  });
  it('show codes of standards with their words', () => {
    expect([codeShown('KGM', 'kq'), codeShown('refuse', 'rədd'), codeShown('X', undefined)]).toEqual([
      'KGM – kq',
      'rədd',
      'X',
    ]);
  });
});
