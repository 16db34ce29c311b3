import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, utf8 } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { carriedInPdf, maxPdfBytes } from './attachments.ts';
import { payloadOf, proofOf, sampleOf } from './vectors/sample.ts';

const sample = await sampleOf(payloadOf({ number: 'Ə-17' }, new Uint8Array(16)));
const other = await sampleOf(payloadOf({ number: 'Ə-18' }, new Uint8Array(16)));
const proofs = [await proofOf(sample.id, 5, 12), await proofOf(sample.id, 700, 4000)];
const { jws } = sample;

/** Objects as different programs write them. */
const object = (dictionary: string, data: Uint8Array, end = '\nendstream\nendobj\n') =>
  concat(utf8(`7 0 obj\n<<${dictionary}>>\nstream\n`), data, utf8(end));
const pdf = (...objects: readonly Uint8Array[]) => concat(utf8('%PDF-1.7\n%âãÏÓ\n'), ...objects, utf8('%%EOF\n'));
const packed = deflateSync(utf8(jws));
const plain = (text: string) => object(`/Type /EmbeddedFile /Length ${utf8(text).length}`, utf8(text));

describe('a record and its proofs come back from a PDF', () => {
  test('written by Typst', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samur-pdf-'));
    const files = { 'record.jwt': jws, 'proof-1.txt': proofs[0]!, 'proof-2.txt': proofs[1]!, 'other.xml': '<a/>' };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const attached = Object.keys(files).map((name) => `#pdf.attach("${name}")`);
    await writeFile(join(folder, 'main.typ'), ['Səhifə', ...attached].join('\n'));
    const made = NodeCompiler.create({ workspace: folder }).pdf({ mainFilePath: join(folder, 'main.typ') });
    await rm(folder, { recursive: true });
    const found = await carriedInPdf(new Uint8Array(made));
    if (found instanceof Refusal) throw found;
    expect(found.jws).toBe(jws);
    expect(found.proofs.toSorted()).toEqual(proofs.toSorted());
  });

  test.each([
    ['length stated', object(`/Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length}`, packed)],
    [
      'length in another object',
      concat(
        object('/Type /EmbeddedFile /Length 9 0 R', utf8(`${jws}\n`), '\n\nendstream\nendobj\n'),
        utf8(`9 0 obj\n${jws.length}\nendobj\n`),
      ),
    ],
    ['length nowhere', object('/Type/EmbeddedFile/Filter[/FlateDecode]/Length 9 0 R', packed)],
    ['length wrong', object('/Length 3 /Type /EmbeddedFile /Filter /FlateDecode', packed)],
    ['no line end before endstream', object('/Type /EmbeddedFile /Filter /FlateDecode', packed, 'endstream endobj\n')],
    [
      'other dictionaries inside',
      object('/Params<</Size 3>>/Subtype/a#2fb/Type/EmbeddedFile/Filter/FlateDecode', packed, '\r\nendstream'),
    ],
    ['not packed', plain(`${jws}\n`)],
    ['saved twice', concat(plain(jws), plain(jws))],
  ])('%s', async (_, objects) => {
    expect(await carriedInPdf(pdf(objects))).toEqual({ jws, proofs: [] });
  });

  test('a proof of another form is passed over', async () => {
    const bent = proofs[0]!.replace('index 5', 'index 05');
    expect(await carriedInPdf(pdf(plain(jws), plain(bent), plain(proofs[1]!)))).toEqual({ jws, proofs: [proofs[1]] });
  });
});

describe('refused', () => {
  const codeOf = async (bytes: Uint8Array) => {
    const found = await carriedInPdf(bytes);
    return found instanceof Refusal ? found.code : found;
  };

  test.each([
    ['another file', utf8(jws)],
    ['a PDF without files', pdf()],
    ['a file of another kind', pdf(plain('<xml/>'))],
    ['text in the page alone', pdf(object('/Length 9', utf8(jws)))],
    ['an object that never ends', pdf(utf8(`7 0 obj <</Type /EmbeddedFile>> ${' '.repeat(9000)}`))],
    ['a filter that is not read', pdf(object('/Type/EmbeddedFile/Filter/LZWDecode', packed))],
    ['two filters', pdf(object('/Type/EmbeddedFile/Filter[/ASCIIHexDecode /FlateDecode]', packed))],
    ['bytes that are no DEFLATE', pdf(object('/Type/EmbeddedFile/Filter/FlateDecode', utf8(jws)))],
    ['a file behind 64 others', pdf(...Array.from({ length: 64 }, () => plain('x')), plain(jws))],
    ['a file above 1 MiB', pdf(plain('A'.repeat(1024 * 1024 + 1)))],
    ['a record above its limit', pdf(plain(`${'A'.repeat(262_144)}.A.A`))],
  ])('%s', async (_, bytes) => expect(await codeOf(bytes)).toBe('paper.no-record'));

  test('two records', async () => expect(await codeOf(pdf(plain(jws), plain(other.jws)))).toBe('paper.malformed'));
  test('33 MiB', async () => expect(await codeOf(new Uint8Array(maxPdfBytes + 1))).toBe('input.too-large'));

  test('bombs and millions of beginnings, in reasonable time', async () => {
    const bomb = object('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(new Uint8Array(1 << 27)));
    const before = performance.now();
    expect(await codeOf(pdf(...Array.from({ length: 64 }, () => bomb)))).toBe('paper.no-record');
    expect(await codeOf(pdf(utf8('7 0 obj <</Type /EmbeddedFile stream\n'.repeat(500_000))))).toBe('paper.no-record');
    expect(await codeOf(pdf(utf8(`/Type${' '.repeat(4_000_000)}`.repeat(4))))).toBe('paper.no-record');
    expect(performance.now() - before).toBeLessThan(4000);
  });

  test('whatever is cut out or put in, nothing is thrown', async () => {
    const good = pdf(object('/Type /EmbeddedFile /Filter /FlateDecode', packed), plain(proofs[0]!));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(40), fc.uint8Array({ maxLength: 8 }), async (at, cut, put) => {
        const found = await carriedInPdf(concat(good.subarray(0, at), put, good.subarray(at + cut)));
        expect(found instanceof Refusal || typeof found.jws === 'string').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
