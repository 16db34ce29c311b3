import type { Json } from './canonical.ts';
import type { JsonSchema } from './profile.ts';

/** One place where a value departs from its schema: JSON Pointer and the JSON Schema keyword that failed. */
export interface SchemaFault {
  readonly path: string;
  readonly keyword: string;
  /** What would fit, in the terms of JSON Schema: permitted values, a type, a pattern, a bound. Short. */
  readonly expected?: string;
}

/** Undefined when the value keeps to the schema; never changes the value. */
export type SchemaCheck = (value: Json) => readonly SchemaFault[] | undefined;

/** Compiles JSON Schema 2020-12; given by the host, so that the kernel carries no validator of its own. */
export type SchemaCompiler = (schema: JsonSchema) => SchemaCheck;

/**
 * Annotation in the schema of a member: how forms offer it. It says nothing of what is allowed.
 * `open`: an optional group or list that is nearly always filled; it stands open, and left empty it is left out.
 * `row-number`: counts the rows of its list; it stays with the place when rows are moved.
 */
export const formHint = 'form';
export const formHints = ['open', 'row-number'] as const;
export type FormHint = (typeof formHints)[number];

/** Of a channel. Longer than any: domain 200, recipient 64, generation 16 characters and two slashes. */
export const originSchema: JsonSchema = { type: 'string', pattern: '^[^\\s+]{1,300}$' };
