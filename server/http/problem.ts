/** Problem documents (RFC 9457): every answer that is not what was asked for. */
import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Language } from '../../kernel/finding.ts';
import type { Refusal, RefusalCode } from '../../kernel/refusal.ts';
import { negotiateLanguage, sentence } from '../../kernel/words.ts';
import { type WordedFinding, wordRefusal } from './finding-words.ts';
import './route.ts';

type Area<Code extends string> = Code extends `${infer Name}.${string}` ? Name : never;

const areaStatus: Readonly<Record<Area<RefusalCode>, number>> = {
  input: 400,
  record: 422,
  trust: 422,
  log: 422,
  exchange: 409,
  basis: 422,
  state: 409,
  register: 422,
  ledger: 422,
  rule: 422,
  approval: 422,
  profile: 422,
  evidence: 422,
  selection: 422,
  paper: 422,
  status: 422,
  request: 401,
  access: 401,
  desk: 409,
  xml: 422,
  config: 500,
  server: 500,
};

const codeStatus: Partial<Readonly<Record<RefusalCode, number>>> = {
  'input.too-large': 413,
  'record.unknown-id': 404,
  'exchange.unknown-channel': 404,
  'exchange.too-many': 413,
  'profile.unknown': 404,
  'request.wrong-host': 421,
  'request.forwarded': 400,
  'paper.none': 404,
  'paper.no-such-number': 404,
  'request.not-found': 404,
  'request.method-not-allowed': 405,
  'request.unsupported-media-type': 415,
  'request.idempotency-conflict': 409,
  'request.too-many': 429,
  'access.not-allowed': 403,
  'access.foreign-origin': 403,
  'access.bad-invitation': 404,
  'access.last-administrator': 409,
  'access.last-passkey': 409,
  'access.no-origin': 409,
  'desk.unknown': 404,
  'approval.changed': 409,
  'approval.expired': 409,
  'approval.second-person': 409,
  'approval.not-enrolled': 403,
  'server.unavailable': 503,
};

export function statusOf(code: RefusalCode): number {
  return codeStatus[code] ?? areaStatus[code.slice(0, code.indexOf('.')) as Area<RefusalCode>];
}

export interface ProblemExtra {
  /** Instead of the table's, where one code says different things at different addresses. */
  readonly status?: number;
  readonly findings?: readonly WordedFinding[];
  /** Further members of the document. */
  readonly members?: JsonObject;
}

/** Answers with the problem document of a refusal, in the language the request asks for. */
export function sendProblem(reply: FastifyReply, refusal: Refusal, extra: ProblemExtra = {}): FastifyReply {
  const status = extra.status ?? statusOf(refusal.code);
  reply.request.refused = refusal.code;
  const language = languageOf(reply);
  const document = problemText(refusal, language, reply.request.server.demonstration, { ...extra, status });
  return reply
    .code(status)
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('content-type', 'application/problem+json')
    .send(document);
}

/** The document alone, for where there is no reply to send it by. */
export function problemText(
  refusal: Refusal,
  language: Language,
  demonstration: boolean,
  extra: ProblemExtra = {},
): string {
  return JSON.stringify({
    type: `urn:samur:problem:${refusal.code}`,
    title: sentence(refusal, language),
    status: extra.status ?? statusOf(refusal.code),
    code: refusal.code,
    ...extra.members,
    findings: extra.findings ?? (refusal.path === '' ? [] : [wordRefusal(refusal, language)]),
    ...(demonstration ? { demonstration: true } : {}),
  });
}

export function languageOf(reply: FastifyReply): Language {
  return negotiateLanguage(reply.request.headers['accept-language']);
}
