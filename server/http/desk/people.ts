/** The people of an institution and what their roles allow. */
import { Type } from 'typebox';
import { evenReference } from '../../../kernel/reference.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Desk } from '../../desk/desk.ts';
import type { NewInvitation } from '../../desk/people/invitations.ts';
import { knownAsFault } from '../../desk/people/people.ts';
import type { Person } from '../../desk/people/person.ts';
import { actionNames, actions, matrix, roleNames, roles } from '../../desk/roles.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { acceptJson } from '../json-body.ts';
import type { AppOptions } from '../options.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { peopleBodyLimit } from './entrance.ts';
import {
  ById,
  Id,
  InvitationView,
  listOf,
  NewPersonBody,
  PersonChangeBody,
  PersonView,
  SessionLineView,
} from './people-shapes.ts';

const closed = { additionalProperties: false } as const;
const Named = Type.Object({ name: Type.String(), title: Type.Object({}) }, closed);
const PersonLine = Type.Object(
  { ...PersonView.properties, enrolled: Type.Boolean(), passkeys: Type.Integer() },
  closed,
);
const Invited = Type.Object({ person: PersonView, invitation: InvitationView }, closed);
const BySession = Type.Object({ id: Id, session: Id }, closed);

export function peopleRoutes(app: App, options: AppOptions): void {
  acceptJson(app, peopleBodyLimit);

  app.get(
    '/api/desk/people',
    {
      config: { action: 'people.read' },
      schema: {
        operationId: 'listPeople',
        summary: 'The people of the institution',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All.', 'application/json', listOf(PersonLine)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk } = deskOf(request);
      const people = await desk.people.all();
      return { items: await Promise.all(people.map((person) => personLine(desk, person))) };
    },
  );

  app.post(
    '/api/desk/people',
    {
      config: { action: 'people.manage' },
      schema: {
        operationId: 'addPerson',
        summary: 'Add a person, who is given a link to a first passkey',
        tags: ['desk'],
        querystring: NoQuery,
        body: NewPersonBody,
        response: { 201: media('Added.', 'application/json', Invited), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { desk, person: by } = deskOf(request);
      const { roles: held, knownAs = [] } = request.body;
      const fault = knownAsFault(knownAs, held);
      if (fault) return sendProblem(reply, fault);
      const { person, invitation } = await desk.staff.add(request.body);
      noteKnownAs(desk, by, [], person);
      return reply
        .code(201)
        .header('location', `/api/desk/people/${person.id}`)
        .send({ person, invitation: invitationView(options, desk, person, invitation, request.headers.host) });
    },
  );

  app.patch(
    '/api/desk/people/:id',
    {
      config: { action: 'people.manage' },
      schema: {
        operationId: 'changePerson',
        summary: 'Change roles, name or address of a person, or let one go',
        description:
          'Takes effect at once. Somebody let go is signed out everywhere; a key that no longer may sign is ended at the counterparts.',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        body: PersonChangeBody,
        response: { 200: media('As it is now.', 'application/json', PersonLine), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { desk, person: by } = deskOf(request);
      const changed = await desk.staff.change(request.params.id, request.body);
      if (changed instanceof Refusal) return sendProblem(reply, changed);
      noteKnownAs(desk, by, changed.before.knownAs, changed.after);
      return personLine(desk, changed.after);
    },
  );

  app.post(
    '/api/desk/people/:id/invitation',
    {
      config: { action: 'people.manage' },
      schema: {
        operationId: 'invitePerson',
        summary: 'A new link to a passkey, which will replace all that the person has',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        response: { 201: media('The link.', 'application/json', InvitationView), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { desk } = deskOf(request);
      const person = await desk.people.find(request.params.id);
      if (person === undefined) return sendProblem(reply, refuse('desk.unknown'));
      const invitation = await desk.staff.invite(person.id);
      if (invitation instanceof Refusal) return sendProblem(reply, invitation);
      return reply.code(201).send(invitationView(options, desk, person, invitation, request.headers.host));
    },
  );

  app.get(
    '/api/desk/people/:id/sessions',
    {
      config: { action: 'people.manage' },
      schema: {
        operationId: 'listSessions',
        summary: 'The sessions of a person, newest first',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        response: { 200: media('All.', 'application/json', listOf(SessionLineView)), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, session } = deskOf(request);
      const { id } = request.params;
      if ((await desk.people.find(id)) === undefined) return sendProblem(reply, refuse('desk.unknown'));
      const lines = await desk.sessions.of(id);
      return reply.send({ items: lines.map((line) => ({ ...line, current: line.id === session })) });
    },
  );

  app.delete(
    '/api/desk/people/:id/sessions/:session',
    {
      config: { action: 'people.manage' },
      schema: {
        operationId: 'endSession',
        summary: 'End a session of a person',
        tags: ['desk'],
        params: BySession,
        querystring: NoQuery,
        response: { 204: Type.Null({ description: 'Ended.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk } = deskOf(request);
      const ended = await desk.sessions.end(request.params.id, request.params.session);
      return ended ? reply.code(204).send() : sendProblem(reply, refuse('desk.unknown'));
    },
  );

  app.get(
    '/api/desk/matrix',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'showMatrix',
        summary: 'Which role may do what',
        tags: ['desk'],
        querystring: NoQuery,
        response: {
          200: media(
            'The matrix.',
            'application/json',
            Type.Object(
              {
                roles: Type.Array(Named),
                actions: Type.Array(Type.Object({ ...Named.properties, roles: Type.Array(Type.String()) }, closed)),
              },
              closed,
            ),
          ),
          ...problems(400, 401, 403),
        },
      },
    },
    async () => ({
      roles: roles.map((name) => ({ name, title: roleNames[name] })),
      actions: actions.map((name) => ({ name, title: actionNames[name], roles: matrix[name] })),
    }),
  );
}

/** A row of the trail for each number that a person was given or lost: who could look where is asked later. */
function noteKnownAs(desk: Desk, by: Person, before: readonly string[], { id, knownAs }: Person): void {
  const was = new Set(before.map(evenReference));
  const is = new Set(knownAs.map(evenReference));
  const note = (operation: string, numbers: Iterable<string>): void => {
    for (const number of numbers)
      desk.trail.note({
        person: by.id,
        name: by.name,
        action: 'people.manage',
        operation: `${operation}:${number}`,
        about: id,
        status: 200,
        refusal: '',
      });
  };
  note('removeNumber', was.difference(is));
  note('addNumber', is.difference(was));
}

async function personLine(desk: Desk, person: Person): Promise<object> {
  const enrolled = (await desk.enrolments.passkeyOf(person)) !== undefined;
  return { ...person, enrolled, passkeys: (await desk.passkeys.of(person.id)).length };
}

/** In the language of who is invited: nobody has signed in yet to say another. */
function invitationView(
  options: AppOptions,
  desk: Desk,
  { language }: Person,
  { token, expires }: NewInvitation,
  host: string | undefined,
): object {
  const named = `${desk.ground.service.id}.${token}`;
  const origin = options.demonstration ? `http://${host?.toLowerCase()}` : (options.origin ?? '');
  return { token: named, link: `${origin}/desk/join?lang=${language}#${named}`, expires };
}
