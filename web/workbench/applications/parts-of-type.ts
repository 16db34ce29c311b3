/** A type in two parts: what whoever applies is asked, and what the institution states itself. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { TypeDeclaration } from '../api/shapes.ts';

type Parted = Pick<TypeDeclaration, 'schemas' | 'version' | 'leftToOffice'>;

export const withoutOffice = <D extends Parted>(declaration: D): D =>
  only(declaration, (name) => !isOffice(declaration, name));

export const officeAlone = <D extends Parted>(declaration: D): D =>
  only(declaration, (name) => isOffice(declaration, name));

export const isOffice = ({ leftToOffice = [] }: Parted, member: string): boolean => leftToOffice.includes(member);

/** The member that a JSON Pointer leads into. */
export const memberAt = (pointer: string): string => pointer.split('/', 2)[1] ?? '';

function only<D extends Parted>(declaration: D, isIn: (name: string) => boolean): D {
  const { schemas, version } = declaration;
  const schema = schemas[version];
  if (schema === undefined) return declaration;
  const properties = Object.entries((schema['properties'] ?? {}) as JsonObject);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const part = {
    ...schema,
    properties: Object.fromEntries(properties.filter(([name]) => isIn(name))),
    required: required.filter((name) => typeof name !== 'string' || isIn(name)),
  };
  return { ...declaration, schemas: { ...schemas, [version]: part } };
}
