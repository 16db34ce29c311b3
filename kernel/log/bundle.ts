import { type Refusal, refuse } from '../refusal.ts';
import { tileWidth } from './tile.ts';
import { entryLength } from './tree.ts';

// C2SP tlog-tiles, "Log entries": each entry preceded by its length as a big-endian uint16. Here always 32.

const recordLength = 2 + entryLength;

/** A bundle of 1 to 256 entries of 32 bytes. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.length * recordLength);
  for (const [i, entry] of entries.entries()) {
    bundle[i * recordLength + 1] = entryLength;
    bundle.set(entry, i * recordLength + 2);
  }
  return bundle;
}

/** The entries of a bundle that must hold exactly `width` of them. */
export function decodeBundle(bundle: Uint8Array, width: number): Uint8Array[] | Refusal {
  if (width < 1 || width > tileWidth || bundle.length !== width * recordLength) return refuse('log.malformed-bundle');
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; at += recordLength) {
    if (bundle[at] !== 0 || bundle[at + 1] !== entryLength) return refuse('log.malformed-bundle');
    entries.push(new Uint8Array(bundle.subarray(at + 2, at + recordLength)));
  }
  return entries;
}
