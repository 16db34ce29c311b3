/** Draws the printed code: a QR code of level M. */
import { encodeQR } from 'qr';

/** White modules around the code, without which it is not found (ISO/IEC 18004 §5.3.8). */
const quietZone = 4;

export interface CodeImage {
  /** Module by module, the quiet zone in: true where it is black. */
  readonly rows: readonly (readonly boolean[])[];
  /** Modules of a side, without the quiet zone. */
  readonly modules: number;
  /** Times the side that a `PrintedCode` states, it is the side of the whole. */
  readonly scale: number;
}

/** In alphanumeric mode, unless a character has no place in it. */
export function codeImage(text: string): CodeImage {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const side = rows.length;
  const modules = side - 2 * quietZone;
  return { rows, modules, scale: side / modules };
}
