/** The document around every page: what it is, where one is, which server says it. */
import { type Language, languages, type Text } from '../../kernel/finding.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { mark } from './mark.ts';
import { corridorName } from './words/countries.ts';
import { languageNames, layoutWords as words } from './words/layout.ts';

/** What every page of one server says of that server. */
export interface Site {
  /** `az-ru`. */
  readonly corridor: string;
  readonly demonstration: boolean;
  readonly version: string;
  /** Hosted on this server. */
  readonly institutions: readonly { readonly id: string; readonly names: Text }[];
  /** Address of each built file by its plain name: `style.css`, `icons/icon.svg`. */
  readonly assets: Readonly<Record<string, string>>;
}

export interface Page {
  readonly language: Language;
  /** Path of the page, without query. */
  readonly path: string;
  readonly title: Text;
  /** For those who see a link to it. */
  readonly description: Text;
  readonly body: Html;
  /** Plain names of built files besides `style.css`. A file that was not built is left off. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Fields of the form whose answer this page is: the other languages send them again. */
  readonly sent?: Readonly<Record<string, string>>;
}

const sections = [
  ['/verify', words.verify],
  ['/status', words.status],
  ['/about', words.about],
] as const;

/** The whole document, beginning with the doctype. */
export function document(site: Site, page: Page): string {
  const { language } = page;
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.path === '/' ? 'Samur: ' : ''}${page.title[language]}${page.path === '/' ? '' : ' · Samur'}</title>
<meta name="description" content="${page.description[language]}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b4a6f" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#10202c" media="(prefers-color-scheme: dark)">
${built(site, ['icons/icon.svg'], (path) => html`<link rel="icon" href="${path}" type="image/svg+xml">\n`)}${built(
  site,
  ['icons/icon-192.png'],
  (path) => html`<link rel="apple-touch-icon" href="${path}">\n`,
)}<link rel="manifest" href="/manifest.webmanifest">
${built(site, ['style.css', ...(page.styles ?? [])], (path) => html`<link rel="stylesheet" href="${path}">\n`)}${built(
  site,
  page.scripts ?? [],
  (path) => html`<script type="module" src="${path}"></script>\n`,
)}`;
  const text = html`<!DOCTYPE html>
<html lang="${language}">
<head>
${head}</head>
<body>
<a class="skip" href="#main">${words.skip[language]}</a>
${header(page, site.demonstration)}
<main id="main" tabindex="-1">
${page.body}
</main>
${footer(site, language)}
</body>
</html>
`;
  return String(text);
}

/** Address of a page of this server in the language that is being read. */
export function link(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}

function built(site: Site, names: readonly string[], element: (path: string) => Html): HtmlValue {
  return names.flatMap((name) => {
    const path = site.assets[name];
    return path === undefined ? [] : [element(path)];
  });
}

function header(page: Page, demonstration: boolean): Html {
  const { language, path } = page;
  const home = path === '/' ? html` aria-current="page"` : undefined;
  const items = sections.map(
    ([to, name]) =>
      html`<li><a href="${link(to, language)}"${to === path && html` aria-current="page"`}>${name[language]}</a></li>`,
  );
  const warning = demonstration && html`<p class="demonstration">${words.demonstration[language]}</p>\n`;
  return html`<header class="top">${warning}<div class="wide">
<a class="brand" href="${link('/', language)}"${home}>${mark}<span><strong>Samur</strong> <span>${words.product[language]}</span></span></a>
${languageSwitch(page)}
<nav class="sections" aria-label="${words.navigation[language]}"><ul>${items}<li><a href="/api/docs/">${words.api[language]}</a></li><li><a href="${link('/desk', language)}">${words.signIn[language]}</a></li></ul></nav>
</div></header>`;
}

function languageSwitch({ language, path, sent }: Page): Html {
  const name = words.language[language];
  if (sent === undefined) {
    const items = languages.map(
      (one) =>
        html`<li><a href="${link(path, one)}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${languageNames[one]}</a></li>`,
    );
    return html`<nav class="languages" aria-label="${name}"><ul>${items}</ul></nav>`;
  }
  const fields = Object.entries(sent).map(
    ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
  );
  const buttons = languages.map(
    (one) =>
      html`<li><button formaction="${link(path, one)}" lang="${one}"${one === language && html` aria-current="true"`}>${languageNames[one]}</button></li>`,
  );
  return html`<form class="languages" method="post" action="${link(path, language)}" aria-label="${name}">${fields}<ul>${buttons}</ul></form>`;
}

function footer(site: Site, language: Language): Html {
  const hosted = site.institutions.map(({ id, names }) => html`<li>${names[language]} <code>${id}</code></li>`);
  const list = hosted.length === 0 ? html`<p>${words.noInstitutions[language]}</p>` : html`<ul>${hosted}</ul>`;
  return html`<footer class="bottom"><div class="wide">
<h2>${words.institutions[language]}</h2>
${list}
<p>${words.corridor[language]}: ${corridorName(site.corridor, language)}. ${words.utc[language]}</p>
<p>Samur, ${words.version[language]} ${site.version}. ${words.licence[language]}.</p>
</div></footer>`;
}
