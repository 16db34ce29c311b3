/** The document that the workbench runs in: the same for each of its addresses, in the language last chosen. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../../../kernel/finding.ts';
import { negotiateLanguage } from '../../../kernel/words.ts';
import { workbenchDocument } from '../../../web/pages/workbench.ts';
import type { AppOptions } from '../options.ts';
import type { App } from '../route.ts';

/** No frame, no inline script or style, nothing from elsewhere; blobs are previews of annexes. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const cookie = 'samur-language';
const yearSeconds = 31_536_000;

export function workbenchRoutes(app: App, { web, demonstration }: AppOptions): void {
  const route = { config: { access: 'public' }, schema: { hide: true } } as const;
  const send = (request: FastifyRequest, reply: FastifyReply) => {
    const asked = queryLanguage(request);
    const language = asked ?? keptLanguage(request) ?? negotiateLanguage(request.headers['accept-language']);
    if (asked) reply.header('set-cookie', `${cookie}=${asked}; Path=/desk; Max-Age=${yearSeconds}; SameSite=Strict`);
    return reply
      .headers({
        'cache-control': 'no-cache',
        'content-language': language,
        'content-security-policy': policy,
        'permissions-policy':
          'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()',
        vary: 'accept-language, cookie',
      })
      .type('text/html; charset=utf-8')
      .send(workbenchDocument(language, web?.assets ?? {}, demonstration));
  };
  app.get('/desk', route, send);
  app.get('/desk/*', route, send);
}

const known = (text: string | undefined): Language | undefined => languages.find((one) => one === text);

function queryLanguage(request: FastifyRequest): Language | undefined {
  return known(new URLSearchParams(request.url.split('?')[1] ?? '').get('lang') ?? undefined);
}

function keptLanguage({ headers }: FastifyRequest): Language | undefined {
  return known(/(?:^|; *)samur-language=([a-z]{2})(?:;|$)/.exec(headers.cookie ?? '')?.[1]);
}
