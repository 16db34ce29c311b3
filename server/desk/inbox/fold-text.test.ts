import { expect, test } from 'vitest';
import { foldText, searchWords } from './fold-text.ts';

test.each([
  ['İSMAYILLI', 'ismayıllı'],
  ['Qızılgül', 'QIZILGÜL'],
  ['ŞƏKİ', 'şəki'],
  ['ŞƏKİ', 'seki'],
  ['Ёлка', 'ЕЛКА'],
  ['Дербент-Ялама', 'ДЕРБЕНТ-ЯЛАМА'],
  ['ﬁg', 'FIG'],
  ['Ağdam', 'Ag\u0306dam'],
])('%s is found as %s', (stored, typed) => expect(foldText(stored)).toBe(foldText(typed)));

test('words are parted by white space alone', () => {
  expect(searchWords('  AZ-PC-2026-22\u00A0 Alma ')).toEqual(['az-pc-2026-22', 'alma']);
  expect(searchWords(' \t')).toEqual([]);
});
