import { portableCrypto } from '../../../kernel/crypto-portable.ts';
import type { Finding, Severity } from '../../../kernel/finding.ts';
import type { Reading } from '../../../kernel/format.ts';
import type { RefusalDetail } from '../../../kernel/refusal.ts';
import type { Unmapped } from '../claims/certificate.ts';
import type { ReaderCode } from '../findings/index.ts';
import { type Element, pathOf } from './tree.ts';

export type Annex = Reading['annexes'][number];

/** What reading one document gathers besides the claims. */
export class Reader {
  readonly findings: Finding[] = [];
  readonly annexes: Annex[] = [];

  report(code: ReaderCode, severity: Severity, element: Element, detail?: RefusalDetail, child = ''): void {
    const path = pathOf(element) + (child === '' ? '' : `/${child}`);
    this.findings.push(detail === undefined ? { code, severity, path } : { code, severity, path, detail });
  }

  /** Keeps an annex once and gives its digest. */
  keep(name: string, mediaType: string, bytes: Uint8Array): string {
    this.annexes.push({ name, mediaType, bytes });
    return portableCrypto.sha256(bytes).toHex();
  }
}

/** Gives an element and all below it back to the unmapped content. */
export function release(element: Element): void {
  element.taken = false;
  for (const attribute of element.attributes) attribute.taken = false;
  for (const child of element.children) release(child);
}

/** All content that nobody took, in document order. */
export function unmappedOf(root: Element): Unmapped[] {
  const found: Unmapped[] = [];
  visit(root, found);
  return found;
}

function visit(element: Element, found: Unmapped[]): void {
  const text = element.taken ? '' : element.text.trim();
  const attributes = element.attributes
    .filter((attribute) => !attribute.taken)
    .map(({ name, value }) => ({ name, value }));
  const forgotten = !element.taken && element.children.length === 0;
  if (text !== '' || attributes.length > 0 || forgotten) {
    found.push({
      path: pathOf(element),
      ...(text === '' ? {} : { text }),
      ...(attributes.length === 0 ? {} : { attributes }),
    });
  }
  for (const child of element.children) visit(child, found);
}
