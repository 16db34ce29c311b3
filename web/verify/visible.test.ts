import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, visible } from './visible.ts';

test('what is hidden or turns the line is shown as its code point', () => {
  expect(visible('AZ\u202e100\u200b')).toBe('AZ⟨U+202E⟩100⟨U+200B⟩');
  expect(visible('a\u0000b\u2066c\ufeff\u{e0041}')).toBe('a⟨U+0000⟩b⟨U+2066⟩c⟨U+FEFF⟩⟨U+E0041⟩');
  expect(visible('\ud83d')).toBe('\ufffd');
});

test('letters of all scripts, line feeds and pictures stay as they are', () => {
  for (const text of ['Əsl ğöçıİü', 'Томаты и ещё', 'سیب‌ها', '👩‍🌾 <b>&amp;', 'a\nb\tc'])
    expect(visible(text)).toBe(text);
});

test('nothing that is shown hides or turns', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(visible(text)).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?![\n\t])\p{Cc}/u);
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

test('a long text is cut at whole characters', () => {
  expect(shortened('abc', 3)).toBeUndefined();
  expect(shortened('abcd', 3)).toBe('abc…');
  expect(shortened('ab💚d', 3)).toBe('ab…');
});
