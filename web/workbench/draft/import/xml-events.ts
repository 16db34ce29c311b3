/**
 * Reads the XML of workbooks: elements, attributes, text. Strict, and without anything that could run away: no DOCTYPE,
 * no entities but the five of XML 1.0 and characters by number.
 */

export interface XmlHandler {
  /** Names come without their prefix. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

export class BadXml extends Error {}

const name = '[A-Za-z_][A-Za-z0-9._-]*(?::[A-Za-z_][A-Za-z0-9._-]*)?';
const tag = new RegExp(`^<(/?)(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>$`);
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');
const mostDepth = 60;

export function readXml(text: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) {
      const between = text.slice(at, end);
      if (open.length > 0) handler.text(unescaped(between));
      else if (between.replace(/^\uFEFF/, '').trim() !== '') throw new BadXml('text outside of the document');
    }
    if (next < 0) break;
    at = markup(text, next, open, handler);
  }
  if (open.length > 0) throw new BadXml('the document ends too early');
}

/** Gives the place behind what begins at `from`. */
function markup(text: string, from: number, open: string[], handler: XmlHandler): number {
  if (text.startsWith('<!--', from)) return behind(text, '-->', from + 4);
  if (text.startsWith('<?', from)) return behind(text, '?>', from + 2);
  if (text.startsWith('<![CDATA[', from)) {
    const end = behind(text, ']]>', from + 9);
    handler.text(text.slice(from + 9, end - 3));
    return end;
  }
  const end = behind(text, '>', from + 1);
  const [, closing, full = '', attributes = '', single] = tag.exec(text.slice(from, end)) ?? [];
  // Also a DOCTYPE, and a `>` in an attribute, which no workbook writes.
  if (full === '') throw new BadXml('not an element');
  const local = full.slice(full.indexOf(':') + 1);
  if (closing === '/') {
    if (open.pop() !== full || attributes !== '' || single === '/') throw new BadXml('elements cross');
    handler.close(local);
    return end;
  }
  handler.open(local, attributesIn(attributes));
  if (single === '/') handler.close(local);
  else if (open.push(full) > mostDepth) throw new BadXml('too deep');
  return end;
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, key = '', double, single] of text.matchAll(attribute))
    found.set(key, unescaped(double ?? single ?? ''));
  return found;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new BadXml('something does not end');
  return at + mark.length;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (whole, code: string) => {
    const known = Object.hasOwn(entities, code) ? entities[code] : undefined;
    if (known !== undefined && whole.endsWith(';')) return known;
    const [, hex, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(code) ?? [];
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (!whole.endsWith(';') || !(point > 0 && point <= 0x10ffff)) throw new BadXml('an entity that is none');
    return String.fromCodePoint(point);
  });
}
