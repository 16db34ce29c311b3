import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { searchTerm } from './search-term.ts';

const index = new DatabaseSync(':memory:');
index.exec(`create virtual table words using fts5
  (text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3')`);
const stored = [
  'QIZILGÜL',
  'qızılgül alma',
  'İSMAYILLI',
  'ismayıllı nar',
  'Ёлка',
  'AZ-PC-2026-220001',
  'ıııııı iiiiii',
];
for (const [at, text] of stored.entries()) index.prepare('insert into words (rowid, text) values (?, ?)').run(at, text);

const found = (text: string) =>
  index
    .prepare('select rowid from words where words match ? order by rowid')
    .all(searchTerm(text) ?? '')
    .map(({ rowid }) => stored[Number(rowid)]);

test.each([
  ['qızılgül', ['QIZILGÜL', 'qızılgül alma']],
  ['Qizilgul', ['QIZILGÜL', 'qızılgül alma']],
  ['İSMAYILLI', ['İSMAYILLI', 'ismayıllı nar']],
  ['ismay', ['İSMAYILLI', 'ismayıllı nar']],
  ['ismayıllı NAR', ['ismayıllı nar']],
  ['елк', ['Ёлка']],
  ['2026-2200', ['AZ-PC-2026-220001']],
  ['IIIIII', ['ıııııı iiiiii']],
  ['" OR "', []],
])('%s', (text, expected) => expect(found(text)).toEqual(expected));

test('a text without words asks for nothing', () => {
  expect(searchTerm(' -– "*()')).toBeUndefined();
});
