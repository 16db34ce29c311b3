/** The claims of an earlier record as the beginning of a new one. */
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import type { JsonSchema } from '../../../kernel/profile.ts';
import { type Field, fieldOf } from './form/schema-fields.ts';

/** Without the number it is known by, without its days and moments, and without what only the old one could say. */
export function freshCopy(schema: JsonSchema, claims: JsonObject, number: string): JsonObject {
  const field = fieldOf(schema);
  const members = field.kind === 'group' ? field.members : [];
  const fieldAt = (name: string): Field | undefined => members.find((one) => one.name === name)?.field;
  return Object.fromEntries(Object.entries(claims).filter(([name, value]) => !isOld(fieldAt(name), value, number)));
}

function isOld(field: Field | undefined, value: Json, number: string): boolean {
  if (field === undefined) return true;
  if (field.kind === 'list') return isTime(field.item);
  return isTime(field) || (number !== '' && value === number);
}

const isTime = ({ kind }: Field): boolean => kind === 'day' || kind === 'moment';
