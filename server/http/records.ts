/** Records that are held: listed, shown, taken away as signed bytes, XML or evidence. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { ListQuery, RecordView } from '../institution/service.ts';
import { callerOf } from './access.ts';
import { bytes, json, media, problems, text } from './describe.ts';
import { type Documents, xml } from './documents.ts';
import type { FindingWords } from './finding-words.ts';
import { languageOf, sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { Digest, ListParameters, NoQuery } from './schemas.ts';

export const recordPath = '/api/records/:id(^[0-9a-f]{64})';
const params = Type.Object({ id: Digest });

/** A record as answers show it. */
export function wordRecord(record: RecordView, reply: FastifyReply, words: FindingWords): object {
  if (record.findings.length === 0) return record;
  return { ...record, findings: words(record.profile, record.findings, languageOf(reply)) };
}

export function recordRoutes(app: App, words: FindingWords, documents: Documents): void {
  app.get(
    '/api/records',
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'listRecords',
        summary: 'List records, newest first',
        tags: ['records'],
        querystring: ListParameters,
        response: { 200: json('One page.', 'RecordPage'), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { q, overdue, limit = '50', ...rest } = request.query;
      const query: ListQuery = {
        ...rest,
        limit: Number(limit),
        ...(q === undefined ? {} : { text: q }),
        ...(overdue === undefined ? {} : { overdue: true }),
      };
      return callerOf(request).service.list(query);
    },
  );

  app.get(
    recordPath,
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'showRecord',
        summary: 'Show a record with its state, findings, receipts and follow-ups',
        tags: ['records'],
        params,
        querystring: NoQuery,
        response: { 200: json('The record.', 'Record'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const record = await callerOf(request).service.show(request.params.id);
      return record === undefined ? sendUnknown(reply) : wordRecord(record, reply, words);
    },
  );

  app.get(
    `${recordPath}.jws`,
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'downloadRecord',
        summary: 'The signed bytes: a W3C Verifiable Credential as compact JWS',
        tags: ['records'],
        params,
        querystring: NoQuery,
        response: { 200: text('Compact JWS.', 'application/vc+jwt'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const jws = await callerOf(request).service.jws(request.params.id);
      return jws === undefined ? sendUnknown(reply) : reply.type('application/vc+jwt').send(jws);
    },
  );

  app.get(
    `${recordPath}.xml`,
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'downloadXml',
        summary: 'The record in the XML format of its profile',
        tags: ['records'],
        params,
        querystring: NoQuery,
        response: { 200: bytes('XML document.', xml), ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const { service } = callerOf(request);
      const record = await service.show(request.params.id);
      // What did not verify would look like any other document.
      if (record === undefined || record.state === 'unverified') return sendUnknown(reply);
      const document = await documents.write(record, service);
      if (document instanceof Refusal) return sendProblem(reply, document);
      return reply.type(xml).header('content-disposition', fileName(record.id, 'xml')).send(document);
    },
  );

  app.get(
    `${recordPath}/evidence`,
    {
      config: { access: 'read', action: 'records.read' },
      schema: {
        operationId: 'downloadEvidence',
        summary: 'Everything needed to verify the record with a pinned anchor and no server',
        tags: ['records'],
        params,
        querystring: NoQuery,
        response: {
          200: media('Evidence file.', 'application/json', { type: 'object' }),
          ...problems(400, 401, 403, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const evidence = await callerOf(request).service.evidence(id);
      if (evidence instanceof Refusal) return sendProblem(reply, evidence);
      return reply.header('content-disposition', fileName(id, 'evidence.json')).send(evidence);
    },
  );
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, refuse('record.unknown-id'));
}

function fileName(id: string, ending: string): string {
  return `attachment; filename="samur-${id.slice(0, 16)}.${ending}"`;
}
