/** Passkeys: by invitation, by recovery code, or beside the one that signed in. */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Invitation } from '../../desk/people/invitations.ts';
import { isEnrolledPasskey, passkeyLine } from '../../desk/people/passkeys.ts';
import { deskOf, sessionOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { namesOf } from '../institution.ts';
import type { AppOptions } from '../options.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { InstitutionId, NoQuery } from '../schemas.ts';
import { type Entrance, entranceOf, splitName } from './entrance.ts';
import {
  ByCredential,
  Ceremony,
  listOf,
  MaybePresented,
  NewPasskey,
  PasskeyView,
  PersonView,
  Presented,
  Recovery,
  Token,
} from './people-shapes.ts';
import { beginSession } from './session.ts';

const closed = { additionalProperties: false } as const;
const InvitationRead = Type.Object(
  {
    name: Type.String(),
    institution: Type.Object({ id: InstitutionId, names: Type.Object({}) }, closed),
    roles: Type.Array(Type.String()),
    purpose: Type.Enum(['join', 'recovery']),
  },
  closed,
);
const Made = Type.Object({ person: PersonView, recoveryCode: Type.Optional(Type.String()) }, closed);

export function passkeyRoutes(app: App, options: AppOptions): void {
  app.post(
    '/api/desk/invitations/read',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'readInvitation',
        summary: 'Whom an invitation link is for',
        tags: ['desk'],
        querystring: NoQuery,
        body: Presented,
        response: {
          200: media('The invitation.', 'application/json', InvitationRead),
          ...problems(400, 403, 404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const found = await invitationOf(request, options, request.body.token);
      if (found instanceof Refusal) return sendProblem(reply, found);
      const { service } = found.desk.ground;
      const { person, purpose } = found.invitation;
      return {
        name: person.name,
        institution: { id: service.id, names: namesOf(service) },
        roles: person.roles,
        purpose,
      };
    },
  );

  app.post(
    '/api/desk/recovery',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'recover',
        summary: 'Use up a recovery code for a link to a new passkey',
        description: 'All sessions of the person end. Refused alike whatever was wrong.',
        tags: ['desk'],
        querystring: NoQuery,
        body: Recovery,
        response: {
          200: media('The link’s secret.', 'application/json', Type.Object({ token: Token }, closed)),
          ...problems(400, 401, 403, 404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const entrance = entranceOf(request, options, request.body.institution);
      if (entrance instanceof Refusal) return sendProblem(reply, entrance);
      const { desk } = entrance;
      const used = await desk.invitations.recover(request.body.code);
      if (used instanceof Refusal) return sendProblem(reply, used);
      await desk.sessions.endAll(used.person.id);
      // For the audit trail.
      request.deskCaller = { desk, person: used.person, session: '' };
      return { token: `${desk.ground.service.id}.${used.token}` };
    },
  );

  app.post(
    '/api/desk/passkeys/options',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'beginPasskey',
        summary: 'What a new passkey is made from',
        description: 'By an invitation’s token, or by session.',
        tags: ['desk'],
        querystring: NoQuery,
        body: MaybePresented,
        response: {
          200: media('For the browser.', 'application/json', Ceremony),
          ...problems(400, 401, 403, 404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const by = await bearerOf(request, options, request.body.token);
      if (by instanceof Refusal) return sendProblem(reply, by);
      const { desk, origin, person, invitation } = by;
      const { handle, options: asked } = await desk.joining.options(person, origin, invitation);
      return { handle: `${desk.ground.service.id}.${handle}`, options: asked };
    },
  );

  app.post(
    '/api/desk/passkeys',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'makePasskey',
        summary: 'Keep a new passkey',
        description:
          'By invitation it replaces all others of the person, whose sessions end; a new one begins. The recovery code is told this one time.',
        tags: ['desk'],
        querystring: NoQuery,
        body: NewPasskey,
        response: { 201: media('Kept.', 'application/json', Made), ...problems(400, 401, 403, 404, 409, 429) },
      },
    },
    async (request, reply) => {
      const { handle, response, token, label } = request.body;
      const by = await bearerOf(request, options, token);
      if (by instanceof Refusal) return sendProblem(reply, by);
      const { desk, origin, person, invitation } = by;
      const { institution, rest } = splitName(handle);
      if (institution !== desk.ground.service.id) return sendProblem(reply, refuse('access.bad-passkey'));
      const bearer = invitation === undefined ? { person: person.id } : { invitation };
      const joined = await desk.joining.finish(rest, bearer, response, origin, label);
      if (joined instanceof Refusal) return sendProblem(reply, joined);
      if (invitation !== undefined) await beginSession(request, reply, options, desk, joined);
      const { recoveryCode } = joined;
      return reply.code(201).send({ person: joined.person, ...(recoveryCode !== undefined && { recoveryCode }) });
    },
  );

  app.get(
    '/api/desk/passkeys',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'listOwnPasskeys',
        summary: 'One’s own passkeys',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All.', 'application/json', listOf(PasskeyView)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person } = deskOf(request);
      const enrolled = await desk.enrolments.enrolled(person);
      const rows = await desk.passkeys.of(person.id);
      return { items: rows.map((row) => ({ ...passkeyLine(row), enrolled: isEnrolledPasskey(row, enrolled) })) };
    },
  );

  app.delete(
    '/api/desk/passkeys/:id',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'removePasskey',
        summary: 'Remove one of one’s own passkeys; never the last',
        description: 'Sessions begun with it end. If it is the one enrolled, its enrolment ends.',
        tags: ['desk'],
        params: ByCredential,
        querystring: NoQuery,
        response: { 204: Type.Null({ description: 'Removed.' }), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const removed = await desk.staff.removePasskey(person, request.params.id);
      return removed instanceof Refusal ? sendProblem(reply, removed) : reply.code(204).send();
    },
  );
}

async function invitationOf(
  request: FastifyRequest,
  options: AppOptions,
  token: string,
): Promise<(Entrance & { readonly invitation: Invitation }) | Refusal> {
  const { institution, rest } = splitName(token);
  const entrance = entranceOf(request, options, institution);
  if (entrance instanceof Refusal) return entrance;
  const invitation = await entrance.desk.invitations.read(rest);
  return invitation instanceof Refusal ? invitation : { ...entrance, invitation };
}

/** Who makes a passkey: whoever holds an invitation, else whoever is signed in. */
async function bearerOf(request: FastifyRequest, options: AppOptions, token: string | undefined) {
  if (token !== undefined) {
    const found = await invitationOf(request, options, token);
    if (found instanceof Refusal) return found;
    const { desk, origin, invitation } = found;
    return { desk, origin, person: invitation.person, invitation: invitation.digest };
  }
  const open = await sessionOf(request, options);
  if (open instanceof Refusal) return open;
  request.deskCaller = open;
  const entrance = entranceOf(request, options, open.desk.ground.service.id);
  if (entrance instanceof Refusal) return entrance;
  const desk: Desk = entrance.desk;
  return { desk, origin: entrance.origin, person: open.person, invitation: undefined };
}
