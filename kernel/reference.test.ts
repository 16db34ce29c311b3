import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenReference, isTelling, uniqueReferences } from './reference.ts';

test.each([
  ['10-aa-123', '10AA123'],
  ['а 123 вс 77', 'A123BC77'],
  ['МСКУ 123456-7', 'MCKY1234567'],
  ['AZ/PC—2026№0017', 'AZPC2026NO0017'],
  ['—', ''],
])('%s and %s are one number', (written, evened) => {
  expect(evenReference(written)).toBe(evened);
});

test('evening twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => evenReference(evenReference(text)) === evenReference(text)),
  );
});

test('plain characters are evened alike whatever stands beside them', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(evenReference(`${text}Я`)).toBe(`${evenReference(text)}Я`);
    }),
  );
});

test('what says that there is no number tells nothing', () => {
  for (const written of ['б/н', 'без номера', 'yoxdur', '1', '000', '00000000/000000/0000000'])
    expect(isTelling(evenReference(written))).toBe(false);
  for (const written of ['0017', 'А123ВС77']) expect(isTelling(evenReference(written))).toBe(true);
});

test('each is named once, as it was written first', () => {
  const id = 'a'.repeat(64);
  const given = [
    { kind: 'seal', value: 'AZ 0021' },
    { kind: 'seal', value: 'az0021' },
    { kind: 'wagon', value: 'AZ0021' },
    { kind: 'seal', value: ' - ' },
    { kind: 'record', value: id },
    { kind: 'record', value: id },
    { kind: 'record', value: 'AZ0021' },
  ];
  expect(uniqueReferences(given)).toEqual([given[0], given[2], given[4]]);
});
