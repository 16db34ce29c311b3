/** Files that hang on applications, and the documents that came of them. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { deskOf } from '../access.ts';
import { acceptBytes, bodyOf, mediaTypeOf } from '../annexes.ts';
import { bytes, json, media, problems } from '../describe.ts';
import { xml } from '../documents.ts';
import { PaperQuery, pdfType, sendPaper } from '../papers.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest, NoQuery } from '../schemas.ts';
import { ApplicationParams } from './application-shapes.ts';
import { applicationPath } from './applications.ts';
import type { DeskMeans } from './means.ts';

const tags = ['desk'];

export function applicationDocumentRoutes(app: App, limit: number, { documents, print }: DeskMeans): void {
  acceptBytes(app, limit);

  app.post(
    `${applicationPath}/annexes`,
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'storeApplicationAnnex',
        summary: 'Store a file for the application to name',
        description: 'Content-Type is the media type that is kept. At most 20 files and 64 MiB an application.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        body: { content: { '*/*': { schema: { description: 'The bytes of the file.' } } } },
        response: { 201: json('Stored.', 'Annex'), ...problems(400, 401, 403, 404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { id } = request.params;
      const view = await desk.applications.reader.show(person, id);
      if (view === undefined || !view.mine) return sendProblem(reply, refuse('desk.unknown'));
      if (view.turn !== 'applicant') return sendProblem(reply, refuse('desk.out-of-turn'));
      const mediaType = mediaTypeOf(request);
      if (typeof mediaType !== 'string') return sendProblem(reply, mediaType);
      const digest = await desk.applications.annexes.store(id, bodyOf(request), mediaType);
      if (digest instanceof Refusal) return sendProblem(reply, digest);
      return reply.code(201).header('location', `/api/desk/applications/${id}/annexes/${digest}`).send({ digest });
    },
  );

  app.get(
    `${applicationPath}/annexes/:digest`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'fetchApplicationAnnex',
        summary: 'Fetch a file of an application',
        tags,
        params: Type.Object({ ...ApplicationParams.properties, digest: Digest }),
        querystring: NoQuery,
        response: { 200: bytes('The bytes under their media type.', '*/*'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { id, digest } = request.params;
      const view = await desk.applications.reader.show(person, id);
      // An officer sees what was sent, and nothing that was taken out again before.
      const named = view !== undefined && (view.mine || view.contents.annexes.some((one) => one.digest === digest));
      const annex = named ? await desk.applications.annexes.find(id, digest) : undefined;
      if (annex === undefined) return sendProblem(reply, refuse('desk.unknown'));
      return reply
        .type(annex.mediaType)
        .header('content-disposition', `attachment; filename="${digest.slice(0, 16)}"`)
        .send(annex.bytes);
    },
  );

  app.get(
    `${applicationPath}/record.pdf`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'printApplicationRecord',
        summary: 'The document that was issued, on paper',
        tags,
        params: ApplicationParams,
        querystring: PaperQuery,
        response: { 200: bytes('PDF.', pdfType), ...problems(400, 401, 403, 404, 422, 429) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const record = await desk.applications.recordOf(person, request.params.id);
      if (record instanceof Refusal) return sendProblem(reply, record);
      const paper = await print(desk.ground.service, record, request.query.lang);
      return paper instanceof Refusal ? sendProblem(reply, paper) : sendPaper(reply, paper);
    },
  );

  app.get(
    `${applicationPath}/record.xml`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'downloadApplicationRecordXml',
        summary: 'The document that was issued, in the XML format of its profile',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: bytes('XML document.', xml), ...problems(401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { service } = desk.ground;
      const id = await desk.applications.recordOf(person, request.params.id);
      const record = id instanceof Refusal ? id : await service.show(id);
      if (record === undefined) return sendProblem(reply, refuse('desk.unknown'));
      const document = record instanceof Refusal ? record : await documents.write(record, service);
      if (document instanceof Refusal) return sendProblem(reply, document);
      return reply.type(xml).header('content-disposition', 'attachment; filename="record.xml"').send(document);
    },
  );

  app.get(
    `${applicationPath}/record.evidence.json`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'downloadApplicationRecordEvidence',
        summary: 'Everything needed to verify the document with a pinned anchor and no server',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: {
          200: media('Evidence file.', 'application/json', { type: 'object' }),
          ...problems(401, 403, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const id = await desk.applications.recordOf(person, request.params.id);
      const evidence = id instanceof Refusal ? id : await desk.ground.service.evidence(id);
      if (evidence instanceof Refusal) return sendProblem(reply, evidence);
      return reply.header('content-disposition', 'attachment; filename="record.evidence.json"').send(evidence);
    },
  );
}
