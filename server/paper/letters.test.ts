import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf, settable } from './letters.ts';

const font = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
const letters = lettersOf([fileURLToPath(import.meta.resolve(font))]);
const set = (text: string) => settable(text, letters).value;

describe('letters', () => {
  it('has those of the three languages', () => {
    for (const letter of 'əƏğĞıİöÖşŞüÜçÇ №«»–—абвгдеёжзийклмнопрстуфхцчшщъыьэюяЁ')
      expect([letter, letters.has(letter.codePointAt(0)!)]).toEqual([letter, true]);
    expect(letters.has('中'.codePointAt(0)!)).toBe(false);
  });

  it('leaves what the font has as it is', () => {
    expect(settable('Şəmkir «Образец» #eval $x$ `y`', letters)).toEqual({
      value: 'Şəmkir «Образец» #eval $x$ `y`',
      replaced: false,
    });
  });

  it('shows a mark for each letter that it lacks', () => {
    expect(settable({ name: ['中国', 'ქართ', '😀'] }, letters)).toEqual({
      value: { name: ['��', '����', '�'] },
      replaced: true,
    });
  });

  it('lets nothing turn the order around, hide or pile up', () => {
    expect(set('a\u202eb')).toBe('a�b');
    expect(set('a\u2066b\u200bc\u00add\ufeff')).toBe('a�b�c�d�');
    expect(set(`o${'\u0301'.repeat(30)}`)).toMatch(/^ó\u0301{1,2}�$/u);
  });

  it('keeps letters made of two', () => {
    expect(set('s\u0327g\u0306')).toBe('şğ');
  });

  it('gives long words places for a break, and takes nothing from them', () => {
    expect(set('5d1f0c3a9be84727f06a1c22d94e3b58')).toBe('5d1f0c3a9\u200bbe84727f0\u200b6a1c22d94\u200be3b58');
    expect(set('W'.repeat(20))).toBe(`${'W'.repeat(9)}\u00ad${'W'.repeat(11)}`);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.normalize('NFC').replace(/[^\x20-\x7e]/g, 'x');
        expect(String(set(plain)).replace(/[\u200b\u00ad]/g, '')).toBe(plain);
      }),
    );
  });

  it('gives the same beside a text that is searched for changes', () => {
    const letter = fc.constantFrom(...'aəё-中́ ­\u2126\u1100\u1161');
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 40 }), (text) => {
        // The tab is no plain letter, and changes nothing.
        expect(set(`${text}\t`)).toBe(`${set(text)}\t`);
      }),
    );
  });

  it('gives what the font can set, whatever it gets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = String(set(text)).replace(/[\u200b\u00ad\n\t]/g, '');
        for (const letter of shown) expect(letters.has(letter.codePointAt(0)!)).toBe(true);
      }),
    );
  });
});
