/** The corridor as its people see it: who belongs to it, how old its trust list and keys are, its drawing. */
import { currentInstitutions } from '../../../kernel/trust/lookup.ts';
import { callerOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import type { AppOptions } from '../options.ts';
import { aboutView } from '../pages/corridor-view.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';

export function corridorRoutes(app: App, options: AppOptions): void {
  app.get(
    '/api/desk/corridor',
    {
      config: { action: 'corridor.read' },
      schema: {
        operationId: 'showCorridor',
        summary: 'Institutions, keys and trust list of the corridor, and its drawing',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('The corridor.', 'application/json', { type: 'object' }), ...problems(401, 403) },
      },
    },
    (request, reply) => {
      const trust = callerOf(request).service.trust();
      const { countries, trust: parts, now } = aboutView(options, trust, '');
      const names = new Map(currentInstitutions(trust).map(({ id, domain }) => [id, domain]));
      return reply.send({
        corridor: options.corridor,
        now,
        trust: parts,
        institutions: countries.flatMap(({ country, institutions }) =>
          institutions.map(({ id, names: titles, here, functions, keys }) => ({
            id,
            country,
            names: titles,
            here,
            domain: names.get(id) ?? '',
            functions,
            keys: keys.map(({ pem: _, ...key }) => key),
          })),
        ),
        lines: options.drawing?.lines ?? [],
      });
    },
  );
}
