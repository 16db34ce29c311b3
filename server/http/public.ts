/** What anybody may fetch: DID documents, the trust list, logs, and the shapes of records. */
import { Type } from 'typebox';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { parseEntriesPath, parseTilePath, tileWidth } from '../../kernel/log/tile.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { exportTrust } from '../../kernel/trust/bundle.ts';
import { didDocument } from '../../kernel/trust/did.ts';
import { currentInstitution } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { InstitutionService } from '../institution/service.ts';
import { media, problems } from './describe.ts';
import { dictionaryRoutes } from './dictionaries.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import { recordContext } from './record-context.ts';
import type { App } from './route.ts';
import { InstitutionId, Name, NoQuery } from './schemas.ts';
import { statusListRoutes } from './status-lists.ts';

const shortly = 'public, max-age=300';
const forever = 'public, max-age=31536000, immutable';
const openObject = { type: 'object' };
const binary = { type: 'string', format: 'binary' };
const anyOrigin = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export function publicRoutes(app: App, options: AppOptions): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(anyOrigin);
    done();
  });
  documentRoutes(app, options);
  schemaRoutes(app, options.catalogue);
  dictionaryRoutes(app, options);
  logRoutes(app, options.institutions);
  statusListRoutes(app, options);
}

function documentRoutes(app: App, { institutions, now }: AppOptions): void {
  app.get(
    '/:institution/did.json',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'didDocument',
        summary: 'DID document of an institution hosted here',
        description: 'A copy for verifiers outside the corridor; inside it, the trust list alone decides.',
        tags: ['public'],
        params: Type.Object({ institution: InstitutionId }),
        querystring: NoQuery,
        response: { 200: media('did:web document.', 'application/did+ld+json', openObject), ...problems(400, 404) },
      },
    },
    (request, reply) => {
      const service = institutions.get(request.params.institution);
      const document = service && didDocument(service.trust(), service.id, now());
      if (document === undefined) return sendProblem(reply, refuse('request.not-found'));
      return reply.header('cache-control', shortly).type('application/did+ld+json').send(JSON.stringify(document));
    },
  );

  const texts = new WeakMap<TrustList, string>();
  app.get(
    '/api/trust',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'trustList',
        summary: 'The whole trust list with its history, as signed',
        tags: ['public'],
        querystring: NoQuery,
        response: { 200: media('Signed parts and terms.', 'application/json', openObject), ...problems(400, 503) },
      },
    },
    (_request, reply) => {
      const trust = newestTrust(institutions);
      if (trust === undefined) return sendProblem(reply, refuse('server.unavailable'));
      const known = texts.get(trust) ?? JSON.stringify(exportTrust(trust));
      texts.set(trust, known);
      return reply.header('cache-control', 'public, no-cache').type('application/json').send(known);
    },
  );
}

/** Institutions of one server learn of a new part one after the other; the list of the first to know is shown. */
export function newestTrust(institutions: ReadonlyMap<string, InstitutionService>): TrustList | undefined {
  const held = (trust: TrustList): number =>
    [...trust.chains.values()].reduce((sum, { parts }) => sum + parts.length, trust.terms.length);
  const lists = [...institutions.values()].map((service) => service.trust());
  return lists.toSorted((a, b) => held(b) - held(a))[0];
}

function schemaRoutes(app: App, catalogue: Catalogue): void {
  app.get(
    '/ns/record/v1',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'recordContext',
        summary: 'JSON-LD context of the members under `samur`',
        tags: ['public'],
        querystring: NoQuery,
        response: { 200: media('JSON-LD 1.1 context.', 'application/ld+json', openObject), ...problems(400) },
      },
    },
    (_request, reply) => reply.header('cache-control', forever).type('application/ld+json').send(recordContext),
  );

  app.get(
    '/ns/:profile/:type/:version(^[1-9][0-9]{0,5}$)',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'claimsSchema',
        summary: 'JSON Schema of the claims of a record type',
        tags: ['public'],
        params: Type.Object({ profile: Name, type: Name, version: Type.String() }),
        querystring: NoQuery,
        response: { 200: media('JSON Schema 2020-12.', 'application/schema+json', openObject), ...problems(400, 404) },
      },
    },
    (request, reply) => {
      const { profile, type, version } = request.params;
      const schema = catalogue.type(profile, type)?.declaration.schemas[Number(version)];
      if (schema === undefined) return sendProblem(reply, refuse('request.not-found'));
      const stated = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
      return reply.header('cache-control', forever).type('application/schema+json').send(JSON.stringify(stated));
    },
  );
}

const logPath = /^([^/]+\/[^/]+\/[1-9]\d{0,8})\/(checkpoint|tile\/.+)$/;

function logRoutes(app: App, institutions: ReadonlyMap<string, InstitutionService>): void {
  app.get(
    '/log/*',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'log',
        summary: 'Checkpoints and tiles of a channel (C2SP tlog-tiles)',
        description:
          'Path: `<domain>/<recipient>/<generation>`, then `/checkpoint`, `/tile/<level>/<n>` or `/tile/entries/<n>`.',
        tags: ['public'],
        params: Type.Object({ '*': Type.String() }),
        querystring: NoQuery,
        response: {
          200: {
            description: 'Signed note, or tile.',
            content: { 'text/plain': { schema: { type: 'string' } }, 'application/octet-stream': { schema: binary } },
          },
          ...problems(400, 404),
        },
      },
    },
    async (request, reply) => {
      const [, origin = '', path = ''] = logPath.exec(request.params['*']) ?? [];
      for (const service of holders(origin, institutions)) {
        if (path === 'checkpoint') {
          const note = await service.checkpoint(origin);
          if (note === undefined) continue;
          return reply.header('cache-control', 'public, no-cache').type('text/plain; charset=utf-8').send(note);
        }
        const tile = path.startsWith('tile/entries/') ? parseEntriesPath(path) : parseTilePath(path);
        const content = tile instanceof Refusal ? undefined : await service.tile(origin, path);
        if (tile instanceof Refusal || content === undefined) continue;
        const caching = tile.width === tileWidth ? forever : shortly;
        return reply.header('cache-control', caching).type('application/octet-stream').send(content);
      }
      return sendProblem(reply, refuse('request.not-found'));
    },
  );
}

/** The institution that keeps the log, then the one that keeps its mirror, as far as they live here. */
function holders(origin: string, institutions: ReadonlyMap<string, InstitutionService>): readonly InstitutionService[] {
  const [domain, recipient = ''] = origin.split('/');
  const keeper = [...institutions.values()].find(
    (service) => currentInstitution(service.trust(), service.id)?.domain === domain,
  );
  const mirror = institutions.get(recipient);
  return [keeper, mirror].filter((service) => service !== undefined);
}
