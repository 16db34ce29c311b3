/**
 * Who may call what: programs by bearer token (RFC 6750), people by session. Both are known by their SHA-256 digest
 * alone.
 */
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import type { Person } from '../desk/people/person.ts';
import { mayDo } from '../desk/roles.ts';
import type { InstitutionService } from '../institution/service.ts';
import { ActLimit } from './act-limit.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { ownOrigin, presentedSession, takeSession } from './session-cookie.ts';

export const rights = ['read', 'issue', 'administer'] as const;
export type Right = (typeof rights)[number];

/** What a route asks for: nothing, a request signature of another server (checked there), or a right. */
export type Access = 'public' | 'signed' | Right;

export interface TokenHolder {
  readonly institution: string;
  /** The client's name, as its administrator wrote it. */
  readonly name: string;
  readonly rights: readonly Right[];
}

export interface AccessRegister {
  /** `tokenDigestHex`: SHA-256 of the token's text. Undefined when unknown or withdrawn. */
  find(tokenDigestHex: string): Promise<TokenHolder | undefined>;
}

export interface Caller {
  readonly service: InstitutionService;
  /** Set when a person calls, by session; then `rights` is empty and the route's action decides. */
  readonly person?: Person;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly tokenDigest: string;
}

/** A person who calls by session. */
export interface DeskCaller {
  readonly desk: Desk;
  readonly person: Person;
  /** The session's id: names it without telling it. */
  readonly session: string;
}

const tokenPattern = /^Bearer (samur_[A-Za-z0-9_-]{43})$/i;
/** A withdrawn token works this much longer at most. */
const cacheMs = 5_000;
const cacheSize = 1_000;

/** Digest under which a token is registered, hexadecimal. */
export function tokenDigest(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Asks every route's right before its body is read. */
export function guardRoutes(app: App, options: AppOptions): void {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>();
  const acts = new ActLimit(options.now);

  const callerOf = (digest: string): Caller | Refusal | Promise<Caller | Refusal> => {
    const cached = known.get(digest);
    if (cached !== undefined && options.now() < cached.until) return cached.caller;
    known.delete(digest);
    return lookUp(digest);
  };

  const lookUp = async (digest: string): Promise<Caller | Refusal> => {
    const holder = await options.access.find(digest);
    const service = holder && options.institutions.get(holder.institution);
    if (holder === undefined || service === undefined) return refuse('access.token-unknown');
    const caller = { service, name: holder.name, rights: holder.rights, tokenDigest: digest };
    if (known.size >= cacheSize) known.delete(known.keys().next().value!);
    known.set(digest, { caller, until: options.now() + cacheMs });
    return caller;
  };

  /** What is too many leaves no row in the audit trail either. */
  const tooMany = (request: FastifyRequest): Refusal | undefined => {
    if (request.deskCaller === null || readingMethods.has(request.method)) return undefined;
    const refusal = acts.count(request.deskCaller.person.id);
    if (refusal !== undefined) request.deskCaller = null;
    return refusal;
  };

  app.decorateRequest('caller', null);
  app.decorateRequest('deskCaller', null);
  app.addHook('onRequest', (request, reply, done) => {
    const { access, action } = request.routeOptions.config;
    if (access === 'public' || access === 'signed' || request.is404) return done();
    // A token that came along decides: it is never doubted whose request this is.
    if (action !== undefined && request.headers.authorization === undefined) {
      if (presentedSession(request, options) !== undefined) {
        return void admitPerson(request, reply, options).then((no) => {
          const refusal = tooMany(request) ?? no;
          if (refusal === undefined) done();
          else sendProblem(reply, refusal);
        }, done);
      }
      if (access === undefined) return sendUnknown(reply, refuse('access.no-session'));
    }
    const digest = presentedToken(request);
    if (digest instanceof Refusal) return sendUnknown(reply, digest);
    admitHolder(request, reply, callerOf(digest), access, done);
  });

  // Whoever sends a body slowly may have been let go, or the token withdrawn, before its end.
  app.addHook('preValidation', (request, reply, done) => {
    const { caller, body } = request;
    if (caller === null || body === undefined) return done();
    if (caller.person === undefined)
      return admitHolder(request, reply, callerOf(caller.tokenDigest), request.routeOptions.config.access, done);
    admitPerson(request, reply, options).then((no) => (no ? void sendProblem(reply, no) : done()), done);
  });
}

const readingMethods = new Set(['GET', 'HEAD']);

async function admitPerson(
  request: FastifyRequest,
  reply: FastifyReply,
  options: AppOptions,
): Promise<Refusal | undefined> {
  const open = await sessionOf(request, options);
  if (open instanceof Refusal) {
    if (open.code === 'access.no-session') takeSession(reply, options);
    return open;
  }
  const { desk, person } = open;
  const { action } = request.routeOptions.config;
  // Kept for the refusal's line in the audit trail, too.
  request.deskCaller = open;
  if (action === undefined || !mayDo(person.roles, action)) return refuse('access.not-allowed');
  request.caller = { service: desk.ground.service, person, name: person.name, rights: [], tokenDigest: person.id };
  return undefined;
}

/** Whose session came along. Whatever changes state must come from the server's own pages. */
export async function sessionOf(request: FastifyRequest, options: AppOptions): Promise<DeskCaller | Refusal> {
  const presented = presentedSession(request, options);
  if (presented === undefined) return refuse('access.no-session');
  if (!readingMethods.has(request.method) && isForeign(request, options)) return refuse('access.foreign-origin');
  const desk = options.desks.get(presented.institution);
  const open = await desk?.sessions.find(presented.secret);
  return desk === undefined || open === undefined ? refuse('access.no-session') : { desk, ...open };
}

/** Browsers name the page's origin with whatever changes state; a page elsewhere cannot name another one. */
export function isForeign(request: FastifyRequest, options: AppOptions): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin !== ownOrigin(request, options);
}

/** RFC 6750 §3.1: the error is told only to those who tried a token. */
function sendUnknown(reply: FastifyReply, refusal: Refusal): void {
  const error = refusal.code === 'access.token-unknown' ? ', error="invalid_token"' : '';
  void sendProblem(reply.header('www-authenticate', `Bearer realm="samur"${error}`), refusal);
}

function presentedToken(request: FastifyRequest): string | Refusal {
  const { authorization } = request.headers;
  if (authorization === undefined) return refuse('access.token-missing');
  const token = tokenPattern.exec(authorization)?.[1];
  return token === undefined ? refuse('access.token-unknown') : tokenDigest(token);
}

function admitHolder(
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller | Refusal | Promise<Caller | Refusal>,
  access: Access | undefined,
  done: (fault?: Error) => void,
): void {
  const right = access === 'public' || access === 'signed' ? undefined : access;
  if (caller instanceof Promise) caller.then((found) => admit(request, reply, found, right, done), done);
  else admit(request, reply, caller, right, done);
}

function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller | Refusal,
  right: Right | undefined,
  done: () => void,
): void {
  if (caller instanceof Refusal) sendUnknown(reply, caller);
  else if (right === undefined || !caller.rights.includes(right)) {
    sendProblem(reply, refuse('access.not-allowed'));
  } else {
    request.caller = caller;
    done();
  }
}

/** The caller of a route that asked for a right. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new TypeError('route asks for no right');
  return request.caller;
}

/** The person who calls a route that names an action. */
export function deskOf(request: FastifyRequest): DeskCaller {
  if (request.caller?.person === undefined || request.deskCaller === null)
    throw new TypeError('route is open to others than people');
  return request.deskCaller;
}
