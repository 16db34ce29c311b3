/**
 * Keeps the pages that verify usable without a network. Scripts and styles carry their hash in their name and never
 * change; pages are asked for anew and kept for when nobody answers. No answer about a record is ever kept.
 */
import { type Language, languages } from '../../kernel/finding.ts';
import { awayPage } from '../pages/away.ts';

declare const self: ServiceWorkerGlobalScope;
/** Paths of all assets, parted by blanks, and a name that changes with them: put in by the build. */
declare const PRECACHED: string;
declare const VERSION: string;

const prefix = 'samur-pages-';
const cacheName = prefix + VERSION;
const pages = ['/verify?lang=az', '/verify?lang=ru', '/verify?lang=en', '/manifest.webmanifest'];
/** A network that is there but slow must not keep a kept page back for longer, milliseconds. */
const patience = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(unchanging(request));
  else if (url.pathname === '/verify' || url.pathname === '/manifest.webmanifest')
    event.respondWith(newest(request, url));
  else if (request.mode === 'navigate' && ['/', '/status', '/about'].includes(url.pathname))
    event.respondWith(orAway(request, url));
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(PRECACHED.split(' '));
  for (const page of pages) {
    const answer = await fetch(page, { cache: 'no-cache' });
    if (answer.ok) await cache.put(page, answer);
  }
}

/** Pages opened before are served from now on too; what older versions kept goes. */
async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  await self.clients.claim();
}

async function unchanging(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function newest(request: Request, url: URL): Promise<Response> {
  const key = keptUnder(url);
  const kept = await caches.match(key);
  try {
    const answer = await fetch(request, { signal: kept ? AbortSignal.timeout(patience) : null });
    if (answer.ok && answer.type === 'basic' && !answer.redirected) {
      const cache = await caches.open(cacheName);
      await cache.put(key, answer.clone());
    }
    // A proxy answers for a server that is away.
    return answer.status >= 500 && kept ? kept : answer;
  } catch {
    return kept ?? Response.error();
  }
}

/** The page, or without a network one that says so and leads to the check. */
async function orAway(request: Request, url: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const style = PRECACHED.split(' ').find((path) => path.endsWith('.css'));
    return new Response(awayPage(languageOf(url), style), {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      },
    });
  }
}

function keptUnder(url: URL): string {
  return url.pathname === '/verify' ? `/verify?lang=${languageOf(url)}` : url.pathname;
}

/** A page without a language in its address is in the first of the visitor's that there is. */
function languageOf({ searchParams }: URL): Language {
  const asked = [searchParams.get('lang') ?? '', ...self.navigator.languages].map((one) => one.slice(0, 2));
  return asked.map((one) => languages.find((known) => known === one)).find((one) => one !== undefined) ?? 'en';
}
