/** What was signed, below the answer. */
import type { ContentLine } from '../../kernel/contents.ts';
import type { VerifiedRecord } from '../../kernel/exchange/open-record.ts';
import { formatNumber } from '../../kernel/words/numbers.ts';
import { element, foreign } from './element.ts';
import type { Speech } from './speech.ts';

/** `lines` tell the claims. */
export function signedContent(record: VerifiedRecord, lines: readonly ContentLine[], speech: Speech): HTMLElement {
  const { say, language } = speech;
  const { annexes } = record.payload.samur;
  const named = annexes.map(({ name, mediaType, size, digest }) =>
    element(
      'li',
      {},
      spoken(name, speech),
      ` (${mediaType}, ${say('bytes', { size: formatNumber(size, language) })})`,
      element('br'),
      'SHA-256 ',
      element('code', {}, digest),
    ),
  );
  return element(
    'section',
    { class: 'content', 'aria-labelledby': 'content-title' },
    element('h2', { id: 'content-title' }, say('content-title')),
    element('p', {}, say('content-compare')),
    told(lines, speech),
    named.length > 0 && element('h3', {}, say('annexes-title')),
    named.length > 0 && element('p', {}, say('annexes-more')),
    named.length > 0 && element('ul', { class: 'annexes' }, ...named),
    element('p', { class: 'record-id' }, `${say('record-id')} `, element('code', {}, record.id)),
    element('p', {}, download(record, speech)),
  );
}

function told(lines: readonly ContentLine[], speech: Speech): HTMLElement {
  const rows = lines.map((line) =>
    element(
      'div',
      'lines' in line ? { class: 'group' } : {},
      element('dt', {}, spoken(line.label, speech)),
      element('dd', {}, 'lines' in line ? told(line.lines, speech) : spoken(line.value, speech)),
    ),
  );
  return element('dl', { class: 'lines' }, ...rows);
}

function download(record: VerifiedRecord, { say }: Speech): HTMLElement {
  const address = URL.createObjectURL(new Blob([record.jws], { type: 'application/vc+jwt' }));
  return element('a', { href: address, download: `${record.id.slice(0, 16)}.jwt`, class: 'button' }, say('download'));
}

/** Others' words. */
export function spoken(text: string, { say, language }: Speech): HTMLElement {
  return foreign(text, (count) => say('show-all-of', { count: formatNumber(count, language) }));
}
