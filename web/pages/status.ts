/** The state of a document, by number and check code: the form, and the answer as of the channels it rests on. */
import type { Language, Text } from '../../kernel/finding.ts';
import { base32 } from '../../kernel/paper/check-code.ts';
import { formatAge, formatMoment } from '../../kernel/words/moments.ts';
import { formatNumber } from '../../kernel/words/numbers.ts';
import { type Html, html } from './html.ts';
import { link, type Page } from './layout.ts';
import { statusWords as words } from './words/status.ts';

export interface Typed {
  readonly number: string;
  readonly code: string;
}

/** Times in milliseconds since 1970. */
export interface StateView {
  /** Hex record id. */
  readonly id: string;
  readonly number: string;
  /** As `readCheckCode` gives it. */
  readonly code: string;
  readonly type: Text;
  readonly issuer: Text;
  readonly state: Text;
  readonly revoked: boolean;
  readonly since?: number;
  readonly asked: number;
  readonly channels: readonly {
    readonly from: Text;
    readonly to: Text;
    readonly origin: string;
    readonly size: number;
    readonly time: number;
  }[];
}

export type StatusView =
  | { readonly kind: 'form' }
  | { readonly kind: 'faults'; readonly typed: Typed; readonly number?: Text; readonly code?: Text }
  | { readonly kind: 'unknown'; readonly typed: Typed }
  /** `sentence` in the language of the page. */
  | { readonly kind: 'too-many'; readonly typed: Typed; readonly sentence: string }
  | { readonly kind: 'state'; readonly typed: Typed; readonly shown: StateView };

/** What is wrong with what was typed, by field; undefined when it can be asked. `code` as `readCheckCode` read it. */
export function faultsOf(typed: Typed, code: string | undefined): Extract<StatusView, { kind: 'faults' }> | undefined {
  const number =
    typed.number.trim() === '' ? words.numberMissing : typed.number.length > 100 ? words.numberLong : undefined;
  const missing = typed.code.trim() === '' ? words.codeMissing : words.codeForm;
  if (number === undefined && code !== undefined) return undefined;
  return { kind: 'faults', typed, ...(number && { number }), ...(code === undefined && { code: missing }) };
}

export function statusPage(view: StatusView, language: Language): Page {
  const { title, description } = words;
  const sent = view.kind === 'form' ? undefined : { ...view.typed };
  return { language, path: '/status', title, description, body: body(view, language), ...(sent && { sent }) };
}

function body(view: StatusView, language: Language): Html {
  const heading = html`<h1>${words.title[language]}</h1>`;
  if (view.kind === 'state')
    return html`${heading}\n${answer(view.shown, language)}
<p class="actions"><a class="button second" href="${link('/status', language)}">${words.again[language]}</a></p>`;
  return html`${heading}\n${notice(view, language)}
${view.kind === 'form' && html`<p class="lead">${words.lead[language]}</p>\n`}${form(view, language)}`;
}

function notice(view: StatusView, language: Language): Html | undefined {
  if (view.kind === 'unknown')
    return html`<div class="notice bad" role="alert"><h2>${words.unknown[language]}</h2>
<p>${words.unknownWhy[language]}</p></div>`;
  if (view.kind === 'too-many')
    return html`<div class="notice unknown" role="alert"><h2>${words.tooMany[language]}</h2><p>${view.sentence}</p></div>`;
  if (view.kind !== 'faults') return undefined;
  const items = (['number', 'code'] as const).map((field) => {
    const fault = view[field];
    return fault && html`<li><a href="#${field}">${fault[language]}</a></li>`;
  });
  return html`<div class="notice unknown" role="alert"><p>${words.notAsked[language]}</p><ul>${items}</ul></div>`;
}

function form(view: Exclude<StatusView, { kind: 'state' }>, language: Language): Html {
  const typed = view.kind === 'form' ? { number: '', code: '' } : view.typed;
  const faults = view.kind === 'faults' ? view : undefined;
  return html`<form method="post" action="${link('/status', language)}" novalidate>
${field('number', words.number, words.numberHint, typed.number, faults?.number, language)}
${field('code', words.code, words.codeHint, typed.code, faults?.code, language)}
<p><button class="button">${words.ask[language]}</button></p>
</form>`;
}

function field(
  name: 'number' | 'code',
  label: Text,
  hint: Text,
  value: string,
  fault: Text | undefined,
  language: Language,
): Html {
  const told = fault && html`<span class="field-error" id="${name}-error">${fault[language]}</span>`;
  const invalid = fault && html` aria-invalid="true"`;
  const describedBy = fault ? `${name}-hint ${name}-error` : `${name}-hint`;
  return html`<div class="field"><label for="${name}">${label[language]}</label>
<span class="hint" id="${name}-hint">${hint[language]}</span>${told}
<input type="text"${name === 'code' && html` class="code"`} id="${name}" name="${name}" value="${value}" maxlength="100" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="${describedBy}"${invalid}></div>`;
}

function answer(shown: StateView, language: Language): Html {
  const say = (text: Text): string => text[language];
  const facts: readonly (readonly [Text, Html | undefined])[] = [
    [words.document, html`${say(shown.type)} <strong class="mono">${shown.number}</strong>`],
    [words.issuer, html`${say(shown.issuer)}`],
    [words.since, shown.since === undefined ? undefined : html`${formatMoment(shown.since, language)}`],
    [words.asked, html`${formatMoment(shown.asked, language)}`],
  ];
  const rows = facts.map(([name, value]) => value && html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>\n`);
  return html`<div class="notice${shown.revoked && ' bad'}" role="status"><h2>${say(words.state)}: ${say(shown.state)}</h2>
<p>${say(shown.revoked ? words.revoked : words.standing)}</p></div>
<dl class="facts">${rows}</dl>
<h2>${say(words.asOf)}</h2>
${channels(shown, language)}
<p>${say(words.word)}</p>
<ul><li><a href="${`${link('/verify', language)}#${base32(Uint8Array.fromHex(shown.id))}/${shown.code}`}">${say(words.verify)}</a></li>
<li><a href="${`${link('/about', language)}#independent`}">${say(words.independent)}</a></li></ul>`;
}

function channels({ channels: all, asked }: StateView, language: Language): Html {
  if (all.length === 0) return html`<p>${words.noChannels[language]}</p>`;
  const rows = all.map(({ from, to, origin, size, time }) => {
    const age = formatAge((asked - time) / 1000, language);
    return html`<div><dt>${from[language]} → ${to[language]}</dt>
<dd>${words.size[language]}: ${formatNumber(size, language)}. ${words.time[language]}: ${formatMoment(time, language)} (${age}).</dd>
<dd><code class="origin">${origin}</code></dd></div>\n`;
  });
  return html`<p>${words.asOfHow[language]}</p>
<dl class="facts stacked">${rows}</dl>`;
}
