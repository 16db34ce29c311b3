/** Records as an applicant finds them, to name them in an application. */
import { Type } from 'typebox';
import { deskOf } from '../access.ts';
import { problems } from '../describe.ts';
import type { App } from '../route.ts';
import { Digest, InstitutionId, Name } from '../schemas.ts';
import { answer } from './application-shapes.ts';

const closed = { additionalProperties: false } as const;
const most = 50;

export const OwnRecordsShape = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Digest,
          profile: Name,
          type: Name,
          issuer: InstitutionId,
          to: Type.Array(InstitutionId),
          number: Type.String(),
          title: Type.String(),
          state: Type.String(),
          about: Type.Optional(Digest),
        },
        closed,
      ),
      { maxItems: most },
    ),
  },
  closed,
);

export function ownRecordRoutes(app: App): void {
  app.get(
    '/api/desk/own-records',
    {
      config: { action: 'applications.make' },
      schema: {
        operationId: 'findOwnRecords',
        summary: 'Records that were issued for one’s own applications, by number or words',
        description: `The newest ${most}. Nothing else that the institution holds is looked at.`,
        tags: ['desk'],
        querystring: Type.Object(
          {
            q: Type.String({
              minLength: 1,
              maxLength: 200,
              description: 'An id, or words: each must occur in number, title or search words.',
            }),
          },
          closed,
        ),
        response: { 200: answer('Newest first.', OwnRecordsShape), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      return { items: await desk.applications.records.find(person, request.query.q, most) };
    },
  );
}
