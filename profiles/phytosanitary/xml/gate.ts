import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { fromUtf8 } from '../../../kernel/bytes.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Element, treeOf } from './tree.ts';

export const maxDocumentBytes = 4 * 1024 * 1024;

/** Never NOENT: it would put the content of entities, and with a provider of files, into the document. */
const safe = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_COMPACT;
/** Blanks may go where only the verdict of libxml2 counts, CDATA sections where its output is read. */
const judging = { option: safe | ParseOption.XML_PARSE_NOBLANKS };
const transcoding = { option: safe | ParseOption.XML_PARSE_NOCDATA };

/** The way in for a document from outside: size, document type, well-formedness by libxml2, then the tree. */
export function openDocument(bytes: Uint8Array): Element | Refusal {
  if (bytes.length > maxDocumentBytes) return refuse('input.too-large', { limit: maxDocumentBytes });
  const plain = plainText(bytes);
  if (plain === undefined ? hasDoctype(bytes) : plain.includes('<!DOCTYPE')) return refuse('xml.doctype');
  const text = wellFormed(bytes, plain);
  return text instanceof Refusal ? text : treeOf(text);
}

/** The text when it is UTF-8 beyond doubt; every other encoding is read from what libxml2 writes out. */
function plainText(bytes: Uint8Array): string | undefined {
  const text = fromUtf8(bytes);
  // UTF-16 and UTF-32 are told by a zero among the first bytes (XML 1.0 appendix F).
  if (text instanceof Refusal || text.slice(0, 4).includes('\u0000')) return undefined;
  const stated = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
  const utf8 = stated === undefined ? !text.slice(0, 200).includes('encoding') : /^utf-?8$/i.test(stated);
  return utf8 ? text : undefined;
}

/** The text to build the tree from, once libxml2 has accepted the bytes. */
function wellFormed(bytes: Uint8Array, plain: string | undefined): string | Refusal {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, plain === undefined ? transcoding : judging);
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const { line = 0, col = 0 } = error.details[0] ?? {};
    const tooDeep = error.message.includes('Excessive depth');
    return refuse(tooDeep ? 'input.too-deep' : 'xml.malformed', { line, column: col });
  }
  try {
    if (document.dtd !== null) return refuse('xml.doctype');
    return plain ?? document.toString({ format: false });
  } finally {
    document.dispose();
  }
}

const doctype = [...'<!DOCTYPE'].map((letter) => letter.charCodeAt(0));

/** Zero bytes are passed over, so that UTF-16 and UTF-32 are seen too. */
function hasDoctype(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1)) {
    let matched = 1;
    for (let next = at + 1; matched < doctype.length && next < bytes.length; next++) {
      if (bytes[next] === 0) continue;
      if (bytes[next] !== doctype[matched]) break;
      matched++;
    }
    if (matched === doctype.length) return true;
  }
  return false;
}
