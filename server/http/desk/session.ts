/** Signing in and out, and one's own sessions. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { currentInstitution } from '../../../kernel/trust/lookup.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Person } from '../../desk/people/person.ts';
import { actions, mayDo, roleNames, roles } from '../../desk/roles.ts';
import { deskOf } from '../access.ts';
import { media, problems } from '../describe.ts';
import { namesOf } from '../institution.ts';
import type { AppOptions } from '../options.ts';
import { sendProblem } from '../problem.ts';
import type { App } from '../route.ts';
import { NoQuery } from '../schemas.ts';
import { giveSession, takeSession } from '../session-cookie.ts';
import { desksAt, entranceOf, splitName } from './entrance.ts';
import {
  ById,
  Ceremony,
  DemonstrationSignIn,
  EntryView,
  listOf,
  SessionChange,
  SessionLineView,
  SessionView,
  SignIn,
  SignInOptions,
} from './people-shapes.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export function sessionRoutes(app: App, options: AppOptions): void {
  app.get(
    '/api/desk/entry',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'showEntry',
        summary: 'Where one can sign in',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('The entrance.', 'application/json', EntryView), ...problems(400) },
      },
    },
    async (request) => {
      const desks = desksAt(request, options);
      return {
        demonstration: options.demonstration,
        institutions: desks.map(({ ground: { service } }) => ({ id: service.id, names: namesOf(service) })),
        people: options.demonstration ? await demonstrationPeople(desks) : [],
        roles: roles.map((name) => ({ name, title: roleNames[name] })),
      };
    },
  );

  app.post(
    '/api/desk/sign-in/options',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'beginSignIn',
        summary: 'What a passkey is asked for',
        tags: ['desk'],
        querystring: NoQuery,
        body: SignInOptions,
        response: {
          200: media('For the browser.', 'application/json', Ceremony),
          ...problems(400, 403, 404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const entrance = entranceOf(request, options, request.body.institution);
      if (entrance instanceof Refusal) return sendProblem(reply, entrance);
      const { desk, origin } = entrance;
      const { handle, challenge } = desk.challenges.give({ for: 'sign-in' });
      const asked = await desk.passkeys.signInOptions(challenge, origin);
      return { handle: `${desk.ground.service.id}.${handle}`, options: asked };
    },
  );

  app.post(
    '/api/desk/sign-in',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'signIn',
        summary: 'Begin a session with a passkey',
        description: 'Refused alike whether the passkey is unknown, its person away, or its answer wrong.',
        tags: ['desk'],
        querystring: NoQuery,
        body: SignIn,
        response: {
          200: media('The session; its cookie is set.', 'application/json', SessionView),
          ...problems(400, 401, 403, 404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const { institution, rest } = splitName(request.body.handle);
      const entrance = entranceOf(request, options, institution);
      if (entrance instanceof Refusal) return sendProblem(reply, entrance);
      const { desk, origin } = entrance;
      const given = desk.challenges.take(rest, 'sign-in');
      if (given === undefined) return sendProblem(reply, refuse('access.bad-passkey'));
      const found = await desk.passkeys.signIn(request.body.response, given.challenge, origin);
      if (found instanceof Refusal) return sendProblem(reply, found);
      return beginSession(request, reply, options, desk, found);
    },
  );

  if (options.demonstration)
    app.post(
      '/api/desk/sign-in/demonstration',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'signInToDemonstration',
          summary: 'Begin a session as a person of the demonstration',
          tags: ['desk'],
          querystring: NoQuery,
          body: DemonstrationSignIn,
          response: {
            200: media('The session; its cookie is set.', 'application/json', SessionView),
            ...problems(400, 403, 404, 409, 429),
          },
        },
      },
      async (request, reply) => {
        if (!loopback.has(request.ip)) return sendProblem(reply, refuse('access.not-allowed'));
        const entrance = entranceOf(request, options, request.body.institution);
        if (entrance instanceof Refusal) return sendProblem(reply, entrance);
        const { desk } = entrance;
        const person = await desk.people.find(request.body.person);
        const [passkey] = person ? await desk.passkeys.of(person.id) : [];
        if (!person?.demonstration || !person.active || passkey === undefined)
          return sendProblem(reply, refuse('desk.unknown'));
        const signs = (['records.sign', 'records.decide', 'enrolments.confirm'] as const).some((action) =>
          mayDo(person.roles, action),
        );
        // Who cannot sign yet can still look.
        if (signs) await desk.demonstration.enrol().catch((err: unknown) => request.log.error({ err }, 'not enrolled'));
        return beginSession(request, reply, options, desk, { person, passkey: passkey.id });
      },
    );

  app.get(
    '/api/desk/session',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'showSession',
        summary: 'Who is signed in, and what the roles allow',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('The session.', 'application/json', SessionView), ...problems(400, 401, 403) },
      },
    },
    (request) => {
      const { desk, person, session } = deskOf(request);
      return sessionView(options, desk, person, session);
    },
  );

  app.patch(
    '/api/desk/session',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'changeOwnData',
        summary: 'Change one’s own name, language or e-mail address',
        tags: ['desk'],
        querystring: NoQuery,
        body: SessionChange,
        response: { 200: media('The session.', 'application/json', SessionView), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { desk, person, session } = deskOf(request);
      const changed = await desk.staff.change(person.id, request.body);
      if (changed instanceof Refusal) return sendProblem(reply, changed);
      return sessionView(options, desk, changed.after, session);
    },
  );

  app.delete(
    '/api/desk/session',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'signOut',
        summary: 'End this session',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 204: Type.Null({ description: 'Ended; the cookie is taken.' }), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { desk, person, session } = deskOf(request);
      await desk.sessions.end(person.id, session);
      takeSession(reply, options);
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/desk/sessions',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'listOwnSessions',
        summary: 'One’s own sessions, newest first',
        tags: ['desk'],
        querystring: NoQuery,
        response: { 200: media('All.', 'application/json', listOf(SessionLineView)), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { desk, person, session } = deskOf(request);
      const lines = await desk.sessions.of(person.id);
      return { items: lines.map((line) => ({ ...line, current: line.id === session })) };
    },
  );

  app.delete(
    '/api/desk/sessions/:id',
    {
      config: { action: 'own' },
      schema: {
        operationId: 'endOwnSession',
        summary: 'End one of one’s own sessions',
        tags: ['desk'],
        params: ById,
        querystring: NoQuery,
        response: { 204: Type.Null({ description: 'Ended.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { desk, person } = deskOf(request);
      const ended = await desk.sessions.end(person.id, request.params.id);
      return ended ? reply.code(204).send() : sendProblem(reply, refuse('desk.unknown'));
    },
  );
}

/** A secret that nobody held before is set, whatever the browser brought along. */
export async function beginSession(
  request: FastifyRequest,
  reply: FastifyReply,
  options: AppOptions,
  desk: Desk,
  { person, passkey }: { readonly person: Person; readonly passkey: string },
): Promise<object> {
  const { id, secret } = await desk.sessions.begin(person.id, passkey, request.headers['user-agent'] ?? '');
  giveSession(reply, options, { institution: desk.ground.service.id, secret });
  // For the audit trail.
  request.deskCaller = { desk, person, session: id };
  return sessionView(options, desk, person, id);
}

async function sessionView(options: AppOptions, desk: Desk, person: Person, session: string): Promise<object> {
  const { service } = desk.ground;
  const institution = currentInstitution(service.trust(), service.id);
  return {
    person,
    institution: {
      id: service.id,
      names: namesOf(service),
      country: options.country,
      functions: [...(institution?.functions ?? [])],
    },
    corridor: options.corridor,
    demonstration: options.demonstration,
    session,
    // What nobody needs here has no place in the menu; its routes answer all the same.
    actions: actions.filter(
      (action) => mayDo(person.roles, action) && (desk.selections.isNeeded || !action.startsWith('selections.')),
    ),
    // A lost key is known to the others until another takes its place: nobody signs with it.
    enrolled: (await desk.enrolments.passkeyOf(person)) !== undefined,
    unread: await desk.notices.unread(person.id),
  };
}

async function demonstrationPeople(desks: readonly Desk[]): Promise<object[]> {
  const lists = await Promise.all(
    desks.map(async ({ people, ground }) =>
      (await people.all())
        .filter(({ demonstration, active }) => demonstration && active)
        .map(({ id, name, roles }) => ({ id, name, roles, institution: ground.service.id })),
    ),
  );
  return lists.flat();
}
