import { describe, expect, test } from 'vitest';
import { compileSchema } from './schema-compiler.ts';

const check = compileSchema({
  type: 'object',
  properties: { count: { type: 'integer' }, on: { type: 'string', format: 'date' } },
  required: ['count'],
  additionalProperties: false,
});

describe('a compiled schema', () => {
  test('says nothing of a value that keeps to it, and leaves it as it is', () => {
    const value = Object.freeze({ count: 1, on: '2028-02-29' });
    expect(check(value)).toBeUndefined();
  });

  test('names every fault with the member that has it', () => {
    expect(check({ on: '2026-02-29', 'a/b~c': 1 })).toEqual([
      { path: '/count', keyword: 'required' },
      { path: '/a~1b~0c', keyword: 'additionalProperties' },
      { path: '/on', keyword: 'format' },
    ]);
  });

  test('turns no text into a number', () => {
    expect(check({ count: '1' })).toEqual([{ path: '/count', keyword: 'type', expected: 'integer' }]);
  });

  test('tells what would fit, a choice once with all its values', () => {
    const choice = compileSchema({
      type: 'object',
      properties: {
        kind: { enum: ['grower', 'greenhouse'] },
        status: { anyOf: [{ const: 'active' }, { const: 'ceased' }] },
        marks: { type: 'array', minItems: 1 },
        day: { type: 'string', pattern: '^[0-9]{4}$' },
      },
    });
    const faults = choice({ kind: 'x', status: 'x', marks: [], day: 'x' });
    expect(faults?.map(({ path, expected }) => [path, expected])).toEqual([
      ['/kind', 'grower, greenhouse'],
      ['/status', 'active, ceased'],
      ['/marks', 'minItems 1'],
      ['/day', '^[0-9]{4}$'],
    ]);
  });

  test('takes members that every object inherits for missing or unknown', () => {
    const closed = compileSchema({
      type: 'object',
      properties: { constructor: { type: 'string' } },
      required: ['constructor'],
      additionalProperties: false,
    });
    expect(closed({})).toEqual([{ path: '/constructor', keyword: 'required' }]);
    expect(check(JSON.parse('{"count":1,"__proto__":{}}'))).toEqual([
      { path: '/__proto__', keyword: 'additionalProperties' },
    ]);
  });

  test('tells twenty faults at most', () => {
    const list = compileSchema({ type: 'array', items: { type: 'string' } });
    expect(list(Array.from({ length: 100 }, () => 1))).toHaveLength(20);
  });

  test.each([
    ['keyword', { typo: 1 }],
    ['format', { type: 'string', format: 'no-such-format' }],
  ])('is not made from an unknown %s', (_, schema) => {
    expect(() => compileSchema(schema)).toThrow();
  });
});
