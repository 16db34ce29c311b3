/** Annexes: bytes named by their SHA-256, stored before the record that names them. */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { callerOf } from './access.ts';
import { bytes, json, problems } from './describe.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { Digest, NoQuery } from './schemas.ts';

export function annexRoutes(app: App, limit: number): void {
  acceptBytes(app, limit);

  app.post(
    '/api/annexes',
    {
      config: { access: 'issue', action: 'records.draft' },
      schema: {
        operationId: 'storeAnnex',
        summary: 'Store a file for records to name',
        description: 'Content-Type is the media type that is kept. The same bytes twice are one annex.',
        tags: ['annexes'],
        querystring: NoQuery,
        body: { content: { '*/*': { schema: { description: 'The bytes of the file.' } } } },
        response: { 201: json('Stored.', 'Annex'), ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request, reply) => {
      const mediaType = mediaTypeOf(request);
      if (typeof mediaType !== 'string') return sendProblem(reply, mediaType);
      const digest = await callerOf(request).service.storeAnnex(bodyOf(request), mediaType);
      return reply.code(201).header('location', `/api/annexes/${digest}`).send({ digest });
    },
  );

  app.get(
    '/api/annexes/:digest(^[0-9a-f]{64}$)',
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'fetchAnnex',
        summary: 'Fetch an annex',
        tags: ['annexes'],
        params: Type.Object({ digest: Digest }),
        querystring: NoQuery,
        response: { 200: bytes('The bytes under their media type.', '*/*'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { digest } = request.params;
      const annex = await callerOf(request).service.annex(digest);
      if (annex === undefined) return sendProblem(reply, refuse('request.not-found'));
      // What others have attached never runs as a page of this server.
      return reply
        .type(annex.mediaType)
        .header('content-disposition', `attachment; filename="${digest.slice(0, 16)}"`)
        .send(annex.bytes);
    },
  );
}

/** Every media type, as bytes. */
export function acceptBytes(app: App, bodyLimit: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
}

export function bodyOf(request: FastifyRequest): Uint8Array {
  return Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
}

/** Without parameters, as records name it. */
export function mediaTypeOf(request: FastifyRequest): string | Refusal {
  const found = (request.headers['content-type'] ?? '').slice(0, 200);
  const essence = found.replace(/[ \t]*;.*$/s, '').toLowerCase();
  return /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(essence) ? essence : refuse('request.unsupported-media-type', { found });
}
