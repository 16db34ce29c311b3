/** The state of a document for a person. The code travels in the body alone: addresses end up in logs and histories. */
import type { FastifyRequest } from 'fastify';
import type { Text } from '../../../kernel/finding.ts';
import { readCheckCode } from '../../../kernel/paper/check-code.ts';
import { currentInstitutions, knownInstitution } from '../../../kernel/trust/lookup.ts';
import type { TrustList } from '../../../kernel/trust/trust-list.ts';
import { sentence } from '../../../kernel/words.ts';
import type { Site } from '../../../web/pages/layout.ts';
import { faultsOf, type StateView, type StatusView, statusPage, type Typed } from '../../../web/pages/status.ts';
import { type CheckAnswer, checker } from '../check.ts';
import type { ClientLimit } from '../client-limit.ts';
import type { AppOptions } from '../options.ts';
import { newestTrust } from '../public.ts';
import type { App } from '../route.ts';
import { pageLanguage, sendPage } from './page-reply.ts';

const largestForm = 4096;
const longestTyped = 200;
const statuses: Readonly<Record<StatusView['kind'], number>> = {
  form: 200,
  state: 200,
  faults: 400,
  unknown: 404,
  'too-many': 429,
};

export function statusRoutes(app: App, options: AppOptions, site: () => Site, limit: ClientLimit): void {
  const check = checker(options);
  const route = { config: { access: 'public' }, schema: { hide: true } } as const;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: largestForm },
    (_request, body, done) => done(null, new URLSearchParams(body)),
  );

  app.get('/status', route, (request, reply) =>
    sendPage(reply, site(), statusPage({ kind: 'form' }, pageLanguage(request))),
  );

  app.post('/status', route, async (request, reply) => {
    const language = pageLanguage(request);
    if (isFromElsewhere(request)) return sendPage(reply, site(), statusPage({ kind: 'form' }, language));
    const typed = typedIn(request.body);
    const over = await limit(request);
    if (over !== undefined) reply.header('retry-after', over.detail['seconds']);
    const view: StatusView = over
      ? { kind: 'too-many', typed, sentence: sentence(over, language) }
      : await asked(typed);
    return sendPage(reply.code(statuses[view.kind]), site(), statusPage(view, language));
  });

  const asked = async (typed: Typed): Promise<StatusView> => {
    const code = readCheckCode(typed.code);
    const faults = faultsOf(typed, code);
    if (faults !== undefined || code === undefined) return faults ?? { kind: 'unknown', typed };
    const answer = await check({ number: typed.number }, code);
    if (answer === undefined) return { kind: 'unknown', typed };
    return { kind: 'state', typed, shown: stateView(answer, code, newestTrust(options.institutions)) };
  };
}

/** Another site could use up the questions of whoever visits it, and of all behind the same address. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const from = headers['sec-fetch-site'];
  return from === 'cross-site' || from === 'same-site';
}

function typedIn(body: unknown): Typed {
  const field = (name: string): string =>
    body instanceof URLSearchParams ? (body.get(name) ?? '').slice(0, longestTyped) : '';
  return { number: field('number'), code: field('code') };
}

function stateView(answer: CheckAnswer, code: string, trust: TrustList | undefined): StateView {
  const nameOf = (id: string): Text => (trust && knownInstitution(trust, id)?.names) ?? { az: id, ru: id, en: id };
  const idAt = (domain: string): string =>
    (trust && currentInstitutions(trust).find((one) => one.domain === domain)?.id) ?? domain;
  const { id, number, type, issuer, state, asOf } = answer;
  return {
    id,
    number,
    code,
    type: type.title,
    issuer: nameOf(issuer),
    state: state.title,
    revoked: state.revoked,
    ...(state.since !== undefined && { since: Date.parse(state.since) }),
    asked: Date.parse(answer.asked),
    channels: asOf.map(({ origin, size, time }) => {
      const [domain = '', recipient = ''] = origin.split('/');
      return { from: nameOf(idAt(domain)), to: nameOf(recipient), origin, size, time: Date.parse(time) };
    }),
  };
}
