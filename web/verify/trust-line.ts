/** What the page says of the trust list that it checks by. */
import { Refusal } from '../../kernel/refusal.ts';
import { freshness } from '../../kernel/trust/lookup.ts';
import type { Pin } from '../../kernel/trust/pin.ts';
import { formatAge, formatMoment } from '../../kernel/words/moments.ts';
import { corridorName } from '../pages/words/countries.ts';
import { element } from './element.ts';
import type { Speech } from './speech.ts';
import type { HeldTrust } from './trust.ts';

/** `forget` is asked for by a person who has compared the main keys. */
export function trustLine(held: HeldTrust, speech: Speech, now: number, forget: () => void): HTMLElement[] {
  const { trust, received, fresh, warning } = held;
  const { say, language, why } = speech;
  const lines: HTMLElement[] = [];
  if (trust === undefined) lines.push(element('p', { class: 'notice bad' }, say('trust-none')));
  else {
    const corridor = corridorName(trust.pin.corridor, language);
    const age = formatAge((now - (received ?? now)) / 1000, language);
    const moment = formatMoment(received ?? now, language);
    lines.push(element('p', {}, fresh ? say('trust-now', { corridor }) : say('trust-kept', { corridor, moment, age })));
    if (freshness(trust, now) instanceof Refusal)
      lines.push(element('p', { class: 'notice unknown' }, say('trust-past')));
  }
  if (warning?.kind === 'older') lines.push(element('p', { class: 'notice unknown' }, say('trust-older')));
  if (warning?.kind === 'unreadable')
    lines.push(element('p', { class: 'notice bad' }, say('trust-unreadable', { why: why(warning.refusal) })));
  if (warning?.kind === 'other-anchors') {
    const button = element('button', { type: 'button' }, say('trust-forget'));
    button.addEventListener('click', forget);
    lines.push(
      element(
        'div',
        { class: 'notice bad', role: 'alert' },
        element('p', {}, say('trust-other')),
        ...keysOf(say('trust-other-kept'), warning.kept),
        ...keysOf(say('trust-other-served'), warning.served),
        element('p', {}, button),
      ),
    );
  }
  return lines;
}

function keysOf(title: string, { anchors }: Pin): HTMLElement[] {
  const keys = Object.entries(anchors).map(([country, { kid }]) =>
    element('li', {}, `${country} `, element('code', {}, kid)),
  );
  return [element('p', {}, `${title}:`), element('ul', {}, ...keys)];
}
