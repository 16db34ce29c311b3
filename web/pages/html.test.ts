import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from './html.ts';

describe('html', () => {
  test('escapes what is put in, in text and in attributes', () => {
    const hostile = `<script>alert("1")</script>' onload='x\` &amp;`;
    expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x&#96; &amp;amp;">' +
        '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x&#96; &amp;amp;</p>',
    );
  });

  test('whatever is put in, no sign of markup comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        const out = String(html`${value}`);
        expect(out).not.toMatch(/[<>"'`]|[^\P{Cc}\t\n\r]/u);
        expect(out.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&');
      }),
    );
  });

  test('shows a mark for what turns the line around or cannot be seen', () => {
    expect(String(html`<b>${'AZ\u202e001\u200b\u2066'}</b>`)).toBe('<b>AZ\ufffd001\ufffd\ufffd</b>');
    expect(String(html`${'Ərzaq, ёж \u200c'}`)).toBe('Ərzaq, ёж \u200c');
  });

  test('keeps fragments, joins lists, leaves out what is not there', () => {
    const items = ['a', '<b>'].map((one) => html`<li>${one}</li>`);
    expect(String(html`<ul>${items}</ul>${undefined}${false}${0}`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
  });

  test('a thing that looks like a fragment is none', () => {
    const forged = { toString: () => '<script>' } as unknown as string;
    expect(() => String(html`${forged}`)).toThrow(TypeError);
  });

  test.each(['javascript:alert(1)', ' javascript:x', '//other.example/', '/\\other.example', 'data:text/html,x', ''])(
    'the address %j becomes #',
    (address) => {
      expect(String(html`<a href="${address}">x</a>`)).toBe('<a href="#">x</a>');
      expect(String(html`<form formaction="${address}">`)).toBe('<form formaction="#">');
    },
  );

  test.each(['/status?lang=az', '#main', 'https://example.org/a', '/'])('the address %j stays', (address) => {
    expect(String(html`<a href="${address}">x</a>`)).toBe(`<a href="${address}">x</a>`);
  });

  test('an attribute without quotes is a fault of the program', () => {
    expect(() => html`<p title=${'x'}>`).toThrow('quotes');
  });
});
