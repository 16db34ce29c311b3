/** What officers state on an application before it is signed, and what there is to say of it. */
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { deskOf } from '../access.ts';
import { json, problems } from '../describe.ts';
import type { FindingWords } from '../finding-words.ts';
import { languageOf, sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { ApplicationParams, ApplicationShape, answer, OfficeCheck, OfficeWrite } from './application-shapes.ts';
import { applicationPath } from './applications.ts';

const tags = ['desk'];

/** For bodies in JSON: see `acceptJson`. */
export function officeRoutes(app: App, words: FindingWords): void {
  app.put(
    `${applicationPath}/office`,
    {
      config: { action: 'applications.examine' },
      schema: {
        operationId: 'writeOfficePart',
        summary: 'Keep what the institution states, for whoever examines it next',
        description:
          '`desk.changed-elsewhere`: another edition was sent, or another officer wrote; the problem tells the last revision. `desk.out-of-turn`: it is over.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        body: OfficeWrite,
        response: { 200: answer('As it stands now.', ApplicationShape), ...problems(400, 401, 403, 404, 409, 413) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { office, reader } = desk.applications;
      const { id } = request.params;
      const fault = await office.write(person, id, request.body);
      const now = await reader.show(person, id);
      if (fault === undefined) return now ?? sendProblem(reply, refuse('desk.unknown'));
      if (fault.code !== 'desk.changed-elsewhere' || now === undefined) return sendProblem(reply, fault);
      const { edition, state } = now;
      return sendProblem(reply, fault, { members: { revision: now.office?.revision ?? 0, edition, state } });
    },
  );

  app.post(
    `${applicationPath}/check`,
    {
      config: { action: 'applications.examine' },
      schema: {
        operationId: 'checkOfficePart',
        summary: 'Check what an officer would sign for it, complete or not',
        description:
          'Rests on all that the institution holds. Members that are left to the institution and are missing are told, and rules that do not need them are asked all the same.',
        tags,
        params: ApplicationParams,
        querystring: NoQuery,
        body: OfficeCheck,
        response: { 200: json('Findings.', 'Check'), ...problems(400, 401, 403, 404, 413, 422) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const found = await desk.applications.check(person, request.params.id, request.body);
      if (found instanceof Refusal) return sendProblem(reply, found);
      return { findings: words(found.profile, found.findings, languageOf(reply)) };
    },
  );
}
