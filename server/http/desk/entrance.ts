/** What routes without a session have in common: whose desk is meant, from where, how often. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { currentInstitution } from '../../../kernel/trust/lookup.ts';
import type { Desk } from '../../desk/desk.ts';
import { isForeign } from '../access.ts';
import { clientLimit } from '../client-limit.ts';
import { acceptJson } from '../json-body.ts';
import type { AppOptions } from '../options.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { ownOrigin } from '../session-cookie.ts';

/** Of one address, behind which a whole office may stand. What is guessed has 128 bits and more. */
const entriesAMinute = 120;

export const peopleBodyLimit = 64 * 1024;

/** Before the routes of the scope: a page elsewhere signs nobody in here, and nobody asks without end. */
export function guardEntrance(app: App, options: AppOptions): void {
  acceptJson(app, peopleBodyLimit);
  const limit = clientLimit(app, entriesAMinute);
  app.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    if (request.routeOptions.config.access !== 'public' || request.method === 'GET' || request.method === 'HEAD')
      return done();
    if (ownOrigin(request, options) === undefined) return void sendProblem(reply, refuse('access.no-origin'));
    if (isForeign(request, options)) return void sendProblem(reply, refuse('access.foreign-origin'));
    limit(request).then((refusal) => (refusal ? void sendProblem(reply, refusal) : done()), done);
  });
}

export interface Entrance {
  readonly desk: Desk;
  readonly origin: string;
}

/** Text that begins with an institution's id and a dot: a handle, or the secret of a link. */
export function splitName(text: string): { readonly institution: string; readonly rest: string } {
  const at = text.lastIndexOf('.');
  return { institution: text.slice(0, at), rest: text.slice(at + 1) };
}

/** At the domain of one institution its desk alone; under any other name of the server all desks. */
export function desksAt(request: FastifyRequest, options: AppOptions): Desk[] {
  const host = request.headers.host?.toLowerCase();
  const desks = [...options.desks.values()];
  const own = desks.filter(
    ({ ground: { service } }) => currentInstitution(service.trust(), service.id)?.domain === host,
  );
  return own.length > 0 ? own : desks;
}

export function entranceOf(request: FastifyRequest, options: AppOptions, institution: string): Entrance | Refusal {
  const desk = options.desks.get(institution);
  if (desk === undefined) return refuse('desk.unknown');
  const origin = ownOrigin(request, options);
  if (origin === undefined || !desk.ground.origins.includes(origin)) return refuse('access.no-origin');
  return { desk, origin };
}
