/** The public pages: plain HTML made here, which needs no script but where a document is verified. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Text } from '../../../kernel/finding.ts';
import { currentInstitution } from '../../../kernel/trust/lookup.ts';
import { aboutPage } from '../../../web/pages/about.ts';
import { homePage } from '../../../web/pages/home.ts';
import type { Site } from '../../../web/pages/layout.ts';
import { missingPage } from '../../../web/pages/missing.ts';
import { verifyPage } from '../../../web/pages/verify.ts';
import type { ClientLimit } from '../client-limit.ts';
import type { AppOptions } from '../options.ts';
import { newestTrust } from '../public.ts';
import type { App } from '../route.ts';
import { aboutView, homeView } from './corridor-view.ts';
import { pageLanguage, sendPage } from './page-reply.ts';
import { statusRoutes } from './status-page.ts';
import { webFileRoutes } from './web-file-routes.ts';
import { workbenchRoutes } from './workbench-page.ts';

export function pageRoutes(app: App, options: AppOptions, limit: ClientLimit): void {
  const site = (): Site => siteOf(options);
  webFileRoutes(app, options);
  workbenchRoutes(app, options);
  statusRoutes(app, options, site, limit);
  const route = { config: { access: 'public' }, schema: { hide: true } } as const;

  app.get('/', route, (request, reply) =>
    sendPage(reply, site(), homePage(homeView(options, newestTrust(options.institutions)), pageLanguage(request))),
  );
  app.get('/verify', route, (request, reply) => sendPage(reply, site(), verifyPage(pageLanguage(request))));
  app.get('/about', route, (request, reply) => {
    const address = `${request.protocol}://${request.headers.host ?? ''}`;
    const view = aboutView(options, newestTrust(options.institutions), address);
    return sendPage(reply, site(), aboutPage(view, pageLanguage(request)));
  });
  // A printed link is in capitals, which make a smaller code.
  for (const letter of ['C', 'c'])
    app.get<{ Params: { id: string; code: string } }>(`/${letter}/:id/:code`, route, (request, reply) => {
      const { id, code } = request.params;
      return reply.redirect(`/verify#${encodeURIComponent(id)}/${encodeURIComponent(code)}`, 303);
    });
}

/** For an address that names nothing. */
export function sendMissingPage(options: AppOptions): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (request, reply) => sendPage(reply, siteOf(options), missingPage(pageLanguage(request)));
}

function siteOf({ corridor, demonstration, institutions, web }: AppOptions): Site {
  const hosted = [...institutions.values()].map((service) => {
    const { id } = service;
    const names: Text = currentInstitution(service.trust(), id)?.names ?? { az: id, ru: id, en: id };
    return { id, names };
  });
  return { corridor, demonstration, version: web?.version ?? '', institutions: hosted, assets: web?.assets ?? {} };
}
