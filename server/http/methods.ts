/** Answers 405 where an address exists and the method does not, with what it allows (RFC 9110 §15.5.6). */
import { refuse } from '../../kernel/refusal.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';

const methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'] as const;

/** Must come before every route; the plugin it returns after every route. */
export function otherMethods(app: App): (last: App) => void {
  const allowed = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = allowed.get(url) ?? new Set();
    allowed.set(url, known);
    for (const one of typeof method === 'string' ? [method] : method) known.add(one);
    // Of a prefix's two forms, with a slash and without, Fastify tells only one for GET and both for HEAD.
    if (known.has('HEAD')) known.add('GET');
  });
  return (last) => {
    for (const [url, known] of [...allowed]) {
      const allow = [...known].sort().join(', ');
      last.route({
        url,
        method: methods.filter((method) => !known.has(method)),
        config: { access: 'public' },
        schema: { hide: true },
        // Before the body: what would be parsed here is nobody's business.
        onRequest: (_request, reply, _done) =>
          void sendProblem(reply.header('allow', allow), refuse('request.method-not-allowed', { expected: allow })),
        handler: (_request, reply) => reply.send(),
      });
    }
  };
}
