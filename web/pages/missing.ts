/** What a person sees at an address that names nothing. */
import type { Language } from '../../kernel/finding.ts';
import { html } from './html.ts';
import { link, type Page } from './layout.ts';
import { missingWords as words } from './words/missing.ts';

export function missingPage(language: Language): Page {
  const body = html`<h1>${words.title[language]}</h1>
<p class="lead">${words.lead[language]}</p>
<p class="actions"><a class="button" href="${link('/verify', language)}">${words.check[language]}</a>
<a class="button second" href="${link('/', language)}">${words.home[language]}</a></p>`;
  return { language, path: '/', title: words.title, description: words.description, body };
}
