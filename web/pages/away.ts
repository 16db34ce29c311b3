/** What a person sees, without a network, in place of a page that needs one. */
import type { Language } from '../../kernel/finding.ts';
import { html } from './html.ts';
import { link } from './layout.ts';
import { awayWords as words } from './words/away.ts';

/** The whole document; `style` is the path of the built style sheet, where there is one. */
export function awayPage(language: Language, style: string | undefined): string {
  const sheet = style !== undefined && html`<link rel="stylesheet" href="${style}">\n`;
  return String(html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title[language]} · Samur</title>
<meta name="color-scheme" content="light dark">
${sheet}</head>
<body>
<main id="main">
<h1>${words.title[language]}</h1>
<p class="lead">${words.lead[language]}</p>
<p>${words.still[language]}</p>
<p class="actions"><a class="button" href="${link('/verify', language)}">${words.check[language]}</a></p>
</main>
</body>
</html>
`);
}
