/** The answer on the page: two cards that stay apart, then what else is known of the record. */

import { approvalLines } from '../../kernel/exchange/approval-words.ts';
import type { CheckedStep } from '../../kernel/exchange/evidence.ts';
import type { VerifiedRecord } from '../../kernel/exchange/open-record.ts';
import { checkCode } from '../../kernel/paper/check-code.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { knownInstitution } from '../../kernel/trust/lookup.ts';
import { formatAge, formatMoment } from '../../kernel/words/moments.ts';
import { formatNumber } from '../../kernel/words/numbers.ts';
import { stepWords } from '../../kernel/words/verification.ts';
import { stateWords } from '../pages/words/states.ts';
import type { Told } from './ask.ts';
import { card, codes } from './card.ts';
import { element } from './element.ts';
import { authenticityHeadline, type Headline, type StateKnown, stateHeadline } from './headline.ts';
import type { Session, Verified } from './session.ts';
import { spoken } from './signed-content.ts';
import type { Speech } from './speech.ts';

export class Teller {
  readonly #speech: Speech;
  readonly #session: Session;

  constructor(speech: Speech, session: Session) {
    this.#speech = speech;
    this.#session = session;
  }

  /** The first card. */
  authenticity({ report, host }: Verified): HTMLElement {
    const { say } = this.#speech;
    const { record } = report;
    const headline = authenticityHeadline(report);
    const issuer = record ? this.#nameOf(record.payload.samur.issuer) : '';
    return card(
      'authenticity',
      say('auth-title'),
      headline.tone,
      foreignIn(say(headline.word)),
      headline.more && element('p', {}, foreignIn(say(headline.more, { issuer }))),
      report.demonstration && element('p', { class: 'demonstration-mark' }, say('demonstration')),
      host !== undefined && element('p', {}, say('paper-host', { host })),
    );
  }

  /** Below both cards, so that on a small screen the second answer is never out of sight behind the first. */
  particulars({ report }: Verified): HTMLElement {
    const { record } = report;
    return element(
      'div',
      { class: 'particulars' },
      record && this.#facts(record, report),
      this.#steps(report.authenticity.steps),
    );
  }

