/** One file of a matter across domains and institutions, found by the numbers that its records name. */
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { whereaboutsOf } from '../../desk/dossier/whereabouts.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { Digest, Name, NoQuery } from '../schemas.ts';
import { ApplicationParams } from './application-shapes.ts';
import { applicationPath } from './applications.ts';
import { DossierPageShape, DossierShape, KindsShape, WhereaboutsShape } from './dossier-shapes.ts';

const tags = ['desk'];

export function dossierRoutes(app: App): void {
  app.get(
    '/api/desk/dossiers',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'findDossiers',
        summary: 'Dossiers with a number of a vehicle, seal, paper or whatever else records name',
        description:
          'Those that name the number as a whole come first, then those that name one which begins so; each the newest first. From four letters and digits on, the beginning will do. Case, blanks, marks and look-alike letters do not count.',
        tags,
        querystring: Type.Object(
          {
            q: Type.String({ minLength: 1, maxLength: 200 }),
            kind: Type.Optional({ ...Name, description: 'As `/api/desk/dossier-kinds` names it; any when left out.' }),
            limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-4]\\d|50)$', description: '1 to 50; 20.' })),
          },
          { additionalProperties: false },
        ),
        response: { 200: media('Dossiers.', 'application/json', DossierPageShape), ...problems(400, 401, 403) },
      },
    },
    (request) => {
      const { q, kind, limit = '20' } = request.query;
      const { dossiers } = deskOf(request).desk;
      return dossiers.find({ text: q, limit: Number(limit), ...(kind !== undefined && { kind }) });
    },
  );

  app.get(
    '/api/desk/dossier-kinds',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'listDossierKinds',
        summary: 'Kinds of numbers by which dossiers are found',
        tags,
        querystring: NoQuery,
        response: { 200: media('Kinds.', 'application/json', KindsShape), ...problems(401, 403) },
      },
    },
    (request, reply) => {
      const { references } = deskOf(request).desk.ground.catalogue;
      const items = [...references].map(([name, { title, joins, borne }]) => ({
        name,
        title,
        joins,
        borne: borne === true,
      }));
      return reply.send({ items });
    },
  );

  app.get(
    '/api/desk/dossiers/:id',
    {
      config: { action: 'records.read' },
      schema: {
        operationId: 'showDossier',
        summary: 'All records held here of the matter that a record belongs to',
        description:
          'Of one matter are records that follow one another, name one another, or share a number that belongs to one matter alone. At most 500 are shown: `cut` tells that there are more.',
        tags,
        params: Type.Object({ id: Digest }),
        querystring: NoQuery,
        response: { 200: media('The dossier.', 'application/json', DossierShape), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) =>
      (await deskOf(request).desk.dossiers.show(request.params.id)) ?? sendProblem(reply, refuse('record.unknown-id')),
  );

  app.get(
    `${applicationPath}/whereabouts`,
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'followGoods',
        summary: 'Of the record issued for one’s own application: whose turn it is, and what was done with it',
        description: 'Tells kinds of records, institutions and times, and nothing that the records state.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        response: { 200: media('Turns and steps.', 'application/json', WhereaboutsShape), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const record = await desk.applications.ownRecordOf(person, request.params.id);
      if (record instanceof Refusal) return sendProblem(reply, record);
      return (
        (await whereaboutsOf(desk.ground, desk.dossiers, record)) ?? sendProblem(reply, refuse('record.unknown-id'))
      );
    },
  );
}
