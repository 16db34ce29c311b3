/** What a file is, by its first bytes and never by its name. Pure. */
import { fromUtf8 } from '../../kernel/bytes.ts';
import { isPdf } from '../../kernel/paper/attachments.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** Longest file that is opened, bytes. */
export const maxFileBytes = 32 * 1024 * 1024;

export type FileSort = 'pdf' | 'picture' | 'text' | 'unknown';

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x52, 0x49, 0x46, 0x46],
];

export function fileSort(bytes: Uint8Array): FileSort {
  if (isPdf(bytes)) return 'pdf';
  // `ftyp` of HEIC and AVIF, which some browsers open.
  if (ascii(bytes.subarray(4, 8)) === 'ftyp') return 'picture';
  if (pictures.some((magic) => magic.every((byte, index) => bytes[index] === byte))) return 'picture';
  return fromUtf8(bytes) instanceof Refusal ? 'unknown' : 'text';
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
