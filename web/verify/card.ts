/** A card: the question, one sentence, and what lies behind it. */
import type { Refusal } from '../../kernel/refusal.ts';
import { element } from './element.ts';
import { maxFileBytes } from './file-sort.ts';
import type { Speech } from './speech.ts';
import type { Trouble } from './trouble.ts';

export function card(
  id: string,
  title: string,
  tone: string,
  headline: Node | string,
  ...rest: readonly (Node | undefined | false)[]
): HTMLElement {
  return element(
    'section',
    { class: `card ${tone}`, id: `${id}-card`, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title`, class: 'question' }, title),
    element('p', { class: 'headline' }, headline),
    ...rest,
  );
}

/** When there is nothing to verify. */
export function troubleCard(trouble: Trouble, { say }: Speech): HTMLElement {
  const { word, more, refusal } = trouble;
  const limit = maxFileBytes / 1024 / 1024;
  return card(
    'trouble',
    say('input-title'),
    'unknown',
    say(word),
    element('p', {}, say(more, { limit })),
    refusal && element('p', { class: 'why' }, codes(refusal)),
  );
}

/** For support, never for the reader: code and place. */
export function codes({ code, path }: Refusal): HTMLElement {
  return element('code', { class: 'code' }, path === '' ? code : `${code} ${path.slice(0, 200)}`);
}
