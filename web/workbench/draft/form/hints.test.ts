/** Hints in the schemas of all profiles stand where forms heed them. */
import { expect, test } from 'vitest';
import { exchangeProfile } from '../../../../kernel/exchange/exchange-profile.ts';
import type { JsonSchema } from '../../../../kernel/profile.ts';
import { formHint } from '../../../../kernel/schema.ts';
import { profiles } from '../../../../profiles/index.ts';
import { counterOf } from './blanks.ts';
import { type Field, fieldOf, isLeaf } from './schema-fields.ts';

/** Hints in the schema as it is written. */
function written(schema: unknown): number {
  if (typeof schema !== 'object' || schema === null) return 0;
  const own = typeof (schema as JsonSchema)[formHint] === 'string' ? 1 : 0;
  return Object.values(schema).reduce((sum, inner) => sum + written(inner), own);
}

/** Of them, those that a form acts upon. */
function heeded(field: Field): number {
  if (field.kind === 'list') return (counterOf(field.item) === undefined ? 0 : 1) + heeded(field.item);
  if (field.kind === 'choice') return Object.values(field.alternatives).reduce((sum, one) => sum + heeded(one), 0);
  if (field.kind !== 'group') return 0;
  return field.members.reduce(
    (sum, { open, required, field: inner }) => sum + (open && !required && !isLeaf(inner) ? 1 : 0) + heeded(inner),
    0,
  );
}

const schemas = [exchangeProfile, ...profiles].flatMap(({ name, types }) =>
  Object.entries(types).flatMap(([type, { schemas: versions }]) =>
    Object.entries(versions).map(([version, schema]) => [`${name}/${type}/${version}`, schema] as const),
  ),
);

test.each(schemas)('%s', (_, schema) => {
  expect(heeded(fieldOf(schema))).toBe(written(schema));
});

test('some do', () => {
  expect(schemas.filter(([, schema]) => written(schema) > 0).length).toBeGreaterThan(5);
});
