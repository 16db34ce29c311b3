/** What a text that a person gave says. Pure. */
import type { Crypto } from '../../kernel/crypto.ts';
import { carriedInPdf } from '../../kernel/paper/attachments.ts';
import { type Carried, type CodeLink, type Dictionary, readCode } from '../../kernel/paper/code.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Trouble, troubleOf } from './trouble.ts';

export type Given =
  | { readonly kind: 'carried'; readonly carried: Carried }
  | { readonly kind: 'link'; readonly link: CodeLink }
  | { readonly kind: 'evidence'; readonly text: string };

/** Of a file, of the clipboard, or of a scanned code. */
export async function readText(
  given: string,
  dictionaries: readonly Dictionary[],
  crypto: Crypto,
): Promise<Given | Trouble> {
  const text = given.trim();
  if (text === '') return new Trouble('input-empty');
  if (text.startsWith('{')) return { kind: 'evidence', text };
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/.test(text))
    return { kind: 'carried', carried: { jws: text, proofs: [] } };
  const read = await readCode(text, dictionaries, crypto);
  if (read instanceof Refusal) return troubleOf(read);
  return 'jws' in read ? { kind: 'carried', carried: read } : { kind: 'link', link: read };
}

/** The record that a PDF carries, with the proofs beside it. */
export async function readPdf(bytes: Uint8Array): Promise<Given | Trouble> {
  const carried = await carriedInPdf(bytes);
  if (!(carried instanceof Refusal)) return { kind: 'carried', carried };
  return carried.code === 'paper.malformed' ? new Trouble('input-pdf-two', carried) : troubleOf(carried);
}
