/** The printed code as a picture whose pixels lie on its modules: drawn as shapes it takes a third of a page's time. */
import { crc32, deflateSync } from 'node:zlib';
import type { CodeImage } from './code-image.ts';

/** Pixels of a module's side: enough for a viewer to smooth its edges where a screen has fewer dots. */
const pixels = 3;
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Greyscale of one bit (ISO/IEC 15948). */
export function codePng({ rows }: Pick<CodeImage, 'rows'>): Uint8Array {
  const side = rows.length * pixels;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  // Each line begins with its filter: none.
  const length = 1 + Math.ceil(side / 8);
  const lines = Buffer.alloc(side * length);
  for (const [y, row] of rows.entries()) {
    const start = y * pixels * length;
    for (let x = 0; x < side; x++) {
      const byte = start + 1 + (x >> 3);
      if (!row[Math.floor(x / pixels)]) lines[byte] = lines[byte]! | (0x80 >> (x & 7));
    }
    for (let copy = 1; copy < pixels; copy++) lines.copyWithin(start + copy * length, start, start + length);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 1 })),
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
