import fc from 'fast-check';
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../kernel/refusal.ts';
import { openDocument } from './gate.ts';
import { type Element, treeOf } from './tree.ts';

interface Plain {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
  readonly children: readonly Plain[];
}

const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NOCDATA;

const clark = (namespace: string, name: string) => (namespace === '' ? name : `{${namespace}}${name}`);

/** What libxml2 itself says of the document, node by node. */
function byLibrary(element: XmlElement): Plain {
  const children = element.find('*').flatMap((node) => (node instanceof XmlElement ? [byLibrary(node)] : []));
  const text = element
    .find('text()')
    .map(({ content }) => content)
    .join('');
  const attributes = element.attrs.map((a): [string, string] => [clark(a.namespaceUri, a.name), a.value]);
  return { name: clark(element.namespaceUri, element.name), attributes, text: squeezed(text), children };
}

function byTree(element: Element): Plain {
  return {
    name: element.name.startsWith('{}') ? element.name.slice(2) : element.name,
    attributes: element.attributes.map(({ name, value }): [string, string] => [name, value]),
    text: squeezed(element.text),
    children: element.children.map(byTree),
  };
}

/** Blanks between tags are not kept by the tree and say nothing. */
const squeezed = (text: string): string => text.replace(/\s+/g, '');

const piece = fc.constantFrom(
  'a',
  'ş',
  '😀',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '&lt;',
  '&amp;',
  '&#13;',
  '&#x1F600;',
  '&#10;',
  '&quot;',
  '>',
  ']]',
  '"',
  "'",
  '<!-- <b> -->',
  '<![CDATA[<c>&amp;\r\n]]>',
  '<![CDATA[]]>',
  '<?p <d/> ?>',
  '=',
  '/',
  '/>',
);
const name = fc.constantFrom('a', 'p:b', 'q:c', 'x-y.z', 'ğ', 'p:ğ');
const blank = fc.constantFrom(' ', '\n', '\t ', '\r\n');
const attribute = fc
  .tuple(
    fc.constantFrom('u', 'v', 'p:w', 'xml:lang'),
    fc.constantFrom('"', "'"),
    fc.array(piece, { maxLength: 4 }),
    blank,
  )
  .map(([own, quote, pieces, gap]) => {
    const value = pieces.filter((p) => !p.startsWith('<') && !p.includes(quote)).join('');
    return [own, `${gap}${own}${gap}=${gap.trim()}${quote}${value}${quote}`] as const;
  });

const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 3, selector: ([own]) => own }),
      fc.boolean(),
      fc.array(fc.oneof({ maxDepth: 4, depthIdentifier: 'xml' }, piece, piece, tie('node')), { maxLength: 4 }),
      blank,
    )
    .map(([tag, attributes, declares, content, gap]) => {
      const declared = declares ? ` xmlns:p="urn:p2" xmlns="urn:un:unece:uncefact:${content.length}"` : '';
      const start = `${tag}${declared}${attributes.map(([, text]) => text).join('')}`;
      return content.length === 0 ? `<${start}${gap}/>` : `<${start}${gap}>${content.join('')}</${tag}${gap}>`;
    }),
})).node;

describe('the tree', () => {
  it('is the one libxml2 sees, whatever well-formed document comes', () => {
    let compared = 0;
    fc.assert(
      fc.property(element, fc.constantFrom('', '<?xml version="1.0"?>', '<!-- first -->\n'), (inner, prolog) => {
        const text = `${prolog}<root xmlns:p="urn:p" xmlns:q="urn:un:unece:uncefact:q">${inner}</root>`;
        let library: XmlDocument;
        try {
          library = XmlDocument.fromString(text, { option });
        } catch {
          return;
        }
        try {
          const tree = treeOf(text);
          if (tree instanceof Refusal) throw new Error(tree.code);
          expect(unnamed(byTree(tree))).toEqual(unnamed(byLibrary(library.root)));
          compared++;
        } finally {
          library.dispose();
        }
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});

/** UN/CEFACT elements are known by their local name alone. */
function unnamed(plain: Plain): Plain {
  const name = plain.name.replace(/^\{urn:un:unece:uncefact:[^}]*\}/, '');
  return { ...plain, name, children: plain.children.map(unnamed) };
}

describe('other encodings', () => {
  const russian = 'Томаты';
  const cp1251 = Uint8Array.from(russian, (letter) => letter.charCodeAt(0) - 0x0410 + 0xc0);
  const ascii = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

  it.each([
    ['windows-1251', [ascii('<?xml version="1.0" encoding="windows-1251"?><a>'), cp1251, ascii('</a>')]],
    ['UTF-16', [utf16(`<?xml version="1.0" encoding="UTF-16"?><a>${russian}</a>`)]],
    ['UTF-8 with a mark', [ascii(`\ufeff<?xml version="1.0" encoding="utf-8"?><a>${russian}</a>`)]],
  ])('%s is read', (_, parts) => {
    const root = openDocument(Uint8Array.from(parts.flatMap((part) => [...part])));
    expect(root instanceof Refusal ? root : root.text).toBe(russian);
  });

  it('hide no document type', () => {
    const root = openDocument(utf16('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'));
    expect(root).toMatchObject({ code: 'xml.doctype' });
  });
});

describe('the gate', () => {
  it('refuses what is too large, unread', () => {
    expect(openDocument(new Uint8Array(4 * 1024 * 1024 + 1))).toMatchObject({ code: 'input.too-large' });
  });

  it('refuses too many elements', () => {
    const text = `<a>${'<b/>'.repeat(100_001)}</a>`;
    expect(openDocument(new TextEncoder().encode(text))).toMatchObject({ code: 'input.too-large' });
  });

  it('never throws, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, tagged) => {
        const input = tagged ? Uint8Array.from([0x3c, 0x61, 0x3e, ...bytes, 0x3c, 0x2f, 0x61, 0x3e]) : bytes;
        const root = openDocument(input);
        expect(root instanceof Refusal || root.name.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
