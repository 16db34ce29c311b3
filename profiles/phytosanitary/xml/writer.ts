/** Builds the text of a document. The namespaces are declared once, at the root. */
export class Writer {
  text = '';
  readonly annexes: ReadonlyMap<string, Uint8Array>;
  /** Digests of attachments that were not at hand. */
  readonly missing: string[] = [];

  constructor(annexes: ReadonlyMap<string, Uint8Array>) {
    this.annexes = annexes;
  }

  open(name: string, prefix = 'ram'): void {
    this.text += `<${prefix}:${name}>`;
  }

  close(name: string, prefix = 'ram'): void {
    this.text += `</${prefix}:${name}>`;
  }

  leaf(name: string, value: string, attributes = '', prefix = 'ram'): void {
    this.text += `<${prefix}:${name}${attributes}>${escapeText(value)}</${prefix}:${name}>`;
  }
}

export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
}

/** XML 1.0 §2.4; a carriage return would be lost to line-end handling (§2.11). */
export function escapeText(value: string): string {
  return /[&<>\r]/.test(value)
    ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
    : value;
}

/** Blanks other than the space would be normalised (§3.3.3). */
export function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');
}
