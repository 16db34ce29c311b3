/** The printed code as a picture whose pixels lie on its modules: drawn as shapes it takes a third of a page's time. */
import { crc32, deflateSync } from 'node:zlib';
import type { CodeImage } from './code-image.ts';

/** Pixels of a module's side: enough for a viewer to smooth its edges where a screen has fewer dots. */
const pixels = 3;
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Greyscale of 8 bits (ISO/IEC 15948). */
export function codePng({ rows }: Pick<CodeImage, 'rows'>): Uint8Array {
  const side = rows.length * pixels;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.alloc(side * (side + 1));
  for (const [y, row] of rows.entries())
    for (let copy = 0; copy < pixels; copy++) {
      // Each line begins with its filter: none.
      const start = (y * pixels + copy) * (side + 1) + 1;
      for (const [x, black] of row.entries()) lines.fill(black ? 0 : 255, start + x * pixels, start + (x + 1) * pixels);
    }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
