import { type Refusal, refuse } from '../../../kernel/refusal.ts';

export interface Attribute {
  /** Local name; with `{namespace}` in front when it has one. */
  readonly name: string;
  readonly value: string;
  taken: boolean;
}

/** An element of a parsed document. `taken` is set by whoever has understood its text. */
export interface Element {
  /** Local name for UN/CEFACT elements of any prefix, `{namespace}local` for all others. */
  readonly name: string;
  readonly namespace: string;
  readonly parent: Element | undefined;
  readonly children: Element[];
  readonly attributes: readonly Attribute[];
  text: string;
  taken: boolean;
}

const maxElements = 100_000;
const maxNesting = 64;
const uncefact = 'urn:un:unece:uncefact:';
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const none: readonly Attribute[] = [];

type Namespaces = ReadonlyMap<string, string>;

/**
 * Builds the tree from text that libxml2 has parsed, found well-formed and written out itself: UTF-8, no document
 * type, no CDATA sections. Never give it text from outside.
 */
export function treeOf(xml: string): Element | Refusal {
  let namespaces: Namespaces = new Map();
  const outer: Namespaces[] = [];
  let root: Element | undefined;
  let open: Element | undefined;
  let count = 0;
  let at = 0;
  while (true) {
    const start = xml.indexOf('<', at);
    if (start === -1) break;
    if (open !== undefined && start > at) open.text += decode(xml.slice(at, start));
    const kind = xml.charCodeAt(start + 1);
    if (kind === 0x21 /* ! */) {
      at = after(xml, '-->', start);
    } else if (kind === 0x3f /* ? */) {
      at = after(xml, '?>', start);
    } else if (kind === 0x2f /* / */) {
      at = after(xml, '>', start);
      open = open?.parent;
      namespaces = outer.pop() ?? namespaces;
    } else {
      if (++count > maxElements) return refuse('input.too-large', { limit: maxElements });
      if (outer.length >= maxNesting) return refuse('input.too-deep', { limit: maxNesting });
      let end = start + 1;
      while (!endsName(xml.charCodeAt(end))) end++;
      const qualified = xml.slice(start + 1, end);
      let attributes = none;
      outer.push(namespaces);
      if (xml.charCodeAt(end) === 0x20) {
        const raw = rawAttributes(xml, end);
        end = raw.end;
        namespaces = declared(raw.pairs, namespaces);
        attributes = plainAttributes(raw.pairs, namespaces);
      }
      const namespace = namespaceOf(qualified, namespaces, true);
      const local = qualified.slice(qualified.indexOf(':') + 1);
      const name = namespace.startsWith(uncefact) ? local : `{${namespace}}${local}`;
      const element: Element = { name, namespace, parent: open, children: [], attributes, text: '', taken: false };
      if (open === undefined) root ??= element;
      else open.children.push(element);
      if (xml.charCodeAt(end) === 0x2f) {
        namespaces = outer.pop() as Namespaces;
        at = end + 2;
      } else {
        open = element;
        at = end + 1;
      }
    }
  }
  return root ?? refuse('xml.malformed');
}

const endsName = (code: number): boolean => code === 0x20 || code === 0x3e || code === 0x2f || Number.isNaN(code);

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

type Pair = readonly [name: string, value: string];

/** libxml2 writes each attribute as one blank, the name, an equals sign and a quoted value. */
function rawAttributes(xml: string, from: number): { pairs: readonly Pair[]; end: number } {
  const pairs: Pair[] = [];
  let at = from;
  while (xml.charCodeAt(at) === 0x20) {
    const equals = xml.indexOf('=', at);
    const quote = xml.charAt(equals + 1);
    const close = xml.indexOf(quote, equals + 2);
    pairs.push([xml.slice(at + 1, equals), decode(xml.slice(equals + 2, close))]);
    at = close + 1;
  }
  return { pairs, end: at };
}

function declared(pairs: readonly Pair[], outer: Namespaces): Namespaces {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of pairs) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inner ??= new Map(outer);
    inner.set(name.slice(6), value);
  }
  return inner ?? outer;
}

function plainAttributes(pairs: readonly Pair[], namespaces: Namespaces): readonly Attribute[] {
  const attributes: Attribute[] = [];
  for (const [name, value] of pairs) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const namespace = namespaceOf(name, namespaces, false);
    // Where a validator may find the schema: says nothing about the certificate.
    if (namespace === schemaInstance && name.endsWith('chemaLocation')) continue;
    const local = name.slice(name.indexOf(':') + 1);
    attributes.push({ name: namespace === '' ? name : `{${namespace}}${local}`, value, taken: false });
  }
  return attributes;
}

function namespaceOf(qualified: string, namespaces: Namespaces, element: boolean): string {
  const colon = qualified.indexOf(':');
  if (colon === -1) return element ? (namespaces.get('') ?? '') : '';
  return namespaces.get(qualified.slice(0, colon)) ?? '';
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** Element path with positions among siblings of the same name: what findings and unmapped content name. */
export function pathOf(element: Element): string {
  const { parent } = element;
  if (parent === undefined) return `/${element.name}`;
  const alike = parent.children.filter((child) => child.name === element.name);
  const place = alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  return `${pathOf(parent)}/${element.name}${place}`;
}
