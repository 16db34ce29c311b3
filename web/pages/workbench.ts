/** The empty document that the workbench fills. */
import type { Language } from '../../kernel/finding.ts';
import { html } from './html.ts';
import { workbenchWords as words } from './words/workbench.ts';

/** `assets`: path of each built file by its plain name. */
export function workbenchDocument(
  language: Language,
  assets: Readonly<Record<string, string>>,
  demonstration: boolean,
): string {
  const script = assets[`workbench.${language}.js`];
  const style = assets['workbench.css'];
  const icon = assets['icons/icon.svg'];
  return String(html`<!DOCTYPE html>
<html lang="${language}" data-mantine-color-scheme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b4a6f">
<meta name="robots" content="noindex">
<title>Samur${demonstration && html` (${words.demonstration[language]})`}</title>
${icon !== undefined && html`<link rel="icon" href="${icon}" type="image/svg+xml">\n`}${style !== undefined && html`<link rel="stylesheet" href="${style}">\n`}${
  script !== undefined && html`<script type="module" src="${script}"></script>\n`
}</head>
<body>
<div id="workbench"><p>${script === undefined ? words.notBuilt[language] : words.starting[language]}</p></div>
<noscript>${words.noScript[language]}</noscript>
</body>
</html>
`);
}
