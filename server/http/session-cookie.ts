/**
 * The session cookie (RFC 6265bis): no script reads it, no other site sends it, and over https no other host or path
 * can have set it. Its value names the institution, whose desk alone knows the rest.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { absoluteMs } from '../desk/people/sessions.ts';
import type { AppOptions } from './options.ts';

type Where = Pick<AppOptions, 'demonstration' | 'origin'>;

const valuePattern = /^([a-z]{2}(?:\.[a-z0-9-]{1,61})+)\.([A-Za-z0-9_-]{43})$/;

export interface PresentedSession {
  readonly institution: string;
  readonly secret: string;
}

/**
 * The origin at which people work with this server, as a browser writes it. A demonstration server answers loopback
 * hosts alone, checked before; any other takes no request's word for its name.
 */
export function ownOrigin(request: FastifyRequest, options: Where): string | undefined {
  return options.demonstration ? `http://${request.headers.host?.toLowerCase()}` : options.origin;
}

export function presentedSession(request: FastifyRequest, options: Where): PresentedSession | undefined {
  const name = cookieName(ownOrigin(request, options));
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  // Two of one name: one of them was set by somebody else.
  const found = values.length === 1 ? valuePattern.exec(values[0]!) : null;
  return found === null ? undefined : { institution: found[1]!, secret: found[2]! };
}

export function giveSession(reply: FastifyReply, options: Where, { institution, secret }: PresentedSession): void {
  setCookie(reply, options, `${institution}.${secret}`, absoluteMs / 1000);
}

export function takeSession(reply: FastifyReply, options: Where): void {
  setCookie(reply, options, '', 0);
}

function setCookie(reply: FastifyReply, options: Where, value: string, maxAge: number): void {
  const origin = ownOrigin(reply.request, options);
  const secure = isHttps(origin) ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${cookieName(origin)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`,
  );
}

function cookieName(origin: string | undefined): string {
  return isHttps(origin) ? '__Host-samur-session' : 'samur-session';
}

function isHttps(origin: string | undefined): boolean {
  return origin?.startsWith('https:') === true;
}
