import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from './canonical.ts';
import { type ContentLine, contentsOf } from './contents.ts';
import { languages, type Text } from './finding.ts';
import type { JsonSchema, Profile, RecordType } from './profile.ts';

const text = (word: string): Text => ({ az: `${word}-az`, ru: `${word}-ru`, en: word });
const decimal = { type: 'string', pattern: '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$' };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const code = { type: 'string', pattern: '^[0-9A-Z]{2}$' };
const season = { type: 'string', pattern: '^[0-9]{4}(-[0-9]{2})?$' };
const free = { type: 'string' };
const measure = { type: 'object', properties: { value: decimal, unit: free } };
const place = { type: 'object', properties: { names: { type: 'array', items: free }, code } };

const schema: JsonSchema = {
  type: 'object',
  properties: {
    number: free,
    issued: day,
    season,
    place,
    rate: decimal,
    weight: measure,
    parts: { type: 'array', items: { type: 'object', properties: { packing: code, sealed: { type: 'boolean' } } } },
    duty: {
      anyOf: [
        { type: 'object', properties: { kind: { const: 'one' }, days: { type: 'integer' } } },
        { type: 'object', properties: { kind: { const: 'other' }, from: day } },
      ],
    },
    notes: { type: 'array', items: free },
  },
};

const profile: Pick<Profile, 'types' | 'labels' | 'codes' | 'evident'> = {
  types: { letter: { schemas: { 1: schema } } as unknown as RecordType },
  labels: {
    number: text('Number'),
    'letter/issued': text('Date'),
    names: text('Names'),
    'place/code': text('Code of the place'),
    code: text('Code'),
    notes: text('Notes'),
    parts: text('Parts'),
    packing: text('Packing'),
  },
  evident: ['place/names'],
  codes: {
    packing: { BX: text('box') },
    'duty/kind': { one: text('First') },
    unit: { KGM: text('kg') },
  },
};

const told = (claims: JsonObject, language: 'az' | 'ru' | 'en' = 'en') =>
  contentsOf(profile, 'letter', 1, claims, language);
const one = (claims: JsonObject, language?: 'az' | 'ru' | 'en') => told(claims, language)[0];

describe('the content of a record', () => {
  it('stands in the order of the schema, under the labels of the profile', () => {
    const lines = told({ place: { code: 'AA', names: ['B'] }, issued: '2026-11-22', number: '17' });
    expect(lines).toEqual([
      { label: 'Number', path: '/number', value: '17' },
      { label: 'Date', path: '/issued', value: '22 November 2026' },
      {
        label: 'place',
        path: '/place',
        lines: [
          { label: 'Names', path: '/place/names/0', value: 'B' },
          { label: 'Code of the place', path: '/place/code', value: 'AA' },
        ],
      },
    ]);
  });

  it.each([
    [{ rate: '1234567.50' }, '1\u00A0234\u00A0567,50'],
    [{ season: '2026' }, '2026'],
    [{ issued: 'soon' }, 'soon'],
    [{ weight: { value: '18000', unit: 'KGM' } }, '18\u00A0000\u00A0kg-az'],
    [{ weight: { value: '18000' } }, '18\u00A0000'],
    [
      { weight: { value: '3000', unit: 'H87', each: { value: '0.25', unit: 'KGM' } } },
      '3\u00A0000\u00A0H87 × 0,25\u00A0kg-az',
    ],
    [{ parts: [] }, '—'],
    [{ place: {} }, '—'],
    [{ number: null }, '—'],
    [{ number: false }, 'xeyr'],
    [{ number: 12345 }, '12345'],
  ])('%j is %s', (claims, value) => {
    expect(one(claims, 'az')).toMatchObject({ value });
  });

  it('numbers the items of a list, and not one that is alone', () => {
    expect(one({ parts: [{ packing: 'BX', sealed: true }] })).toEqual({
      label: 'Parts',
      path: '/parts/0',
      lines: [
        { label: 'Packing', path: '/parts/0/packing', value: 'BX – box' },
        { label: 'sealed', path: '/parts/0/sealed', value: 'yes' },
      ],
    });
    expect(one({ parts: [{ packing: 'BX' }, { packing: 'ZZ' }] })).toEqual({
      label: 'Parts',
      path: '/parts',
      lines: [
        { label: '1', path: '/parts/0', lines: [{ label: 'Packing', path: '/parts/0/packing', value: 'BX – box' }] },
        { label: '2', path: '/parts/1', lines: [{ label: 'Packing', path: '/parts/1/packing', value: 'ZZ' }] },
      ],
    });
  });

  it('spares the label of what stands alone and is evident', () => {
    const names = [{ text: 'Самур', language: 'ru' }];
    expect(one({ place: { names } }, 'az')).toEqual({
      label: 'place (rus dilində)',
      path: '/place/names/0',
      value: 'Самур',
    });
    expect(one({ place: { code: 'AA' } })).toMatchObject({ label: 'place', lines: [{ value: 'AA' }] });
  });

  it('says our own names of values by their words alone', () => {
    expect(one({ duty: { from: '2026-01-02', kind: 'one', days: 1000 } }, 'ru')).toMatchObject({
      lines: [{ value: 'First-ru' }, { value: '1000' }, { value: '2 января 2026\u00A0г.' }],
    });
  });

  it('puts texts in the wanted language first and names the others', () => {
    const notes = [
      { text: 'Solanum', language: 'la' },
      { text: 'Томат', language: 'ru' },
      { text: 'Pomidor', language: 'az' },
      { text: 'Tomate', language: 'pt-BR' },
      { text: 'Pomidorlar', language: 'az-Latn' },
      { text: 'LYPES' },
    ];
    expect(one({ notes }, 'az')).toEqual({
      label: 'Notes-az',
      path: '/notes',
      lines: [
        { label: '1 (Azərbaycan dilində)', path: '/notes/2', value: 'Pomidor' },
        { label: '2 (Azərbaycan dilində, az-Latn)', path: '/notes/4', value: 'Pomidorlar' },
        { label: '3 (latın dilində)', path: '/notes/0', value: 'Solanum' },
        { label: '4 (rus dilində)', path: '/notes/1', value: 'Томат' },
        { label: '5 (pt-BR)', path: '/notes/3', value: 'Tomate' },
        { label: '6', path: '/notes/5', value: 'LYPES' },
      ],
    });
    expect(one({ notes: notes.slice(2, 3) }, 'az')).toMatchObject({ label: 'Notes-az', value: 'Pomidor' });
    expect(one({ notes: notes.slice(1, 2) }, 'az')).toMatchObject({ label: 'Notes-az (rus dilində)', value: 'Томат' });
  });

  it('names what no schema knows by its own name', () => {
    const hostile = JSON.parse('{"__proto__": {"number": "a"}, "constructor": "b", "place/code": "c", "0": "d"}');
    for (const lines of [told(hostile), contentsOf(profile, '__proto__', 1, hostile, 'en')]) {
      expect(lines).toHaveLength(4);
      expect(lines).toContainEqual({ label: 'constructor', path: '/constructor', value: 'b' });
      expect(lines).toContainEqual({ label: 'place/code', path: '/place~1code', value: 'c' });
      expect(lines).toContainEqual({
        label: '__proto__',
        path: '/__proto__',
        lines: [{ label: 'Number', path: '/__proto__/number', value: 'a' }],
      });
    }
  });
});

