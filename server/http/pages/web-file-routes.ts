/** Built files, the manifest of the installable page, and the protocol to read. */
import { readFile } from 'node:fs/promises';
import { refuse } from '../../../kernel/refusal.ts';
import type { AppOptions } from '../options.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';

const forever = 'public, max-age=31536000, immutable';
const protocol = new URL('../../../docs/protocol.md', import.meta.url);

export function webFileRoutes(app: App, { web, demonstration }: AppOptions): void {
  const route = { config: { access: 'public' }, schema: { hide: true } } as const;

  app.get<{ Params: { name: string } }>('/assets/:name', route, (request, reply) => {
    const file = web?.files.get(`/assets/${request.params.name}`);
    if (file === undefined) return sendProblem(reply, refuse('request.not-found'));
    return reply.header('cache-control', forever).type(file.type).send(file.bytes);
  });
  // A worker's own policy says what its requests may be; what it keeps are files of this server.
  app.get('/service-worker.js', route, (_request, reply) => {
    const file = web?.files.get('/service-worker.js');
    if (file === undefined) return sendProblem(reply, refuse('request.not-found'));
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
    return reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': policy })
      .type(file.type)
      .send(file.bytes);
  });
  app.get('/manifest.webmanifest', route, (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('application/manifest+json')
      .send(JSON.stringify(manifest(web?.assets ?? {}, demonstration))),
  );
  app.get('/docs/protocol.md', route, async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/markdown; charset=utf-8')
      .send(await readFile(protocol)),
  );
}

function manifest(assets: Readonly<Record<string, string>>, demonstration: boolean): object {
  const icon = (name: string, sizes: string, type: string, purpose: 'any' | 'maskable') => {
    const src = assets[`icons/${name}`];
    return src === undefined ? [] : [{ src, sizes, type, purpose }];
  };
  return {
    id: '/verify',
    name: demonstration ? 'Samur (demonstration)' : 'Samur',
    short_name: 'Samur',
    start_url: '/verify',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b4a6f',
    icons: [
      ...icon('icon.svg', 'any', 'image/svg+xml', 'any'),
      ...icon('icon-192.png', '192x192', 'image/png', 'any'),
      ...icon('icon-512.png', '512x512', 'image/png', 'any'),
      ...icon('maskable-512.png', '512x512', 'image/png', 'maskable'),
    ],
  };
}
