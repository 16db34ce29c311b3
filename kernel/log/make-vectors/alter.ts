import { concat } from '../../bytes.ts';
import { formatNote, parseNote } from '../note.ts';
import { sound } from './sample.ts';

const ed25519Order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The last signature of a note, its bytes changed. */
export function changeLast(whole: string, change: (bytes: Uint8Array) => Uint8Array): string {
  const parsed = sound(parseNote(whole));
  const last = parsed.signatures.at(-1)!;
  return formatNote({
    text: parsed.text,
    signatures: [...parsed.signatures.slice(0, -1), { ...last, bytes: change(last.bytes) }],
  });
}

export function turnLastBit(bytes: Uint8Array): Uint8Array {
  return bytes.with(-1, bytes.at(-1)! ^ 1);
}

/** The other form of an Ed25519 signature: S + L. */
export function addOrder(bytes: Uint8Array): Uint8Array {
  const s = BigInt(`0x${bytes.slice(-32).reverse().toHex()}`) + ed25519Order;
  return concat(bytes.slice(0, -32), Uint8Array.fromHex(s.toString(16).padStart(64, '0')).reverse());
}
