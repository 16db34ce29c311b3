import { describe, expect, it } from 'vitest';
import { portableCrypto } from '../../../kernel/crypto-portable.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mediaTypeOf } from './attachments.ts';
import { spsCertificate } from './format.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 invented');
const digest = portableCrypto.sha256(pdf).toHex();
const claims = {
  number: 'N1',
  issued: '2026-11-10',
  exportCountry: { code: 'AZ' },
  importCountry: { code: 'RU' },
  lines: [{ sequence: 1 }],
  documents: [
    { relationship: 'AWR', attachments: [{ digest, mediaType: 'application/pdf', name: 'original "1".pdf' }] },
  ],
};

function written(): string {
  const bytes = spsCertificate.write('certificate', claims, new Map([[digest, pdf]]));
  if (bytes instanceof Refusal) throw new Error(bytes.code);
  return new TextDecoder().decode(bytes);
}

function read(text: string) {
  const reading = spsCertificate.read(new TextEncoder().encode(text));
  if (reading instanceof Refusal) throw new Error(reading.code);
  return reading;
}

describe('attachments', () => {
  it('become annexes with name, type and digest', () => {
    const { claims: again, annexes } = read(written());
    expect(again).toEqual(claims);
    expect(annexes).toEqual([{ name: 'original "1".pdf', mediaType: 'application/pdf', bytes: pdf }]);
  });

  it('are typed by content, with a warning when the document says otherwise', () => {
    const { claims: again, findings } = read(written().replace('application/pdf', 'image/png'));
    expect(again['documents']).toEqual(claims.documents);
    expect(findings.map(({ code }) => code)).toContain('xml-attachment-type');
    expect(again['unmapped']).toEqual([
      {
        path: '/SPSCertificate/SPSExchangedDocument/ReferenceSPSReferencedDocument/AttachmentBinaryObject',
        attributes: [{ name: 'mimeCode', value: 'image/png' }],
      },
    ]);
  });

  it('that are not base64 are kept as text', () => {
    const { claims: again, annexes } = read(written().replace(pdf.toBase64(), '***'));
    expect(annexes).toEqual([]);
    expect(JSON.stringify(again['unmapped'])).toContain('***');
  });

  it('must be at hand for writing', () => {
    expect(spsCertificate.write('certificate', claims, new Map())).toMatchObject({ code: 'record.annex-missing' });
  });

  it.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x47, 0x49, 0x46, 0x38, 0x39], 'image/gif'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
    [[0x4d, 0x5a], 'application/octet-stream'],
    [[], 'application/octet-stream'],
  ])('%j is %s', (start, type) => {
    expect(mediaTypeOf(Uint8Array.from(start))).toBe(type);
  });
});
