/** Applications as they are read: traders follow their own, officers see what was sent. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { progressOf, standingOf } from '../../desk/trade/progress.ts';
import { deskOf } from '../access.ts';
import { json, problems } from '../describe.ts';
import type { FindingWords } from '../finding-words.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import {
  ApplicationLineShape,
  ApplicationListQuery,
  ApplicationParams,
  ApplicationShape,
  answer,
  ProgressShape,
  pageOf,
} from './application-shapes.ts';

export const applicationPath = '/api/desk/applications/:id';
const tags = ['desk'];

export function applicationRoutes(app: App, words: FindingWords): void {
  app.get(
    '/api/desk/application-types',
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'listApplicationTypes',
        summary: 'What may be applied for, to whom it goes, and what is left to the institution to state',
        tags,
        querystring: NoQuery,
        response: { 200: answer('Types.', Type.Unsafe({ type: 'object' })), ...problems(401, 403) },
      },
    },
    (request, reply) => {
      const types = deskOf(request).desk.applications.types();
      return reply.send({
        items: types.map(({ type: { profile, name, declaration }, to }) => ({
          profile: profile.name,
          type: name,
          version: declaration.version,
          title: declaration.title,
          to,
          leftToOffice: declaration.leftToOffice ?? [],
        })),
      });
    },
  );

  app.get(
    '/api/desk/applications',
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'listApplications',
        summary: 'Applications, newest first: a trader’s own, to officers all that were sent',
        tags,
        querystring: ApplicationListQuery,
        response: { 200: answer('One page.', pageOf(ApplicationLineShape)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      const { taken, limit = '50', ...rest } = request.query;
      const { service, catalogue } = desk.ground;
      const page = await desk.applications.reader.list(person, {
        ...rest,
        limit: Number(limit),
        ...(taken && { taken: true }),
      });
      const items = page.items.map(async (line) => {
        const record = line.record === undefined ? undefined : await service.show(line.record);
        return record === undefined ? line : { ...line, standing: standingOf(record, catalogue) };
      });
      return { ...page, items: await Promise.all(items) };
    },
  );

  app.get(
    applicationPath,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'showApplication',
        summary: 'Show an application with its history',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: answer('The application.', ApplicationShape), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const view = await desk.applications.reader.show(person, request.params.id);
      return view ?? sendProblem(reply, refuse('desk.unknown'));
    },
  );

  app.get(
    `${applicationPath}/editions/:edition`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'showApplicationEdition',
        summary: 'What was sent at first, or in answer to a question',
        tags,
        params: Type.Object({ ...ApplicationParams.properties, edition: Type.String({ pattern: '^[1-9]\\d{0,4}$' }) }),
        querystring: NoQuery,
        response: {
          200: answer('The contents.', ApplicationShape.properties.contents),
          ...problems(401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { id, edition } = request.params;
      const { reader } = desk.applications;
      const found = (await reader.show(person, id)) && (await reader.edition(id, Number(edition)));
      return found ?? sendProblem(reply, refuse('desk.unknown'));
    },
  );

  app.get(
    `${applicationPath}/findings`,
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'checkApplication',
        summary: 'What there is to say of the contents alone',
        description:
          'Rests on nothing that the institution holds of others. While a finding has severity `refuse`, it cannot be sent.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: json('Findings.', 'Check'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const found = await desk.applications.findings(person, request.params.id);
      if (found instanceof Refusal) return sendProblem(reply, found);
      return { findings: words(found.profile, found.findings, languageOf(reply)) };
    },
  );

  app.get(
    `${applicationPath}/progress`,
    {
      config: { action: 'applications.read' },
      schema: {
        operationId: 'followApplication',
        summary: 'Every step so far, and whose turn it is',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: answer('Steps in the order of time.', ProgressShape), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { service, catalogue } = desk.ground;
      const view = await desk.applications.reader.show(person, request.params.id);
      if (view === undefined) return sendProblem(reply, refuse('desk.unknown'));
      const record = view.record === undefined ? undefined : await service.show(view.record);
      return progressOf(view, service.id, record, catalogue);
    },
  );
}
