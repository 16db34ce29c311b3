/** The first page: what this is, and the three ways in. */
import type { Language, Text } from '../../kernel/finding.ts';
import { fill } from '../../kernel/words.ts';
import { type Html, html } from './html.ts';
import { link, type Page } from './layout.ts';
import { corridorName, countryName } from './words/countries.ts';
import { homeWords as words } from './words/home.ts';

export interface HomeView {
  /** `az-ru`. */
  readonly corridor: string;
  /** Whoever wants may come in, in any role. */
  readonly demonstration: boolean;
  /** Of the newest trust list, by country code. */
  readonly countries: readonly {
    readonly country: string;
    readonly institutions: readonly { readonly id: string; readonly names: Text; readonly here: boolean }[];
  }[];
}

export function homePage(view: HomeView, language: Language): Page {
  const say = (text: Text): string => text[language];
  const lead = fill(say(words.lead), { corridor: corridorName(view.corridor, language) });
  const body = html`<h1>${say(words.title)}</h1>
<p class="lead">${lead}</p>
<div class="cards">
<section class="first"><h2>${say(words.check)}</h2>
<p>${say(words.checkHow)}</p>
<p class="actions"><a class="button" href="${link('/verify', language)}">${say(words.checkButton)}</a>
<a class="button second" href="${link('/status', language)}">${say(words.statusButton)}</a></p></section>
<section><h2>${say(words.institutions)}</h2>
<p>${say(words.institutionsHow)}</p>
${view.demonstration && html`<p>${say(words.tryHow)}</p>\n`}<p class="actions"><a class="button" href="${link('/desk', language)}">${say(view.demonstration ? words.tryButton : words.signIn)}</a></p></section>
<section><h2>${say(words.developers)}</h2>
<p>${say(words.developersHow)}</p>
<ul><li><a href="/api/docs/">${say(words.api)}</a></li>
<li><a href="/docs/protocol.md">${say(words.protocol)}</a></li>
<li><a href="/api/trust">${say(words.trust)}</a></li></ul></section>
</div>
<h2>${say(words.parties)}</h2>
${parties(view, language)}
<p><a href="${link('/about', language)}">${say(words.keys)}</a></p>`;
  return { language, path: '/', title: words.title, description: words.description, body };
}

function parties({ countries }: HomeView, language: Language): Html {
  if (countries.length === 0) return html`<p>${words.none[language]}</p>`;
  const rows = countries.map(
    ({ country, institutions }) => html`<div><dt>${countryName(country, language)}</dt>
${institutions.map(
  ({ names, here }) =>
    html`<dd>${names[language]}${here && html` <span class="soft">(${words.here[language]})</span>`}</dd>`,
)}</div>`,
  );
  return html`<dl class="facts">${rows}</dl>`;
}
