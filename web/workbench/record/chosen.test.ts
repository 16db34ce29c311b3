import { expect, it } from 'vitest';
import type { TypeDeclaration } from '../api/shapes.ts';
import { withoutChosen } from './chosen.ts';

const text = { type: 'string' };
const type = {
  name: 'reply',
  version: 2,
  schemas: {
    1: { type: 'object', properties: { kind: text } },
    2: {
      type: 'object',
      properties: { kind: text, note: text },
      required: ['kind', 'note'],
      additionalProperties: false,
    },
  },
} as unknown as TypeDeclaration;

it('what the button settled is not asked', () => {
  const asked = withoutChosen(type, { kind: 'take' });
  expect(asked.schemas[2]).toEqual({
    type: 'object',
    properties: { note: text },
    required: ['note'],
    additionalProperties: false,
  });
  expect(asked.schemas[1]).toEqual(type.schemas[1]);
  expect(withoutChosen(type, {})).toEqual(type);
  expect(withoutChosen({ ...type, schemas: {} }, { kind: 'take' }).schemas).toEqual({});
});
