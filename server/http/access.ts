/** Who may call what: bearer tokens (RFC 6750), known by their SHA-256 digest alone. */
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { Person } from '../desk/people/person.ts';
import type { InstitutionService } from '../institution/service.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';

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

  app.decorateRequest('caller', null);
  app.addHook('onRequest', (request, reply, done) => {
    const { access } = request.routeOptions.config;
    if (access === 'public' || access === 'signed' || request.is404) return done();
    const digest = presentedToken(request);
    if (digest instanceof Refusal) return sendUnknown(reply, digest);
    const caller = callerOf(digest);
    if (!(caller instanceof Promise)) return admit(request, reply, caller, access, done);
    caller.then((found) => admit(request, reply, found, access, done), done);
  });
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