  /** The second card; made anew when the server has answered. */
  state(known: StateKnown | undefined): HTMLElement {
    const { say } = this.#speech;
    const title = say('state-title');
    if (known === undefined)
      return card('state', title, 'unknown', say('state-not-asked'), element('p', {}, say('state-not-asked-more')));
    const headline = stateHeadline(known, this.#session.now());
    return card(
      'state',
      title,
      headline.tone,
      this.#stateSentence(headline, known),
      headline.more && element('p', {}, say(headline.more)),
      element('ul', { class: 'sources' }, ...this.#sources(known)),
      this.#channels(known),
      known.report.state.steps.some(({ outcome }) => outcome === 'does-not-hold') &&
        this.#steps(known.report.state.steps),
    );
  }

  stateSentence(known: StateKnown): string {
    return this.#stateSentence(stateHeadline(known, this.#session.now()), known);
  }

  #stateSentence({ word }: Headline, known: StateKnown): string {
    const { say, language } = this.#speech;
    const times = known.report.state.asOf.map(({ time }) => time);
    const age = times.length > 0 ? formatAge(this.#session.now() / 1000 - Math.min(...times), language) : '';
    return say(word, { state: this.#stateName(known), age });
  }

  #stateName({ server, report, type }: StateKnown): string {
    const { of } = this.#speech;
    if (typeof server === 'object') return of(server.title);
    const state = report.state.state ?? '';
    const title = type.declaration.lifeCycle?.states[state];
    const words = title ?? (Object.hasOwn(stateWords, state) ? stateWords[state] : undefined);
    return words ? of(words) : state;
  }

  #sources({ report, server, list, type }: StateKnown): HTMLElement[] {
    const { say, language, why } = this.#speech;
    const moment = (ms: number) => formatMoment(ms, language);
    // A channel that was heard of later may have brought what is told: all of them are known at least so far.
    const asOf = (channels: Told['asOf']) =>
      channels.length === 0
        ? undefined
        : element(
            'p',
            { class: 'as-of' },
            say('state-as-of', { time: moment(Math.min(...channels.map(({ time }) => time))) }),
          );
    const sources: HTMLElement[] = [];
    if (report.state.state !== undefined) {
      const name = this.#stateName({ report, type, server: 'offline' });
      sources.push(source(say('source-evidence'), name, asOf(provedChannels(report))));
    }
    if (typeof server === 'object') {
      const asked = element('p', { class: 'as-of' }, say('asked-at', { time: moment(server.asked) }));
      const name = this.#stateName({ report, type, server });
      sources.push(source(say('source-server'), name, asked, asOf(server.asOf)));
    }
    if (list instanceof Refusal)
      sources.push(source(say('source-list'), say('list-refused', { why: why(list) }), codes(list)));
    else if (list)
      sources.push(
        source(
          say('source-list'),
          say(list.revoked ? 'list-revoked' : 'list-clear'),
          element('p', { class: 'as-of' }, say('valid-until', { time: moment(list.from), until: moment(list.until) })),
        ),
      );
    else if (report.record?.payload.status && server !== 'asking')
      sources.push(source(say('source-list'), say('list-absent')));
    return sources;
  }

  /** How far each channel is known, by source; the one heard of last comes first. */
  #channels({ report, server }: StateKnown): HTMLElement | undefined {
    const { say, language } = this.#speech;
    const groups = [
      { title: say('source-evidence'), channels: report.state.state === undefined ? [] : provedChannels(report) },
      { title: say('source-server'), channels: typeof server === 'object' ? server.asOf : [] },
    ].filter(({ channels }) => channels.length > 0);
    if (groups.length === 0) return undefined;
    const shown = groups.flatMap(({ title, channels }) => [
      element('p', {}, title),
      element(
        'ul',
        {},
        ...channels
          .toSorted((a, b) => b.time - a.time)
          .map(({ origin, size, time }) =>
            element(
              'li',
              {},
              say('as-of', { time: formatMoment(time, language), size: formatNumber(size, language) }),
              element('br'),
              element('code', {}, origin),
            ),
          ),
      ),
    ]);
    return element('details', { class: 'channels' }, element('summary', {}, say('channels')), ...shown);
  }

  #nameOf(institution: string): string {
    const known = knownInstitution(this.#session.trust, institution);
    return known ? this.#speech.of(known.names) : institution;
  }

  #facts(record: VerifiedRecord, { authenticity, approvals }: Verified['report']): HTMLElement {
    const { say, of, language } = this.#speech;
    const { samur, claims, time } = record.payload;
    const { number } = record.type.declaration.summary(claims);
    const moment = (ms: number) => formatMoment(ms, language);
    const institution = (id: string) => element('span', {}, this.#nameOf(id), ' ', element('code', {}, id));
    const { provedTime } = authenticity;
    const until = provedTime && moment(provedTime.notAfter);
    const from = provedTime?.notBefore === undefined ? until : moment(provedTime.notBefore);
    const proved =
      until === undefined || from === undefined
        ? say('time-not-proved', { stated: moment(time) })
        : from === until
          ? say('time-proved', { until })
          : say('time-proved-between', { from, until });
    const recipients = samur.to.flatMap((id, index) => (index === 0 ? [institution(id)] : [', ', institution(id)]));
    return element(
      'dl',
      { class: 'facts' },
      fact(say('kind'), of(record.type.declaration.title)),
      number !== '' && fact(say('number'), this.#foreign(number)),
      fact(say('issuer'), institution(samur.issuer)),
      fact(say('recipients'), ...recipients),
      fact(say('time'), proved),
      approvals &&
        fact(
          of(stepWords.approvals),
          ...approvalLines(approvals, 'in-file', language).map((line) => element('p', {}, line)),
        ),
      fact(say('check-code'), element('code', {}, checkCode(record, this.#session.crypto))),
    );
  }

  #steps(steps: readonly CheckedStep[]): HTMLElement {
    const { say, of, why } = this.#speech;
    const items = steps.map(({ step, outcome, refusal }) =>
      element(
        'li',
        { class: outcome },
        `${of(stepWords[step])}: ${say(`step-${outcome}`)}`,
        refusal && element('p', { class: 'why' }, why(refusal), ' ', codes(refusal)),
      ),
    );
    return element('details', { class: 'steps' }, element('summary', {}, say('steps')), element('ul', {}, ...items));
  }

  #foreign(text: string): HTMLElement {
    return spoken(text, this.#speech);
  }
}

/** Times in ms since 1970, as in what servers say. */
function provedChannels({ state }: Verified['report']): Told['asOf'] {
  return state.asOf.map(({ origin, size, time }) => ({ origin, size, time: time * 1000 }));
}

/** Names of institutions come from the trust list: they are shown whole, yet never turn a line. */
function foreignIn(text: string): HTMLElement {
  return element('bdi', {}, text);
}

function fact(name: string, ...value: readonly (Node | string)[]): HTMLElement {
  return element('div', {}, element('dt', {}, name), element('dd', {}, ...value));
}

function source(title: string, said: string, ...rest: readonly (HTMLElement | undefined)[]): HTMLElement {
  return element('li', {}, element('p', { class: 'source' }, element('strong', {}, title), ': ', said), ...rest);
}
