import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testSheet } from './testing/sheet.ts';
import { Typesetter, TypesettingFault } from './typesetter.ts';

const plain = new URL('testing/plain.typ', import.meta.url);
const typesetter = new Typesetter();

/** Every stream of a PDF, unpacked. */
function streams(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body = '']) => {
    const bytes = Buffer.from(body, 'latin1');
    try {
      return inflateSync(bytes).toString('latin1');
    } catch {
      return body.replace(/\n$/, '');
    }
  });
}

describe('setting a sheet', () => {
  it('gives the same bytes for the same sheet, and with another compiler', () => {
    const first = typesetter.typeset(testSheet(plain));
    expect(Buffer.compare(first, typesetter.typeset(testSheet(plain)))).toBe(0);
    expect(Buffer.compare(first, new Typesetter().typeset(testSheet(plain)))).toBe(0);
  });

  it('gives other bytes at another time', () => {
    const sheet = testSheet(plain);
    const later = typesetter.typeset({ ...sheet, printed: sheet.printed + 1000 });
    expect(Buffer.compare(typesetter.typeset(sheet), later)).not.toBe(0);
  });

  it('writes PDF/A-3a with the time it is told', () => {
    const pdf = typesetter.typeset(testSheet(plain));
    const metadata = streams(pdf).find((text) => text.includes('pdfaid:part')) ?? '';
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata).toContain('2026-11-22T10:00:00');
  });

  it('attaches files byte for byte', () => {
    expect(streams(typesetter.typeset(testSheet(plain)))).toContain('\x00\xff\n\r\x00');
  });

  it('sets hostile texts as they are', () => {
    const lines = ['#eval("1")', '$ x $', '@x', '`', '*/', '#panic()', '\\', '<label>', '[', '#read("/frame.typ")'];
    expect(() => typesetter.typeset(testSheet(plain, { lines }))).not.toThrow();
  });

  it('says what is wrong with a template, and goes on', () => {
    const faulty = testSheet(new URL('testing/faulty.typ', import.meta.url));
    expect(() => typesetter.typeset(faulty)).toThrow(TypesettingFault);
    expect(() => typesetter.typeset(faulty)).toThrow(/no head/);
    expect(typesetter.typeset(testSheet(plain)).length).toBeGreaterThan(1000);
  });

  it('lets no template read the disk', () => {
    const curious = new URL('testing/curious.typ', import.meta.url);
    for (const file of ['/etc/hostname', '/../etc/hostname', '../../../../../../etc/hostname', import.meta.filename])
      expect(() => typesetter.typeset(testSheet(curious, { file }))).toThrow(TypesettingFault);
  });

  it('keeps no files of the sheet before', () => {
    typesetter.typeset(testSheet(plain));
    const curious = testSheet(new URL('testing/curious.typ', import.meta.url), { file: '/attachments/0' });
    expect(() => typesetter.typeset({ ...curious, attachments: [] })).toThrow(TypesettingFault);
  });
});
