/** Short forms for what a route's documentation says of its answers. */
import type { TSchema } from 'typebox';
import { type components, ref } from './components.ts';

type Component = keyof typeof components;

const problemText: Readonly<Record<number, string>> = {
  400: 'The request is not in the expected form.',
  401: 'No token or request signature, or one that is not accepted.',
  403: 'The token does not carry the right.',
  404: 'Nothing is held under this name.',
  409: 'The request does not fit what is held.',
  413: 'The body is too large.',
  415: 'The media type is not accepted.',
  422: 'Refused, with findings. Nothing was signed.',
  424: 'Annexes are missing.',
  429: 'Too many requests.',
  500: 'A fault of the server, under the number told.',
  503: 'Not ready.',
};

/** One body in JSON. */
export function json(description: string, component: Component, example?: unknown) {
  return media(description, 'application/json', ref(component), example);
}

/** One body of another media type. */
export function media(description: string, mediaType: string, schema: object, example?: unknown) {
  const content = { [mediaType]: example === undefined ? { schema } : { schema, example } };
  return { description, content };
}

export function bytes(description: string, mediaType: string) {
  return media(description, mediaType, { type: 'string', format: 'binary' });
}

export function text(description: string, mediaType: string) {
  return media(description, mediaType, { type: 'string' });
}

/** Problem documents by status; 500 is always among them. */
export function problems(...statuses: readonly number[]) {
  return Object.fromEntries(
    [...statuses, 500].map((status) => [
      status,
      media(problemText[status] ?? 'Refused.', 'application/problem+json', ref('Problem')),
    ]),
  );
}

/** A body that is checked by its schema only when it comes as JSON. */
export function jsonOr(schema: TSchema, otherType: string, description: string, example: unknown) {
  return {
    content: {
      'application/json': { schema: { ...schema, examples: [example] } },
      [otherType]: { schema: { description } },
    },
  };
}
