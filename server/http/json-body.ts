/** Strict reading of JSON bodies: UTF-8, and only values that a record can carry. */
import { type Json, type JsonObject, maxDepth, parseJson } from '../../kernel/canonical.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { App } from './route.ts';

/** Carries a refusal out of a body parser, where Fastify takes errors alone. */
export class BodyRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Beyond any list of any record; a schema tells every fault, so a longer one would cost seconds. */
const maxItems = 10_000;

export function acceptJson(app: App, bodyLimit: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer', bodyLimit }, (request, bytes, done) => {
    const value = readJson(bytes);
    if (value instanceof Refusal) return done(new BodyRefused(value));
    if (request.headers['idempotency-key'] !== undefined) request.bodyBytes = bytes;
    done(null, value);
  });
}

export function readJson(bytes: Uint8Array): Json | Refusal {
  const value = parseJson(bytes);
  return value instanceof Refusal ? value : (fault(value, 1) ?? value);
}

/** The first value that has no canonical text. Paths are put together only on the way back from a fault. */
function fault(value: Json, depth: number): Refusal | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : refuse('input.bad-value');
  if (typeof value === 'number') return isPlainInteger(value) ? undefined : refuse('input.bad-value');
  if (value === null || typeof value !== 'object') return undefined;
  if (depth > maxDepth) return refuse('input.too-deep', { limit: maxDepth });
  return Array.isArray(value) ? faultInList(value, depth) : faultInObject(value as JsonObject, depth);
}

function faultInList(list: readonly Json[], depth: number): Refusal | undefined {
  if (list.length > maxItems) return refuse('input.too-large', { limit: maxItems });
  for (let i = 0; i < list.length; i++) {
    const found = fault(list[i]!, depth + 1);
    if (found !== undefined) return within(String(i), found);
  }
  return undefined;
}

function faultInObject(object: JsonObject, depth: number): Refusal | undefined {
  for (const member in object) {
    // A member of this name is lost or worse in code that copies objects.
    if (member === '__proto__' || !member.isWellFormed()) return refuse('input.unknown-member', {}, '/__proto__');
    const found = fault(object[member]!, depth + 1);
    if (found !== undefined) return within(member, found);
  }
  return undefined;
}

function isPlainInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function within(member: string, { code, detail, path }: Refusal): Refusal {
  return new Refusal(code, detail, `/${pointerToken(member)}${path}`);
}

/** One reference token of a JSON Pointer (RFC 6901 §3). */
export function pointerToken(member: string): string {
  return member.replaceAll('~', '~0').replaceAll('/', '~1');
}
