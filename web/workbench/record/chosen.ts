/** The form of a follow-up whose kind was chosen by the button that opened it: what is settled is not asked again. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { TypeDeclaration } from '../api/shapes.ts';

export function withoutChosen(type: TypeDeclaration, chosen: JsonObject): TypeDeclaration {
  const schema = type.schemas[type.version];
  const { properties, required } = schema ?? {};
  if (schema === undefined || typeof properties !== 'object' || properties === null) return type;
  const isOpen = (name: string): boolean => !Object.hasOwn(chosen, name);
  const asked = {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isOpen(name))),
    ...(Array.isArray(required) && { required: required.filter((name) => isOpen(String(name))) }),
  };
  return { ...type, schemas: { ...type.schemas, [type.version]: asked } };
}
