/** The texts that printed codes are packed with, for programs that read codes without Samur. */
import { Type } from 'typebox';
import { dictionariesOf } from '../../kernel/paper/dictionaries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { media, problems } from './describe.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { NoQuery } from './schemas.ts';

export function dictionaryRoutes(app: App, { catalogue, crypto }: Pick<AppOptions, 'catalogue' | 'crypto'>): void {
  const dictionaries = new Map(dictionariesOf(catalogue, crypto).map(({ id, bytes }) => [id, bytes]));
  app.get(
    '/ns/dictionary/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'dictionary',
        summary: 'Dictionary that printed codes are packed with',
        description: 'The id is the first 4 bytes of its SHA-256, as the code names it. It never changes.',
        tags: ['public'],
        params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}$' }) }),
        querystring: NoQuery,
        response: { 200: media('The text, UTF-8.', 'text/plain', { type: 'string' }), ...problems(400, 404) },
      },
    },
    (request, reply) => {
      const bytes = dictionaries.get(request.params.id);
      if (bytes === undefined) return sendProblem(reply, refuse('request.not-found'));
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('text/plain; charset=utf-8')
        .send(Buffer.from(bytes));
    },
  );
}
