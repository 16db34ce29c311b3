/** What is asked of every request before its route: the right host, nobody in between; and what every answer says. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function guardEdge(app: App, options: AppOptions): void {
  const hosts = new Set(options.hosts);
  const always = options.demonstration ? { ...headers, 'samur-demonstration': 'true' } : headers;

  app.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    reply.headers(always);
    // Only a proxy that is trusted can have said so; on plain HTTP the header would mean nothing.
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    const refusal = wrongHost(request, hosts) ?? (options.demonstration ? forwarded(request) : undefined);
    if (refusal === undefined) done();
    else sendProblem(reply, refusal);
  });
}

/** A page elsewhere that rebinds its name to this address sends its own name here. */
function wrongHost(request: FastifyRequest, hosts: ReadonlySet<string>): Refusal | undefined {
  const host = request.headers.host?.toLowerCase() ?? '';
  return hosts.has(host) ? undefined : refuse('request.wrong-host', { name: host.slice(0, 100) });
}

function forwarded(request: FastifyRequest): Refusal | undefined {
  for (const name in request.headers)
    if (name === 'forwarded' || name === 'via' || name.startsWith('x-forwarded-')) return refuse('request.forwarded');
  return undefined;
}
