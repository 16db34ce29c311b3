/** How a page is sent: in which language, under which policy. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../../../kernel/finding.ts';
import { negotiateLanguage } from '../../../kernel/words.ts';
import { document, type Page, type Site } from '../../../web/pages/layout.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The camera belongs to the page that scans. */
const permissions = (path: string): string =>
  `camera=(${path === '/verify' ? 'self' : ''}), microphone=(), geolocation=(), payment=(), usb=()`;

/** By `?lang=`, else by the browser's own wish. Whatever else stands in the query is none of ours. */
export function pageLanguage(request: FastifyRequest): Language {
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang');
  return languages.find((one) => one === asked) ?? negotiateLanguage(request.headers['accept-language']);
}

export function sendPage(reply: FastifyReply, site: Site, page: Page): FastifyReply {
  // An answer to a form stays out of every store; other pages hold nothing of anybody.
  const caching = reply.request.method === 'POST' ? 'no-store' : 'no-cache';
  return reply
    .headers({
      'cache-control': caching,
      'content-language': page.language,
      'content-security-policy': policy,
      'permissions-policy': permissions(page.path),
      vary: 'accept-language',
    })
    .type('text/html; charset=utf-8')
    .send(document(site, page));
}
