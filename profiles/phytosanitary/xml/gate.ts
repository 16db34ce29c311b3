import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Element, treeOf } from './tree.ts';

export const maxDocumentBytes = 4 * 1024 * 1024;

/** Never NOENT: it would put the content of entities, and with a provider of files, into the document. */
const options = {
  option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NOCDATA,
};

const doctype = [...'<!DOCTYPE'].map((letter) => letter.charCodeAt(0));

/**
 * The way in for a document from outside: size, document type, well-formedness, then the tree. The text is read
 * from what libxml2 wrote out, so that only one parser ever interprets the bytes received.
 */
export function openDocument(bytes: Uint8Array): Element | Refusal {
  if (bytes.length > maxDocumentBytes) return refuse('input.too-large', { limit: maxDocumentBytes });
  if (hasDoctype(bytes)) return refuse('xml.doctype');
  const text = wellFormed(bytes);
  return text instanceof Refusal ? text : treeOf(text);
}

function wellFormed(bytes: Uint8Array): string | Refusal {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, options);
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const { line = 0, col = 0 } = error.details[0] ?? {};
    const tooDeep = error.message.includes('Excessive depth');
    return refuse(tooDeep ? 'input.too-deep' : 'xml.malformed', { line, column: col });
  }
  try {
    return document.dtd === null ? document.toString({ format: false }) : refuse('xml.doctype');
  } finally {
    document.dispose();
  }
}

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
