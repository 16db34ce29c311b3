/** The public check: whoever holds a paper asks by its number (or id) and check code. Nothing is told without a code. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Text } from '../../kernel/finding.ts';
import { readCheckCode } from '../../kernel/paper/check-code.ts';
import type { LifeCycle } from '../../kernel/profile.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { stateWords } from '../../web/pages/words/states.ts';
import type { PublicRecord, RecordAsked } from '../institution/public-record.ts';
import { CheckQuestion } from './check-shape.ts';
import type { ClientLimit } from './client-limit.ts';
import { json, problems } from './describe.ts';
import { acceptJson } from './json-body.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problem.ts';
import type { App } from './route.ts';
import { NoQuery } from './schemas.ts';

/** Times are `2026-11-22T10:00:00.000Z`. */
export interface CheckAnswer {
  readonly id: string;
  readonly number: string;
  readonly type: { readonly profile: string; readonly name: string; readonly title: Text };
  /** Institution id. */
  readonly issuer: string;
  readonly record: string;
  readonly proofs: readonly string[];
  readonly state: {
    readonly state: string;
    readonly title: Text;
    /** Counts no more. */
    readonly revoked: boolean;
    readonly since?: string;
  };
  readonly asOf: readonly { readonly origin: string; readonly size: number; readonly time: string }[];
  readonly statusList?: string;
  readonly asked: string;
  readonly demonstration: boolean;
}

/** When a question without an answer is told so, ms after it came: what the look-up took shows nothing of what is held. */
const unknownAfterMs = 25;

export type Checker = (asked: RecordAsked, code: string) => Promise<CheckAnswer | undefined>;

export function checkRoutes(app: App, options: AppOptions, limit: ClientLimit): void {
  acceptJson(app, 4096);
  const check = checker(options);
  app.post(
    '/api/check',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'checkDocument',
        summary: 'A document and its state, for number (or id) and check code',
        description:
          'For whoever holds the document. The record is given as signed, to be verified by the caller; the state is the word of this server as of the channel sizes told. An unknown number and a wrong code are answered alike.',
        tags: ['public'],
        querystring: NoQuery,
        body: CheckQuestion,
        response: { 200: json('The record and its state.', 'CheckAnswer'), ...problems(400, 404, 413, 415, 429) },
      },
    },
    async (request, reply) => {
      const over = await limit(request);
      if (over !== undefined) return sendTooMany(reply, over);
      const { number, id } = request.body;
      if ((number === undefined) === (id === undefined))
        return sendProblem(
          reply,
          number === undefined
            ? refuse('input.missing-member', { name: 'number' }, '/number')
            : refuse('input.unknown-member', { name: 'id' }, '/id'),
        );
      const code = readCheckCode(request.body.code);
      if (code === undefined)
        return sendProblem(reply, refuse('input.bad-value', { name: 'code', expected: 'XXXX-XXXX-XXXX' }, '/code'));
      const answer = await check(id === undefined ? { number: number ?? '' } : { id }, code);
      return answer ?? sendProblem(reply, refuse('paper.no-such-number'));
    },
  );
}

export function sendTooMany(reply: Parameters<typeof sendProblem>[0], over: Refusal) {
  return sendProblem(reply.header('retry-after', over.detail['seconds']), over);
}

/** Asks every institution of this server; of several that hold the record, the one that issued it answers. */
export function checker({ institutions, catalogue, demonstration, now }: AppOptions): Checker {
  const answerOf = (found: PublicRecord): CheckAnswer => {
    const declaration = catalogue.type(found.profile, found.type)?.declaration;
    const { state, since, statusList } = found;
    return {
      id: found.id,
      number: found.number,
      type: { profile: found.profile, name: found.type, title: declaration?.title ?? plain(found.type) },
      issuer: found.issuer,
      record: found.jws,
      proofs: found.proofs,
      state: {
        state,
        title: declaration?.lifeCycle?.states[state] ?? stateWords[state] ?? plain(state),
        revoked: countsNoMore(state, declaration?.lifeCycle),
        ...(since !== undefined && { since: new Date(since).toISOString() }),
      },
      asOf: found.asOf.map((channel) => ({ ...channel, time: new Date(channel.time).toISOString() })),
      ...(statusList && { statusList: `/status/${statusList.institution}/${statusList.number}` }),
      asked: new Date(now()).toISOString(),
      demonstration,
    };
  };
  return async (asked, code) => {
    const start = performance.now();
    const answers = await Promise.all([...institutions.values()].map((service) => service.publicRecord(asked, code)));
    const found = answers.find((answer) => answer?.direction === 'issued') ?? answers.find((answer) => answer);
    if (found) return answerOf(found);
    await pause(Math.max(0, start + unknownAfterMs - performance.now()));
    return undefined;
  };
}

/** What became of a follow-up that came to nothing. */
const withoutEffect = new Set(['refused', 'superseded', 'out-of-turn']);

/** States of a life cycle are the profile's own: one of them may be called `refused` and still lead on. */
function countsNoMore(state: string, lifeCycle: LifeCycle | undefined): boolean {
  return state === 'void' || (lifeCycle ? (lifeCycle.revoked ?? []).includes(state) : withoutEffect.has(state));
}

const plain = (text: string): Text => ({ az: text, ru: text, en: text });
