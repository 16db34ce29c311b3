/** Requests between servers: entries with their bodies, and annexes. Signed by the sending institution. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { base64 } from '../../kernel/bytes.ts';
import { type JsonObject, parseJson } from '../../kernel/canonical.ts';
import { contentDigest } from '../../kernel/exchange/request-signature.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { InstitutionService } from '../institution/service.ts';
import { acceptBytes, bodyOf, mediaTypeOf } from './annexes.ts';
import { json, problems } from './describe.ts';
import { NonceMemory } from './nonce-memory.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import { type Claimed, claimOf, type RequestCheck, senderOf } from './request-check.ts';
import type { App } from './route.ts';
import { Digest, InstitutionId, NoQuery } from './schemas.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on signed routes before the body is read. */
    exchange: { readonly service: InstitutionService; readonly claimed: Claimed } | null;
  }
}

interface Batch {
  readonly origin: string;
  readonly checkpoint: string;
  readonly start: number;
  readonly records: readonly string[];
}

const signatureHeaders = Type.Object({
  'content-digest': Type.String({ description: 'RFC 9530, sha-256.' }),
  'signature-input': Type.String({
    description:
      'RFC 9421, label `samur`: `("@method" "@authority" "@path" "content-digest");created;keyid;nonce;tag="samur"`.',
  }),
  signature: Type.String({ description: 'By a request key of the sending institution in the trust list.' }),
});
const parameters = { institution: InstitutionId };

export function exchangeRoutes(app: App, options: AppOptions, bodyLimit: number): void {
  const check: RequestCheck = { crypto: options.crypto, now: options.now, nonces: new NonceMemory() };
  acceptBytes(app, bodyLimit);
  // Schemas here only document: what nobody has signed is not looked into, the rest `readBatch` checks.
  app.setValidatorCompiler(() => () => true);
  app.decorateRequest('exchange', null);
  app.addHook<{ Params: { institution: string } }>('onRequest', (request, reply, done) => {
    const service = options.institutions.get(request.params.institution);
    if (service === undefined) return void sendProblem(reply, refuse('request.not-found'));
    const claimed = claimOf(request, service.trust(), options.now());
    if (claimed instanceof Refusal) return void sendUnproved(reply, claimed);
    request.exchange = { service, claimed };
    done();
  });

  app.post(
    '/exchange/:institution/entries',
    {
      config: { access: 'signed' },
      schema: {
        operationId: 'deliverEntries',
        summary: 'Deliver the next entries of a channel with their records',
        description: 'Body: `{origin, checkpoint, start, records}`; records are compact JWS in the order of the log.',
        tags: ['exchange'],
        params: Type.Object(parameters),
        headers: signatureHeaders,
        querystring: NoQuery,
        body: { content: { 'application/json': { schema: batchSchema } } },
        response: { 200: json('Held durably: cosigned.', 'Receipt'), ...problems(400, 401, 404, 409, 413, 422, 424) },
      },
    },
    async (request, reply) => {
      const opened = openBody(request, check);
      if (opened instanceof Refusal) return sendUnproved(reply, opened);
      const { sender, body } = opened;
      const batch = readBatch(body);
      if (batch instanceof Refusal) return sendProblem(reply, batch);
      const { service, claimed } = opened;
      const answer = await service.receive({ ...batch, sender, request: () => kept(claimed, body) });
      if (answer instanceof Refusal) return sendProblem(reply, answer);
      if (answer.kind === 'resume')
        return sendProblem(reply, answer.refusal, { status: 409, members: { size: answer.size } });
      if (answer.kind === 'annexes')
        return sendProblem(reply, refuse('record.annex-missing'), {
          status: 424,
          members: { missing: answer.missing },
        });
      return { size: answer.size, cosignature: answer.cosignature };
    },
  );

  app.put(
    '/exchange/:institution/annexes/:digest(^[0-9a-f]{64}$)',
    {
      config: { access: 'signed' },
      schema: {
        operationId: 'deliverAnnex',
        summary: 'Deliver an annex before the entries that name it',
        tags: ['exchange'],
        params: Type.Object({ ...parameters, digest: Digest }),
        headers: signatureHeaders,
        querystring: NoQuery,
        body: { content: { '*/*': { schema: { description: 'The bytes of the annex.' } } } },
        response: { 201: json('Held.', 'Annex'), ...problems(400, 401, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const opened = openBody(request, check);
      if (opened instanceof Refusal) return sendUnproved(reply, opened);
      const { body, service } = opened;
      const { digest } = request.params;
      const mediaType = mediaTypeOf(request);
      if (typeof mediaType !== 'string') return sendProblem(reply, mediaType);
      // The signature has already bound the body to its Content-Digest.
      if (contentDigest(body, options.crypto) !== `sha-256=:${base64(Uint8Array.fromHex(digest))}:`)
        return sendProblem(reply, refuse('record.annex-mismatch', { name: digest }));
      return reply.code(201).send({ digest: await service.storeAnnex(body, mediaType) });
    },
  );
}

const batchSchema = Type.Object(
  {
    origin: Type.String(),
    checkpoint: Type.String({ description: 'C2SP signed note.' }),
    start: Type.Integer({ minimum: 0, description: 'Index of the first record in the log.' }),
    records: Type.Array(Type.String()),
  },
  { additionalProperties: false },
);

interface Opened {
  readonly sender: string;
  readonly service: InstitutionService;
  readonly claimed: Claimed;
  readonly body: Uint8Array;
}

function openBody(request: FastifyRequest, check: RequestCheck): Opened | Refusal {
  if (request.exchange === null) throw new TypeError('route is not signed');
  const body = bodyOf(request);
  const sender = senderOf(request.exchange.claimed, body, check);
  return sender instanceof Refusal ? sender : { sender, body, ...request.exchange };
}

function sendUnproved(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return sendProblem(reply.header('www-authenticate', 'Signature'), refusal);
}

function readBatch(bytes: Uint8Array): Batch | Refusal {
  const value = parseJson(bytes);
  if (value instanceof Refusal) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('input.bad-value');
  const { origin, checkpoint, start, records, ...others } = value as JsonObject;
  const [stray] = Object.keys(others);
  if (stray !== undefined) return refuse('input.unknown-member', { name: stray.slice(0, 100) });
  if (typeof origin !== 'string') return refuse('input.bad-value', { name: 'origin' }, '/origin');
  if (typeof checkpoint !== 'string') return refuse('input.bad-value', { name: 'checkpoint' }, '/checkpoint');
  if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 0)
    return refuse('input.bad-value', { name: 'start' }, '/start');
  if (!Array.isArray(records) || !records.every((one) => typeof one === 'string'))
    return refuse('input.bad-value', { name: 'records' }, '/records');
  return { origin, checkpoint, start, records };
}

/** What a third party needs to check the signature again. */
function kept({ target, headers }: Claimed, body: Uint8Array): JsonObject {
  return { target: { ...target }, headers: { ...headers }, body: base64(body) };
}
