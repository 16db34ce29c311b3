/** The front page: what this server is. Plain HTML, no script. */
import { createHash } from 'node:crypto';
import { type Language, languages, type Text } from '../../kernel/finding.ts';
import { negotiateLanguage } from '../../kernel/words.ts';
import type { AppOptions } from './options.ts';
import { languageNames, pageWords } from './page-words.ts';
import type { App } from './route.ts';
import { LanguageParameters } from './schemas.ts';

const style = `
:root { color-scheme: light dark; --ink: #16202b; --paper: #fff; --line: #c5ced8; --link: #0b4f9c; --mark: #7a2e00; --soft: #fff3e6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #12181f; --line: #3b4753; --link: #8fc1ff; --mark: #ffc78f; --soft: #2b1d0f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, "Noto Sans", sans-serif; }
header, main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a, main li a { display: inline-block; padding: .3rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
.mark { margin: 1rem 0; padding: .75rem 1rem; border-left: .3rem solid var(--mark); background: var(--soft); color: var(--mark); font-weight: 600; }
.institutions { padding: 0; list-style: none; }
.institutions > li { padding: .75rem 0; border-top: 1px solid var(--line); }
.institutions strong { display: block; }
code { font-size: .95em; }
`;
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Hosted {
  readonly id: string;
  readonly names: Text;
}

export function pageRoutes(app: App, options: AppOptions, hosted: () => readonly Hosted[]): void {
  app.get(
    '/',
    { config: { access: 'public' }, schema: { hide: true, querystring: LanguageParameters } },
    (request, reply) => {
      const language = request.query.lang ?? negotiateLanguage(request.headers['accept-language']);
      return reply
        .headers({ 'content-security-policy': policy, 'content-language': language, vary: 'accept-language' })
        .type('text/html; charset=utf-8')
        .send(page(language, hosted(), options.demonstration));
    },
  );
}

function page(language: Language, hosted: readonly Hosted[], demonstration: boolean): string {
  const say = (text: Text): string => escapeHtml(text[language]);
  const switches = languages.map((one) => {
    const current = one === language ? ' aria-current="true"' : '';
    return `<li><a href="/?lang=${one}" lang="${one}" hreflang="${one}"${current}>${languageNames[one]}</a></li>`;
  });
  const institutions = hosted.map(
    ({ id, names }) => `<li><strong>${say(names)}</strong>
${say(pageWords.identifier)}: <code>${escapeHtml(id)}</code> · <a href="/${encodeURIComponent(id)}/did.json">${say(pageWords.didDocument)}</a></li>`,
  );
  const list =
    institutions.length === 0
      ? `<p>${say(pageWords.none)}</p>`
      : `<ul class="institutions">\n${institutions.join('\n')}\n</ul>`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(pageWords.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<nav aria-label="${say(pageWords.language)}"><ul>${switches.join('')}</ul></nav>
</header>
<main>
<h1>${say(pageWords.title)}</h1>
${demonstration ? `<p class="mark">${say(pageWords.demonstration)}</p>\n` : ''}<p>${say(pageWords.lead)}</p>
<h2>${say(pageWords.institutions)}</h2>
${list}
<h2>${say(pageWords.further)}</h2>
<ul>
<li><a href="/api/docs/">${say(pageWords.documentation)}</a></li>
<li><a href="/api/trust">${say(pageWords.trustList)}</a></li>
</ul>
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
