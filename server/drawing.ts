/**
 * The corridor as a drawing: `drawing.json` in the data folder, if its people want one. Lines of road, rail and sea with
 * their posts, in order from one country to the other; no map, and no border but the one that a line crosses.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Json, JsonObject } from '../kernel/canonical.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { compileSchema } from './schema-compiler.ts';

const closed = { additionalProperties: false };
const words = Type.String({ minLength: 1, maxLength: 100 });
const text = Type.Object({ az: words, ru: words, en: words }, closed);

export const Drawing = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          mode: Type.Enum(['road', 'rail', 'sea']),
          title: text,
          stops: Type.Array(
            Type.Object(
              { name: text, country: Type.String({ pattern: '^[A-Z]{2}$' }), kind: Type.Enum(['post', 'place']) },
              closed,
            ),
            { minItems: 2, maxItems: 20 },
          ),
        },
        closed,
      ),
      { maxItems: 20 },
    ),
  },
  closed,
);
export type Drawing = Static<typeof Drawing>;

const check = compileSchema(JSON.parse(JSON.stringify(Drawing)) as JsonObject);

/** Undefined when there is none. */
export async function readDrawing(folder: string): Promise<Drawing | Refusal | undefined> {
  const file = join(folder, 'drawing.json');
  const read = await readFile(file, 'utf8').catch(() => undefined);
  if (read === undefined) return undefined;
  let value: Json;
  try {
    value = JSON.parse(read) as Json;
  } catch {
    return refuse('config.data-folder', { name: file });
  }
  const [fault] = check(value) ?? [];
  return fault
    ? refuse('config.invalid', { name: `drawing.json ${fault.path || '/'} (${fault.keyword})` }, fault.path)
    : (value as unknown as Drawing);
}
