/** Settings in the shape in which forms take types: labels and codes stand under the name of the selection. */
import type { TypeDeclaration } from '../api/shapes.ts';
import type { Selection } from './requests.ts';

const made = new WeakMap<object, TypeDeclaration>();

export function declarationOf({ name, title, schema }: Pick<Selection, 'name' | 'title' | 'schema'>): TypeDeclaration {
  const known = made.get(schema);
  if (known) return known;
  const declaration: TypeDeclaration = { name, title, version: 1, schemas: { 1: schema }, issuedBy: '', sentTo: [] };
  made.set(schema, declaration);
  return declaration;
}
