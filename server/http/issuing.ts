/** Issuing and checking, from JSON or from a document of another system. */
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import { type DraftRequest, Rejected } from '../institution/service.ts';
import { type Caller, callerOf } from './access.ts';
import { json, jsonOr, problems } from './describe.ts';
import { type Documents, type ReadDocument, xml } from './documents.ts';
import type { Examples } from './examples.ts';
import { type FindingWords, leadingRefusal } from './finding-words.ts';
import { acceptJson } from './json-body.ts';
import type { BodyLimits } from './options.ts';
import { languageOf, sendProblem } from './problem.ts';
import { recordPath, wordRecord } from './records.ts';
import type { App } from './route.ts';
import { Digest, DocumentQuery, Draft, FollowUp, IdempotencyHeader, NoQuery } from './schemas.ts';

export interface IssuingParts {
  /** By institution id. */
  readonly desks: ReadonlyMap<string, Desk>;
  readonly words: FindingWords;
  readonly documents: Documents;
  readonly limits: BodyLimits;
  readonly examples: Examples;
}

export function issuingRoutes(app: App, parts: IssuingParts): void {
  const { words, documents, limits, examples } = parts;
  acceptJson(app, limits.json);
  app.addContentTypeParser<Buffer>([xml, 'text/xml'], { parseAs: 'buffer', bodyLimit: limits.xml }, (_, bytes, done) =>
    done(null, bytes),
  );

  const body = jsonOr(Draft, xml, 'A UN/CEFACT document; recipients stand in the query.', examples.draft);

  app.post<{ Querystring: DocumentQuery }>(
    '/api/records',
    {
      config: { access: 'issue' },
      schema: {
        operationId: 'issueRecord',
        summary: 'Issue a record',
        description: 'Runs the rules, signs, and puts the record on every recipient’s channel in one transaction.',
        tags: ['records'],
        querystring: DocumentQuery,
        headers: IdempotencyHeader,
        body,
        response: {
          200: json('Issued before under this Idempotency-Key.', 'Record'),
          201: json('Issued; Location names the record.', 'Record'),
          ...problems(400, 401, 403, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const read = await readRequest(request, documents);
      if (read instanceof Refusal) return sendProblem(reply, read);
      const caller = callerOf(request);
      if (Buffer.isBuffer(request.body)) {
        const refused = await keepAnnexes(caller, read);
        if (refused !== undefined) return sendRejected(reply, words, read.draft.profile, refused);
      }
      return issue(request, reply, read.draft, parts);
    },
  );

  app.post<{ Querystring: DocumentQuery }>(
    '/api/records/check',
    {
      config: { access: 'read', action: 'records.draft' },
      schema: {
        operationId: 'checkRecord',
        summary: 'Check a draft without signing it',
        tags: ['records'],
        querystring: DocumentQuery,
        body,
        response: { 200: json('Every finding.', 'Check'), ...problems(400, 401, 403, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const read = await readRequest(request, documents);
      if (read instanceof Refusal) return sendProblem(reply, read);
      const { draft } = read;
      const { service, person, rights } = callerOf(request);
      // What a record was chosen for is told to whoever decides about it, not to every program that reads.
      const decides = person !== undefined || rights.includes('issue');
      const judged = decides ? await parts.desks.get(service.id)?.selections.deciding.judged(draft) : undefined;
      const found = await service.check(judged ?? draft);
      const findings = words(draft.profile, found, languageOf(reply));
      return Buffer.isBuffer(request.body) ? { type: draft.type, claims: draft.claims, findings } : { findings };
    },
  );

  app.post(
    `${recordPath}/follow-ups`,
    {
      config: { access: 'issue' },
      schema: {
        operationId: 'followRecord',
        summary: 'Issue a follow-up: a decision, a withdrawal, an answer',
        description: 'The profile is that of the record followed; without `to` it goes to all its other parties.',
        tags: ['records'],
        params: Type.Object({ id: Digest }),
        querystring: NoQuery,
        headers: IdempotencyHeader,
        body: { ...FollowUp, examples: [examples.followUp] },
        response: {
          200: json('Issued before under this Idempotency-Key.', 'Record'),
          201: json('Issued; Location names the record.', 'Record'),
          ...problems(400, 401, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      const subject = await caller.service.show(id);
      if (subject === undefined) return sendProblem(reply, refuse('record.unknown-id'));
      const { type, claims, annexes = [], to = [] } = request.body;
      return issue(request, reply, { profile: subject.profile, type, to, claims, annexes, about: id }, parts);
    },
  );
}

async function readRequest(
  request: FastifyRequest<{ Querystring: DocumentQuery }>,
  documents: Documents,
): Promise<ReadDocument | Refusal> {
  const { query } = request;
  if (Buffer.isBuffer(request.body)) {
    const { to, ...rest } = query;
    return documents.read(request.body, { ...rest, to: to?.split(',') ?? [] });
  }
  const [stray] = Object.keys(query);
  if (stray !== undefined) return refuse('input.unknown-member', { name: stray }, `/query/${stray}`);
  // Without a body no media type is stated, and the route's schema is not asked.
  if (request.body === undefined || request.body === null) return refuse('request.unsupported-media-type');
  // The route's schema has checked a JSON body.
  const { annexes = [], ...draft } = request.body as Draft;
  return { draft: { ...draft, annexes }, annexes: [] };
}

/** Stores what hung on a document, unless its reader has refused it already: then every finding. */
async function keepAnnexes({ service }: Caller, { draft, annexes }: ReadDocument): Promise<Rejected | undefined> {
  if (draft.foundBefore?.some(({ severity }) => severity === 'refuse')) return new Rejected(await service.check(draft));
  for (const { bytes, mediaType } of annexes) await service.storeAnnex(bytes, mediaType);
  return undefined;
}

/** Who may sign is said by people, with their keys, never by a program. */
const ofOfficers: ReadonlySet<string> = new Set(['enrolment', 'enrolment-end', 'approval']);

async function issue(
  request: FastifyRequest,
  reply: FastifyReply,
  draft: DraftRequest,
  { words, desks }: IssuingParts,
): Promise<FastifyReply> {
  const caller = callerOf(request);
  // Trust parts, openings and refusals speak for the institution's server itself.
  const mayTell = caller.rights.includes('administer') && !ofOfficers.has(draft.type);
  if (draft.profile === 'exchange' && !mayTell) return sendProblem(reply, refuse('access.not-allowed'));
  const idempotency = idempotencyOf(request, caller);
  const { service } = caller;
  const sign = (judged: DraftRequest) => service.issue(idempotency === undefined ? judged : { ...judged, idempotency });
  const deciding = desks.get(service.id)?.selections.deciding;
  const issued = await (deciding ? deciding.decide(draft, sign) : sign(draft));
  if (issued instanceof Refusal) return sendProblem(reply, issued);
  if (issued instanceof Rejected) return sendRejected(reply, words, draft.profile, issued);
  if (issued.replayed) reply.header('idempotency-replayed', 'true');
  return reply
    .code(issued.replayed ? 200 : 201)
    .header('location', `/api/records/${issued.record.id}`)
    .send(wordRecord(issued.record, reply, words));
}

/** A key belongs to the token that used it; the digest covers address, media type and body. */
function idempotencyOf(request: FastifyRequest, caller: Caller): DraftRequest['idempotency'] {
  const key = request.headers['idempotency-key'];
  const bytes = Buffer.isBuffer(request.body) ? request.body : request.bodyBytes;
  if (typeof key !== 'string' || bytes === null) return undefined;
  const head = `${request.url}\n${request.mediaType ?? ''}\n`;
  return {
    key: `${caller.tokenDigest.slice(0, 16)} ${key}`,
    requestDigest: hash('sha256', Buffer.concat([Buffer.from(head), bytes]), 'hex'),
  };
}

function sendRejected(reply: FastifyReply, words: FindingWords, profile: string, { findings }: Rejected): FastifyReply {
  return sendProblem(reply, leadingRefusal(findings), {
    status: 422,
    findings: words(profile, findings, languageOf(reply)),
  });
}
