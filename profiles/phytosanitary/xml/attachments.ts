import type { Static } from 'typebox';
import type { Attachment as AttachmentSchema, ReferencedDocument } from '../claims/party.ts';
import { RecordId, Text, Token } from '../claims/text.ts';
import { type Codec, complex, fieldsOf, isNull } from './codec.ts';
import { attributeOf, code, formOf, moment, text, token } from './leaf.ts';
import { attribute } from './writer.ts';

type Attachment = Static<typeof AttachmentSchema>;

const signatures: readonly (readonly [mediaType: string, start: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The media type by content, never by what the document says of it. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const found = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? 'application/octet-stream';
}

const sameType = (stated: string, found: string): boolean =>
  stated.toLowerCase() === found || (stated.toLowerCase() === 'image/jpg' && found === 'image/jpeg');

const attachment: Codec<Attachment> = {
  read(element, reader) {
    let bytes: Uint8Array;
    try {
      bytes = Uint8Array.fromBase64(element.text);
    } catch {
      reader.report('xml-unreadable', 'warn', element, { value: element.text.trim().slice(0, 20) });
      return undefined;
    }
    if (bytes.length === 0) return undefined;
    const mediaType = mediaTypeOf(bytes);
    const stated = attributeOf(element, 'mimeCode');
    if (stated !== undefined && sameType(stated.value, mediaType)) stated.taken = true;
    else if (stated !== undefined || mediaType === 'application/octet-stream') {
      reader.report('xml-attachment-type', 'warn', element, { stated: stated?.value ?? '', found: mediaType });
    }
    const filename = attributeOf(element, 'filename');
    const name = filename?.value.replace(/\s+/g, ' ').trim() ?? '';
    const named = name !== '' && name.length <= 255 && !isNull(name) && !name.includes('\u007f');
    if (named && filename !== undefined) filename.taken = true;
    element.taken = true;
    const digest = reader.keep(named ? name : '', mediaType, bytes);
    return named ? { digest, mediaType, name } : { digest, mediaType };
  },
  write({ digest, mediaType, name }, element, writer) {
    const bytes = writer.annexes.get(digest);
    if (bytes === undefined) writer.missing.push(digest);
    else writer.leaf(element, bytes.toBase64(), attribute('mimeCode', mediaType) + attribute('filename', name));
  },
};

const r = fieldsOf<ReferencedDocument>();
export const referencedDocument: Codec<ReferencedDocument> = complex<ReferencedDocument>(
  [
    r.one('IssueDateTime', 'issued', moment),
    r.one('TypeCode', 'type', code(/^[0-9A-Z]{1,3}$/)),
    r.one('RelationshipTypeCode', 'relationship', code(/^[A-Z]{2,3}$/)),
    r.one('ID', 'number', token(Token(100))),
    r.many('AttachmentBinaryObject', 'attachments', attachment),
    r.one('Information', 'information', text(Text(2000))),
  ],
  [],
);

const recordId = formOf(RecordId);
const recordScheme = 'samur-record';
/** UN 1001: test report. */
const testReport = '4';

/** Laboratory results are test reports whose number is the id of their record. */
export const laboratoryResult: Codec<string> = {
  read(element) {
    const [type, id, ...others] = element.children;
    const scheme = id === undefined ? undefined : attributeOf(id, 'schemeID');
    if (type?.name !== 'TypeCode' || type.text.trim() !== testReport || id?.name !== 'ID') return undefined;
    const value = id.text.trim();
    if (others.length > 0 || scheme?.value !== recordScheme || !recordId.test(value)) return undefined;
    for (const one of [type, id, scheme]) one.taken = true;
    return value;
  },
  write(value, element, writer) {
    writer.open(element);
    writer.leaf('TypeCode', testReport);
    writer.leaf('ID', value, attribute('schemeID', recordScheme));
    writer.close(element);
  },
};
