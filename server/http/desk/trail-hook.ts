/** Whatever a person does that may change something goes into the audit trail: the one place that writes there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../route.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Also what was refused. A sign-in is told by `deskCaller`, which its route sets once it knows who it is. Before the
 * answer goes out: whoever hangs up before it has still done what was done.
 */
export function noteActs(app: App): void {
  const noted = new WeakSet<FastifyRequest>();
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.deskCaller !== null && !readingMethods.has(request.method) && !noted.has(request)) {
      noted.add(request);
      note(request, reply);
    }
    done();
  });
}

function note(request: FastifyRequest, reply: FastifyReply): void {
  if (request.deskCaller === null) return;
  const { desk, person } = request.deskCaller;
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

/** What the address names, else what was made. Ids only, never what somebody typed into an address. */
function aboutOf(request: FastifyRequest, reply: FastifyReply): string {
  const { id } = (request.params ?? {}) as { readonly id?: string };
  const location = reply.getHeader('location');
  const made = typeof location === 'string' ? location.slice(location.lastIndexOf('/') + 1) : '';
  const about = id ?? made;
  return /^[A-Za-z0-9_-]{1,64}$/.test(about) ? about : '';
}
