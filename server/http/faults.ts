/** Turns everything that goes wrong outside a handler's own answers into a problem document. */
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { wordRefusal } from './finding-words.ts';
import { BodyRefused, pointerToken } from './json-body.ts';
import { languageOf, sendProblem } from './problem.ts';
import type { App } from './route.ts';

/** More than a person corrects at once; the rest shows on the next try. */
const maxFindings = 50;

/** `page` answers whoever reads pages at an address that names nothing. */
export function answerFaults(app: App, page: (request: FastifyRequest, reply: FastifyReply) => FastifyReply): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusals = refusalsOf(error, request);
    const [first] = refusals;
    if (first === undefined) return sendFault(error, request, reply);
    const language = languageOf(reply);
    const findings = refusals.filter(({ path }) => path !== '').map((refusal) => wordRefusal(refusal, language));
    return sendProblem(reply, first, { findings });
  });
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) ? page(request, reply.status(404)) : sendProblem(reply, refuse('request.not-found')),
  );
}

/** A browser that goes to an address names HTML; a program takes anything, or names what it takes. */
function wantsPage({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && /(^|,)\s*text\/html\b/.test(headers.accept ?? '');
}

/** The cause goes to the log under the number that the caller is told. */
function sendFault(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.error({ err: error, request: request.id, route: request.routeOptions.url }, 'request failed');
  return sendProblem(reply, refuse('server.fault', { number: request.id }));
}

/** Before there is a request to route: a URL that cannot be decoded. */
export function answerBadUrl(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(reply, refuse('request.not-found'));
}

function refusalsOf(error: FastifyError, request: FastifyRequest): readonly Refusal[] {
  if (error instanceof BodyRefused) return [error.refusal];
  if (error.validation !== undefined) {
    // No address has such a part: as with any other address that names nothing.
    if (error.validationContext === 'params') return [refuse('request.not-found')];
    const part = error.validationContext ?? 'body';
    const path = part === 'body' ? '' : `/${part === 'querystring' ? 'query' : part}`;
    return error.validation.slice(0, maxFindings).map((fault) => schemaRefusal(fault, path));
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return [refuse('input.too-large')];
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return [refuse('request.unsupported-media-type', { found: (request.headers['content-type'] ?? '').slice(0, 100) })];
  return error.statusCode !== undefined && error.statusCode < 500 ? [refuse('input.bad-value')] : [];
}

function schemaRefusal({ keyword, instancePath, params }: FastifySchemaValidationError, part: string): Refusal {
  const path = part + instancePath;
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return refuse('input.unknown-member', { name: name.slice(0, 100) }, `${path}/${pointerToken(name)}`);
  }
  if (keyword === 'required') {
    const name = String(params['missingProperty']);
    return refuse('input.missing-member', { name }, `${path}/${pointerToken(name)}`);
  }
  const name = instancePath.slice(instancePath.lastIndexOf('/') + 1);
  const expected = expectedBy(keyword, params);
  return refuse('input.bad-value', { name, ...(expected !== undefined && { expected }) }, path);
}

/** More choices than a sentence can hold are looked up in the description. */
const maxChoices = 12;

/** What a schema keyword asks for, in the signs of any language. */
function expectedBy(keyword: string, params: FastifySchemaValidationError['params']): string | undefined {
  const { limit, allowedValues, allowedValue, pattern, type, format } = params;
  if (limit !== undefined) return `${keyword.startsWith('min') ? '≥' : '≤'} ${String(limit)}`;
  if (Array.isArray(allowedValues) && allowedValues.length <= maxChoices) return allowedValues.join(', ');
  const one = allowedValue ?? pattern ?? type ?? format;
  return typeof one === 'string' || typeof one === 'number' ? String(one) : undefined;
}
