import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/bytes.ts';
import { portableCrypto as crypto } from '../../kernel/crypto-portable.ts';
import { refusalCodes, refuse } from '../../kernel/refusal.ts';
import { fileSort } from './file-sort.ts';
import { readPdf, readText } from './given.ts';
import { Trouble, troubleOf } from './trouble.ts';
import { en } from './words/en.ts';

const hex = (text: string) => Uint8Array.fromHex(text);

test.each([
  ['pdf', utf8('%PDF-1.7\n')],
  ['pdf', utf8('junk before\n%PDF-1.7\n')],
  ['picture', hex('89504e470d0a1a0a')],
  ['picture', hex('ffd8ffe000104a46')],
  ['picture', hex('0000001c6674797068656963')],
  ['picture', utf8('RIFF\u0000\u0000\u0000\u0000WEBPVP8 ')],
  ['text', utf8('{"a":1}')],
  ['text', new Uint8Array()],
  ['unknown', hex('fffefdfc')],
] as const)('a file is told by its bytes: %s', (sort, bytes) => {
  expect(fileSort(bytes)).toBe(sort);
});

const vector = new URL('../../kernel/record/vectors/valid/eddsa.json', import.meta.url);
const { jws } = JSON.parse(readFileSync(vector, 'utf8')) as { jws: string };

test('a text is told by its form', async () => {
  const read = (text: string) => readText(text, [], crypto);
  expect(await read(` ${jws}\n`)).toEqual({ kind: 'carried', carried: { jws, proofs: [] } });
  expect(await read(' {"samur": 1}')).toEqual({ kind: 'evidence', text: '{"samur": 1}' });
  const link = `HTTPS://HOST.EXAMPLE/C/${'0'.repeat(52)}/7777-7777-7777`;
  expect(await read(link)).toMatchObject({ kind: 'link', link: { id: '0'.repeat(64), host: 'https://host.example' } });
  const word = async (text: string) => {
    const found = await read(text);
    return found instanceof Trouble ? found.word : found;
  };
  expect(await word('  ')).toBe('input-empty');
  expect(await word('https://example.org/')).toBe('input-not-ours');
  expect(await word('SMR1:!')).toBe('input-damaged');
});

test('a PDF carries one record or none that counts', async () => {
  const attached = (text: string) =>
    `1 0 obj\n<</Type /EmbeddedFile /Length ${text.length}>>\nstream\n${text}\nendstream\nendobj\n`;
  const read = (...files: string[]) => readPdf(utf8(`%PDF-1.7\n${files.map(attached).join('')}%%EOF\n`));
  expect(await read(jws)).toEqual({ kind: 'carried', carried: { jws, proofs: [] } });
  expect(
    await read(
      jws,
      jws.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')),
    ),
  ).toMatchObject({ word: 'input-pdf-two' });
  expect(await read('text')).toMatchObject({ word: 'input-pdf-empty' });
});

test('every refusal has a headline and more to say', () => {
  for (const code of refusalCodes) {
    const trouble = troubleOf(refuse(code));
    expect(en[trouble.word], code).toBeDefined();
    expect(en[trouble.more], code).toBeDefined();
  }
});
