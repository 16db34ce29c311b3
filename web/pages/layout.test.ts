import { describe, expect, test } from 'vitest';
import { languages } from '../../kernel/finding.ts';
import { html } from './html.ts';
import { document, type Page, type Site } from './layout.ts';
import { languageNames } from './words/layout.ts';

const site: Site = {
  corridor: 'az-ru',
  demonstration: true,
  version: '0.1.0',
  institutions: [{ id: 'az.one', names: { az: 'Bir <b>', ru: 'Один <b>', en: 'One <b>' } }],
  assets: { 'style.css': '/assets/style-1.css', 'verify.js': '/assets/verify-1.js' },
};
const title = { az: 'Başlıq', ru: 'Заглавие', en: 'Title' };
const page: Page = { language: 'en', path: '/verify', title, description: title, body: html`<h1>Title</h1>` };

describe('the document around a page', () => {
  test.each(languages)('in %s says its language, and keeps the page when it changes', (language) => {
    const text = document(site, { ...page, language });
    expect(text.startsWith(`<!DOCTYPE html>\n<html lang="${language}">`)).toBe(true);
    expect(text).toContain(`<title>${title[language]} · Samur</title>`);
    for (const one of languages)
      expect(text).toMatch(
        new RegExp(
          `<a href="/verify\\?lang=${one}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${languageNames[one]}`,
        ),
      );
    expect(text).toContain(`<a href="/verify?lang=${language}" aria-current="page">`);
    expect(text).toContain('<a class="skip" href="#main">');
  });

  test('names no other host and holds no script, style or handler of its own', () => {
    const text = document(site, { ...page, scripts: ['verify.js'] });
    expect(text).not.toMatch(/(?:href|src|action)="(?!\/(?!\/)|#)/);
    expect(text).not.toMatch(
      /<style|\sstyle=|\son[a-z]+=|<script(?! type="module" src="\/assets\/verify-1\.js"><\/script>)/,
    );
    expect(text).toContain('<link rel="stylesheet" href="/assets/style-1.css">');
  });

  test('leaves off what was not built', () => {
    const text = document({ ...site, assets: {} }, { ...page, scripts: ['verify.js'], styles: ['verify.css'] });
    expect(text).not.toMatch(/stylesheet|<script/);
  });

  test('bears the mark of a demonstration, and no other', () => {
    expect(document(site, page)).toContain('class="demonstration"');
    expect(document({ ...site, demonstration: false }, page)).not.toContain('class="demonstration"');
  });

  test('escapes the names of institutions', () => {
    expect(document(site, page)).toContain('One &lt;b&gt;');
  });

  test('of an answer sends the same fields again in another language', () => {
    const text = document(site, { ...page, path: '/status', sent: { number: 'A"1' } });
    expect(text).toContain('<input type="hidden" name="number" value="A&quot;1">');
    expect(text).toContain('<button formaction="/status?lang=ru" lang="ru">');
  });
});