/** By JSON Pointer: every value that holds no others. */
function leaves(value: Json, path = ''): [string, Json][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[path, value]];
  return entries.flatMap(([name, inner]) =>
    leaves(inner, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

const leafLines = (lines: readonly ContentLine[]): { label: string; path: string; value: string }[] =>
  lines.flatMap((line) => ('lines' in line ? leafLines(line.lines) : [line]));

describe('nothing is left out', () => {
  const names = fc.oneof(
    fc.constantFrom(...Object.keys(schema['properties'] as JsonObject), 'value', 'unit', 'each', 'text', 'language'),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b', '~', ''),
    fc.string(),
  );
  const { claims } = fc.letrec<{ claims: JsonObject; value: Json }>((tie) => ({
    claims: fc
      .array(fc.tuple(names, tie('value')), { maxLength: 5 })
      .map((entries) => Object.fromEntries(entries) as JsonObject),
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('2026-11-22', '1234.5', 'KGM', 'BX', 'az', 'one'),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.maxSafeInteger(),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('claims'),
    ),
  }));

  it('of any claims', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...languages), (given, language) => {
        const lines = leafLines(contentsOf(profile, 'letter', 1, given, language));
        const covered = leaves(given).filter(([path]) => path !== '');
        for (const [path, value] of covered) {
          const line = lines.find((candidate) => path === candidate.path || path.startsWith(`${candidate.path}/`));
          expect(line, path).toBeDefined();
          // Where one line tells of several leaves it holds them all, in the words of the profile.
          if (line?.path === path && typeof value === 'string' && /[^0-9A-Za-z.-]/.test(value)) {
            expect(line.value).toBe(value);
          }
        }
        // And nothing is told that is not there.
        expect(lines.every(({ path }) => covered.some(([leaf]) => leaf === path || leaf.startsWith(`${path}/`)))).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('of measures and texts, which one line tells', () => {
    const words = fc.constantFrom('12.5', 'KGM', 'H87', 'trays', 'az', 'ru', 'pt');
    const whole = fc.record({ value: words, unit: words }, { requiredKeys: ['value'] });
    const stated = fc.record({ text: fc.string({ minLength: 1 }), language: words }, { requiredKeys: ['text'] });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 2 }), fc.array(stated, { minLength: 2 }), (weights, notes) => {
        const lines = leafLines(contentsOf(profile, 'letter', 1, { weights, notes }, 'en'));
        for (const [at, { value, unit }] of weights.entries()) {
          const line = lines.find(({ path }) => path === `/weights/${at}`);
          expect(line?.value).toBe(unit === undefined ? value : `${value}\u00A0${unit === 'KGM' ? 'kg' : unit}`);
        }
        const named: Readonly<Record<string, string>> = { az: ' (in Azerbaijani)', ru: ' (in Russian)' };
        for (const [at, { text: words, language }] of notes.entries()) {
          const line = lines.find(({ path }) => path === `/notes/${at}`);
          expect(line?.value).toBe(words);
          expect(line?.label.replace(/^[0-9]+/, '')).toBe(
            language === undefined ? '' : (named[language] ?? ` (${language})`),
          );
        }
      }),
    );
  });
});
