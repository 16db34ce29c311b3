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
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const none: readonly Attribute[] = [];

interface Name {
  readonly qualified: string;
  readonly name: string;
  readonly namespace: string;
}

/**
 * Names under one set of namespace declarations. Each is resolved once and then found by a hash of its characters,
 * without cutting it out of the text again.
 */
interface Scope {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly names: (Name | undefined)[];
}

/**
 * Builds the tree of a document that libxml2 has already found well-formed and free of a document type; never
 * give it any other text. It reads the whole of XML 1.0 with namespaces that is left then, and so must see the
 * same tree as libxml2: tree.test.ts compares the two.
 */
export function treeOf(xml: string): Element | Refusal {
  const textOf = xml.includes('\r') ? (text: string) => decode(lineEnds(text)) : decode;
  let scope: Scope = { namespaces: new Map([['xml', xmlNamespace]]), names: [] };
  const outer: Scope[] = [];
  let root: Element | undefined;
  let open: Element | undefined;
  let count = 0;
  let at = 0;
  while (true) {
    let tag = skipBlanks(xml, at);
    // Most of what stands between tags is indentation and need not be cut out.
    if (xml.charCodeAt(tag) !== less) {
      tag = xml.indexOf('<', tag);
      if (tag === -1) break;
      if (open !== undefined) open.text += textOf(xml.slice(at, tag));
    }
    const mark = tag + 1;
    const kind = xml.charCodeAt(mark);
    if (kind === slash) {
      at = xml.indexOf('>', mark) + 1;
      open = open?.parent;
      scope = outer.pop() ?? scope;
    } else if (kind === question) {
      at = after(xml, '?>', mark);
    } else if (kind === exclamation) {
      if (xml.startsWith('[CDATA[', mark + 1)) {
        at = after(xml, ']]>', mark);
        if (open !== undefined) open.text += lineEnds(xml.slice(mark + 8, at - 3));
      } else at = after(xml, '-->', mark + 3);
    } else {
      if (++count > maxElements) return refuse('input.too-large', { limit: maxElements });
      if (outer.length >= maxNesting) return refuse('input.too-deep', { limit: maxNesting });
      let end = mark;
      let hash = 0;
      for (let c = xml.charCodeAt(end); !endsName(c); c = xml.charCodeAt(++end)) hash = (hash * 31 + c) & hashMask;
      let attributes = none;
      outer.push(scope);
      const nameEnd = end;
      const next = skipBlanks(xml, end);
      const code = xml.charCodeAt(next);
      if (code !== greater && code !== slash) {
        const raw = rawAttributes(xml, next);
        end = raw.end;
        scope = declared(raw.pairs, scope, open === undefined);
        attributes = plainAttributes(raw.pairs, scope);
      } else end = next;
      const { name, namespace } = resolved(xml, mark, nameEnd, hash, scope);
      const element: Element = { name, namespace, parent: open, children: [], attributes, text: '', taken: false };
      if (open === undefined) root ??= element;
      else open.children.push(element);
      if (xml.charCodeAt(end) === slash) {
        scope = outer.pop() ?? scope;
        at = end + 2;
      } else {
        open = element;
        at = end + 1;
      }
    }
  }
  return root ?? refuse('xml.malformed');
}

const hashMask = 0xfff;
const maxCachedName = 100;

const exclamation = 0x21;
const slash = 0x2f;
const less = 0x3c;
const equals = 0x3d;
const greater = 0x3e;
const question = 0x3f;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** True past the end of the text too, where the code is not a number. */
const endsName = (code: number): boolean =>
  !(code > question) && (code === greater || code === slash || code === equals || isBlank(code) || Number.isNaN(code));

function skipBlanks(xml: string, from: number): number {
  let at = from;
  while (isBlank(xml.charCodeAt(at))) at++;
  return at;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

type Pair = readonly [name: string, value: string];

function rawAttributes(xml: string, from: number): { pairs: readonly Pair[]; end: number } {
  const pairs: Pair[] = [];
  let at = from;
  while (at < xml.length && xml.charCodeAt(at) !== greater && xml.charCodeAt(at) !== slash) {
    let end = at;
    while (!endsName(xml.charCodeAt(end))) end++;
    const name = xml.slice(at, end);
    const quote = skipBlanks(xml, skipBlanks(xml, end) + 1);
    const close = xml.indexOf(xml.charAt(quote), quote + 1);
    pairs.push([name, decode(attributeBlanks(xml.slice(quote + 1, close)))]);
    at = skipBlanks(xml, close + 1);
  }
  return { pairs, end: at };
}

/**
 * The last outermost scope, since documents of one system declare the same prefixes every time. It holds at most
 * 4096 short names, all of them copies, so that no document is kept alive by its names.
 */
let lastOutermost: { readonly declarations: string; readonly scope: Scope } | undefined;

function declared(pairs: readonly Pair[], outer: Scope, outermost: boolean): Scope {
  const own = pairs.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  const declarations = outermost ? JSON.stringify(own) : '';
  if (outermost && lastOutermost?.declarations === declarations) return lastOutermost.scope;
  const namespaces = new Map(outer.namespaces);
  for (const [name, value] of own) namespaces.set(name.slice(6), value);
  const scope: Scope = { namespaces, names: [] };
  if (outermost && declarations.length < 2000) lastOutermost = { declarations, scope };
  return scope;
}

function plainAttributes(pairs: readonly Pair[], { namespaces }: Scope): readonly Attribute[] {
  const attributes: Attribute[] = [];
  for (const [name, value] of pairs) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const colon = name.indexOf(':');
    const namespace = colon === -1 ? '' : (namespaces.get(name.slice(0, colon)) ?? '');
    // Where a validator may find the schema: says nothing about the certificate.
    if (namespace === schemaInstance && name.endsWith('chemaLocation')) continue;
    const own = namespace === '' ? name : `{${namespace}}${name.slice(colon + 1)}`;
    attributes.push({ name: own, value, taken: false });
  }
  return attributes;
}

function resolved(xml: string, from: number, to: number, hash: number, { names, namespaces }: Scope): Name {
  const known = names[hash];
  if (known !== undefined && known.qualified.length === to - from && xml.startsWith(known.qualified, from))
    return known;
  const qualified = interned(xml.slice(from, to));
  const colon = qualified.indexOf(':');
  const namespace = namespaces.get(colon === -1 ? '' : qualified.slice(0, colon)) ?? '';
  const local = qualified.slice(colon + 1);
  const name = interned(namespace.startsWith(uncefact) ? local : `{${namespace}}${local}`);
  const found = { qualified, name, namespace };
  if (qualified.length <= maxCachedName) names[hash] = found;
  return found;
}

/** The engine's one copy of a property name: comparing it with a name in the code compares two pointers. */
function interned(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name;
}

/** XML 1.0 §2.11. */
const lineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** XML 1.0 §3.3.3, before references are resolved. */
const attributeBlanks = (text: string): string => (/[\t\n\r]/.test(text) ? text.replace(/\r\n|[\t\n\r]/g, ' ') : text);

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
