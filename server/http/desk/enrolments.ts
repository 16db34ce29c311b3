/** Keys of officers that wait for colleagues to confirm them. */
import { Type } from 'typebox';
import { fromBase64url } from '../../../kernel/bytes.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Desk } from '../../desk/desk.ts';
import type { OfficerAssertion } from '../../desk/people/passkeys.ts';
import type { Person } from '../../desk/people/person.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { peopleBodyLimit, splitName } from './entrance.ts';
import { ById, Ceremony, Confirmation, EnrolmentView, listOf } from './people-shapes.ts';

const Confirmed = Type.Object(
  { issued: Type.Boolean({ description: 'It was the last one needed: counterparts are told.' }) },
  { additionalProperties: false },
);

export function enrolmentRoutes(app: App): void {
  acceptJson(app, peopleBodyLimit);

  app.get(
    '/api/desk/enrolments',
    {
      config: { action: 'people.read' },
      schema: {
        operationId: 'listEnrolments',
        summary: 'Keys that wait to be confirmed',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All.', 'application/json', listOf(EnrolmentView)), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ items: await deskOf(request).desk.enrolments.pending() }),
  );

  app.post(
    '/api/desk/enrolments/:id/options',
    {
      config: { action: 'enrolments.confirm' },
      schema: {
        operationId: 'beginConfirmation',
        summary: 'What the confirming person’s passkey is asked for',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        response: {
          200: media('For the browser.', 'application/json', Ceremony),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const { id } = request.params;
      const challenge = await desk.enrolments.challenge(id, person);
      if (challenge instanceof Refusal) return sendProblem(reply, challenge);
      const passkey = await desk.enrolments.passkeyOf(person);
      if (passkey === undefined) return sendProblem(reply, refuse('approval.not-enrolled'));
      const given = desk.challenges.give({ for: 'witness', person: person.id, enrolment: id }, challenge);
      return {
        handle: `${desk.ground.service.id}.${given.handle}`,
        options: await desk.passkeys.requestOptions(passkey, challenge),
      };
    },
  );

  app.post(
    '/api/desk/enrolments/:id/confirmation',
    {
      config: { action: 'enrolments.confirm' },
      schema: {
        operationId: 'confirmEnrolment',
        summary: 'Confirm a colleague’s key',
        description: 'With the last confirmation needed, the enrolment is issued to every counterpart institution.',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        body: Confirmation,
        response: { 200: media('Kept.', 'application/json', Confirmed), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const said = await sayingOf(desk, person, request.params.id, request.body);
      if (said instanceof Refusal) return sendProblem(reply, said);
      const confirmed = await desk.enrolments.confirm(request.params.id, person, said.challenge, said.assertion);
      return confirmed instanceof Refusal ? sendProblem(reply, confirmed) : confirmed;
    },
  );
}

interface Saying {
  readonly challenge: Uint8Array;
  readonly assertion: OfficerAssertion;
}

async function sayingOf(desk: Desk, person: Person, id: string, body: Confirmation): Promise<Saying | Refusal> {
  if ('demonstration' in body) {
    const challenge = await desk.enrolments.challenge(id, person);
    if (challenge instanceof Refusal) return challenge;
    const assertion = await desk.passkeys.demonstration(person, challenge);
    return assertion instanceof Refusal ? assertion : { challenge, assertion };
  }
  const given = desk.challenges.take(splitName(body.handle).rest, 'witness');
  if (given === undefined || given.purpose.person !== person.id || given.purpose.enrolment !== id)
    return refuse('access.bad-passkey');
  const challenge = fromBase64url(given.challenge);
  if (challenge instanceof Refusal) return challenge;
  const assertion = await desk.passkeys.assertion(person, body.response, challenge);
  return assertion instanceof Refusal ? assertion : { challenge, assertion };
}
