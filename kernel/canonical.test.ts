import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, inCanonicalOrder, isInCanonicalOrder, type Json, maxDepth, parseCanonical } from './canonical.ts';
import { Refusal } from './refusal.ts';

/** Names that engines are known to treat in their own way among plain ones. */
const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '0',
    '9',
    '10',
    '01',
    '4294967295',
    '__proto__',
    'constructor',
    'toJSON',
    'a',
    'b',
    'ə',
    '\u{1f34e}',
    '\u007f',
  ),
);
const value = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.array(fc.tuple(name, tie('json')), { maxLength: 5 }).map((members) => Object.fromEntries(members)),
  ),
})).json;

/** Members ordered by code units, each text written by itself: RFC 8785 word by word. */
function reference(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(reference).join()}]`;
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  const members = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([member, inner]) => `${JSON.stringify(member)}:${reference(inner as Json)}`).join()}}`;
}

describe('canonical JSON', () => {
  it('is what RFC 8785 says, and is read back', () => {
    fc.assert(
      fc.property(value, (json) => {
        const text = canonical(json);
        expect(text).toBe(reference(json));
        expect(parseCanonical(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is the same once members are in order, and what says to be in order is what is read', () => {
    fc.assert(
      fc.property(value, (json) => {
        const ordered = inCanonicalOrder(json);
        expect(canonical(ordered)).toBe(canonical(json));
        for (const one of [json, ordered])
          if (isInCanonicalOrder(one)) expect(JSON.stringify(parseCanonical(canonical(one)))).toBe(JSON.stringify(one));
      }),
    );
    expect(isInCanonicalOrder(inCanonicalOrder({ b: [{ d: '', c: 1 }], a: null }))).toBe(true);
    for (const bad of [-0, 0.5, '\ud800', { a: undefined } as unknown as Json])
      expect(isInCanonicalOrder(bad)).toBe(false);
    expect(inCanonicalOrder({ b: 0.5, a: 1 })).toEqual({ b: 0.5, a: 1 });
  });

  it('is the only text that is read', () => {
    fc.assert(
      fc.property(value, (json) => {
        const other = JSON.stringify(json);
        if (other !== canonical(json)) expect(parseCanonical(other)).toMatchObject({ code: 'input.not-canonical' });
        expect(parseCanonical(` ${canonical(json)}`)).toBeInstanceOf(Refusal);
      }),
    );
  });

  it.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"9":1,"10":2}',
    '{"a":{"c":1,"b":1}}',
    '[-0]',
    '1.0',
    '1e3',
    '0.5',
    '9007199254740992',
    '"\\u0061"',
    '"\\/"',
    '"\\ud800"',
    '{"\\ud800":1}',
    '"\\u001F"',
  ])('refuses %.40s', (text) => {
    expect(parseCanonical(text)).toMatchObject({ code: 'input.not-canonical' });
  });

  it.each([
    '{"10":1,"9":2}',
    '{"__proto__":1,"toJSON":2}',
    '"\\u001f\\"\\\\\\n"',
    '"\u007f\u2028\u{1f34e}"',
    `${'['.repeat(maxDepth)}0${']'.repeat(maxDepth)}`,
  ])('reads %.40s', (text) => {
    expect(parseCanonical(text)).toEqual(JSON.parse(text));
  });

  it.each([maxDepth + 1, 100_000])('refuses %d lists in each other', (depth) => {
    const text = `${'['.repeat(depth)}0${']'.repeat(depth)}`;
    expect(parseCanonical(text)).toMatchObject({ code: 'input.too-deep' });
  });

  it('writes no number or text that other readers could take otherwise', () => {
    for (const json of [0.5, -0, 2 ** 53, Number.NaN, '\ud800', { '\udc00': 1 }])
      expect(() => canonical(json)).toThrow(RangeError);
  });
});
