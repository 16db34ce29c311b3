/** Whatever a person does that may change something, or takes out a secret, goes into the audit trail: here alone. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Action } from '../../desk/roles.ts';
import type { App } from '../route.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Whoever reads here leaves with what others must not know. */
const disclosing = new Set<Action>(['selections.audit']);

/**
 * Also what was refused. A sign-in is told by `deskCaller`, which its route sets once it knows who it is. Before the
 * answer goes out: whoever hangs up before it has still done what was done.
 */
export function noteActs(app: App): void {
  const noted = new WeakSet<FastifyRequest>();
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.deskCaller !== null && isTold(request) && !noted.has(request)) {
      noted.add(request);
      note(request, reply);
    }
    done();
  });
}

function isTold({ method, routeOptions: { config } }: FastifyRequest): boolean {
  return !readingMethods.has(method) || (config.action !== undefined && disclosing.has(config.action));
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
  const { id, number } = (request.params ?? {}) as { readonly id?: string; readonly number?: string };
  const location = reply.getHeader('location');
  const made = typeof location === 'string' ? location.slice(location.lastIndexOf('/') + 1) : '';
  const about = id ?? number ?? made;
  return /^[A-Za-z0-9_-]{1,64}$/.test(about) ? about : '';
}
