/** What a list calls something that is still being written: what its claims say first. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { TypeDeclaration } from '../api/shapes.ts';
import { language } from '../language.ts';
import { briefOf } from './form/brief.ts';
import { fieldOf } from './form/schema-fields.ts';
import type { Naming } from './form/words-of-fields.ts';

export function titleOf({ name, version, schemas }: TypeDeclaration, naming: Naming, claims: JsonObject): string {
  const schema = schemas[version];
  if (schema === undefined) return '';
  return briefOf(fieldOf(schema), claims, name, naming, language).slice(0, 4).join(' · ').slice(0, 200);
}
