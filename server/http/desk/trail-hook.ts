/** Whatever a person does that may change something goes into the audit trail: the one place that writes there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../route.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Also what was refused. A sign-in is told by `deskCaller`, which its route sets once it knows who it is. */
export function noteActs(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { deskCaller, method } = request;
    if (deskCaller !== null && !readingMethods.has(method)) {
      const { desk, person } = deskCaller;
      const { config, schema } = request.routeOptions;
      const { operationId = '' } = (schema ?? {}) as { readonly operationId?: string };
      desk.trail.note({
        person: person.id,
        name: person.name,
        // Whoever comes in, or by an invitation, does what is their own.
        action: config.action ?? 'own',
        operation: operationId,
        about: aboutOf(request, reply),
        status: reply.statusCode,
        refusal: request.refused ?? '',
      });
    }
    done();
  });
}

/** What the address names, else what was made. Ids only, never what somebody typed into an address. */
function aboutOf(request: FastifyRequest, reply: FastifyReply): string {
  const { id } = (request.params ?? {}) as { readonly id?: string };
  const location = reply.getHeader('location');
  const made = typeof location === 'string' ? location.slice(location.lastIndexOf('/') + 1) : '';
  const about = id ?? made;
  return /^[A-Za-z0-9_-]{1,64}$/.test(about) ? about : '';
}
