/** Draws the printed code: a QR code of level M, as one path. */
import { encodeQR } from 'qr';

/** White modules around the code, without which it is not found (ISO/IEC 18004 §5.3.8). */
const quietZone = 4;

export interface CodeImage {
  /** A square drawing, its quiet zone in: white ground, black modules. No script, style or outside reference. */
  readonly svg: string;
  /** The same, module by module: true where it is black. */
  readonly rows: readonly (readonly boolean[])[];
  /** Modules of a side, without the quiet zone. */
  readonly modules: number;
  /** Times the side that a `PrintedCode` states, it is the side of the drawing. */
  readonly scale: number;
}

/** In alphanumeric mode, unless a character has no place in it. */
export function codeImage(text: string): CodeImage {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const side = rows.length;
  const modules = side - 2 * quietZone;
  const path = rows.map(rowPath).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
  return { svg, rows, modules, scale: side / modules };
}

/** One rectangle for each run of black modules. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const from = x;
    while (row[x] === true) x++;
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
  }
  return path;
}
