/** The API described by itself: OpenAPI 3.1, and a page to read it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { matrix } from '../desk/roles.ts';
import { components } from './components.ts';
import type { App } from './route.ts';

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const description = `Exchange of signed electronic records between institutions of two countries.

Every refusal is a problem document (RFC 9457) with coded findings; texts come in Azerbaijani, Russian or English by
\`Accept-Language\`. A bearer token belongs to one institution and carries the rights \`read\`, \`issue\`, \`administer\`.`;

// The page that the package writes says nothing of narrow screens, which then show it as wide as a desk.
const narrowScreens = `const viewport = document.createElement('meta');
viewport.name = 'viewport';
viewport.content = 'width=device-width, initial-scale=1';
document.head.append(viewport);
`;

/** Must come before the routes it describes. */
export function describeApi(app: App, demonstration: boolean): void {
  for (const [name, shape] of Object.entries(components)) app.addSchema({ ...shape, $id: name });
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: demonstration ? 'Samur (demonstration)' : 'Samur',
        version: '1',
        description,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'records', description: 'Issue, check, list, follow and take away records.' },
        { name: 'annexes', description: 'Files that records name.' },
        { name: 'registers and ledgers', description: 'What records add up to.' },
        { name: 'channels', description: 'Delivery, receipts, misconduct.' },
        { name: 'institution', description: 'Who the caller is, and what is in force.' },
        { name: 'desk', description: 'People and what they work on; by session.' },
        { name: 'public', description: 'Open to anybody.' },
        { name: 'exchange', description: 'Between servers, signed after RFC 9421.' },
        { name: 'server', description: 'Health and figures.' },
      ],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: '`samur_` and 43 characters; made by the command line or at the desk.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'samur-session',
            description:
              'Of people who signed in; `__Host-samur-session` over https. What changes state needs `Origin`.',
          },
        },
      },
    },
    refResolver: { buildLocalReference: (shape, _base, _fragment, index) => String(shape['$id'] ?? `shape-${index}`) },
    transform: ({ schema, url, route }) => {
      const access = route.config?.access;
      const open = access === 'public' || access === 'signed' || schema?.hide === true;
      const action = route.config?.action;
      const security = open ? [] : [...(access ? [{ token: [] }] : []), ...(action ? [{ session: [] }] : [])];
      const right = open || access === undefined ? '' : `A token needs the right \`${access}\`.`;
      const held =
        open || action === undefined ? '' : `People need a role for \`${action}\`: ${matrix[action].join(', ')}.`;
      const told = [schema?.description, right, held].filter(Boolean).join('\n\n');
      return {
        url: url.replace('*', ':path'),
        schema: { ...schema, security, ...(told === '' ? {} : { description: told }) },
      };
    },
  });
}

export function docsRoutes(app: App): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: 'public' };
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
  app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: pagePolicy,
    uiConfig: { docExpansion: 'list', persistAuthorization: false, tryItOutEnabled: false },
    theme: {
      title: 'Samur API',
      css: [{ filename: 'samur.css', content: '.swagger-ui .topbar { display: none }' }],
      js: [{ filename: 'samur.js', content: narrowScreens }],
    },
  });
}
