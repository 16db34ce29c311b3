/** What the page says of the trust list that it checks by. */
import { Refusal } from '../../kernel/refusal.ts';
import { freshness } from '../../kernel/trust/lookup.ts';
import type { Pin } from '../../kernel/trust/pin.ts';
import { formatAge, formatMoment } from '../../kernel/words/moments.ts';
import { corridorName } from '../pages/words/countries.ts';
import { element } from './element.ts';
import type { Speech } from './speech.ts';
import type { HeldTrust } from './trust.ts';

/** Which list is used, and how old it is. */
export function trustLine(
  { trust, received = 0, fresh }: HeldTrust,
  { say, language }: Speech,
  now: number,
): HTMLElement[] {
  if (trust === undefined) return [];
  const corridor = corridorName(trust.pin.corridor, language);
  const age = formatAge((now - received) / 1000, language);
  const moment = formatMoment(received, language);
  return [element('p', {}, fresh ? say('trust-now', { corridor }) : say('trust-kept', { corridor, moment, age }))];
}

/** What a visitor must know before any check. `forget` is asked for by a person who has compared the anchor keys. */
export function trustWarnings(held: HeldTrust, speech: Speech, now: number, forget: () => void): HTMLElement[] {
  const { trust, warning } = held;
  const { say, why } = speech;
  const warnings: HTMLElement[] = [];
  if (warning?.kind === 'other-anchors') {
    const button = element('button', { type: 'button', class: 'button second' }, say('trust-forget'));
    button.addEventListener('click', forget);
    warnings.push(
      notice(
        'bad',
        element('p', {}, say('trust-other')),
        ...keysOf(say('trust-other-kept'), warning.kept),
        ...keysOf(say('trust-other-served'), warning.served),
        element('p', {}, button),
      ),
    );
  }
  if (warning?.kind === 'unreadable')
    warnings.push(notice('bad', element('p', {}, say('trust-unreadable', { why: why(warning.refusal) }))));
  if (warning?.kind === 'older') warnings.push(notice('unknown', element('p', {}, say('trust-older'))));
  if (trust === undefined) warnings.push(notice('bad', element('p', {}, say('trust-none'))));
  else if (freshness(trust, now) instanceof Refusal)
    warnings.push(notice('unknown', element('p', {}, say('trust-past'))));
  return warnings;
}

function notice(tone: 'bad' | 'unknown', ...children: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: `notice ${tone}`, role: 'alert' }, ...children);
}

function keysOf(title: string, { anchors }: Pin): HTMLElement[] {
  const keys = Object.entries(anchors).map(([country, { kid }]) =>
    element('li', {}, `${country} `, element('code', {}, kid)),
  );
  return [element('p', {}, `${title}:`), element('ul', {}, ...keys)];
}
