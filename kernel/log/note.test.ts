import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { addSignature, formatNote, maxNoteLength, parseNote, signatureLine } from './note.ts';

const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max });
const line = fc.record({
  name: fc.constantFrom('a', 'afsa.az.example/ru.fsvps/1', 'fövqəladə', '—'),
  keyId: bytes(4, 4),
  bytes: bytes(1, 80),
});
const text = fc
  .array(fc.constantFrom('', 'Azərbaycan', '— Россия', '— a AAAAAAAA', ' ', '\u0085', '𐌰'), { maxLength: 5 })
  .map((lines) => `${lines.join('\n')}\n`);

test('notes round trip, empty lines and signature-like lines in the text included', () => {
  fc.assert(
    fc.property(text, fc.array(line, { minLength: 1, maxLength: 64 }), (body, signatures) => {
      const note = { text: body, signatures };
      expect(parseNote(formatNote(note))).toEqual(note);
    }),
  );
});

test('what is read is what is written', () => {
  const parts = fc.constantFrom(
    '\n',
    '\n\n',
    '— ',
    'a ',
    'AAAAAAAA',
    'AAAAAAA=',
    '\r',
    '\t',
    'text',
    '+',
    ' ',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
      const whole = list.join('');
      const parsed = parseNote(whole);
      expect(parsed instanceof Refusal ? whole : formatNote(parsed)).toBe(whole);
    }),
    { numRuns: 2000 },
  );
});

test('an added signature changes nothing else', () => {
  fc.assert(
    fc.property(text, line, line, (body, first, second) => {
      const note = formatNote({ text: body, signatures: [first] });
      expect(addSignature(note, signatureLine(second))).toBe(formatNote({ text: body, signatures: [first, second] }));
    }),
  );
});

test('a line that is no single signature line is not added', () => {
  const good = signatureLine({ name: 'a', keyId: new Uint8Array(4), bytes: new Uint8Array(64) });
  const note = formatNote({
    text: 'x\n',
    signatures: [{ name: 'a', keyId: new Uint8Array(4), bytes: new Uint8Array(64) }],
  });
  for (const bad of [
    '',
    '\n',
    'y\n',
    `\n${good}`,
    `\n${good}${good}`,
    `y\n\n${good}`,
    good + good,
    good.slice(0, -1),
    ` ${good}`,
  ])
    expect(addSignature(note, bad), JSON.stringify(bad)).toBeInstanceOf(Refusal);
  let full = note;
  for (let i = 1; i < 64; i++) full += good;
  expect(addSignature(full, good)).toMatchObject({ code: 'input.too-large' });
});

test('an endless note is refused unread', () => {
  expect(parseNote('x'.repeat(maxNoteLength + 1))).toMatchObject({ code: 'input.too-large' });
});
