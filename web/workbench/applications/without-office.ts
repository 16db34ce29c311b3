/** A type as whoever applies for one is asked: without what the institution states itself. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { TypeDeclaration } from '../api/shapes.ts';

export function withoutOffice<D extends Pick<TypeDeclaration, 'schemas' | 'version' | 'leftToOffice'>>(
  declaration: D,
): D {
  const { schemas, version, leftToOffice = [] } = declaration;
  const schema = schemas[version];
  if (schema === undefined || leftToOffice.length === 0) return declaration;
  const properties = Object.entries((schema['properties'] ?? {}) as JsonObject);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const asked = {
    ...schema,
    properties: Object.fromEntries(properties.filter(([name]) => !leftToOffice.includes(name))),
    required: required.filter((name) => typeof name !== 'string' || !leftToOffice.includes(name)),
  };
  return { ...declaration, schemas: { ...schemas, [version]: asked } };
}
