/** Films for a browser's camera, made of pictures without any further program. */
import { writeFile } from 'node:fs/promises';

/** One byte for each pixel, row after row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Binary PGM (Netpbm P5, 8 bits), as pdftoppm writes it. */
export function readPgm(bytes: Uint8Array): Grey {
  const head = /^P5\s(?:#.*\n)*(\d+)\s(\d+)\s255\s/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
  if (!head) throw new Error('no PGM');
  const data = bytes.subarray(head[0].length);
  return { width: Number(head[1]), height: Number(head[2]), data };
}

export function rgba({ width, height, data }: Grey): { width: number; height: number; data: Uint8ClampedArray } {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) pixels.fill(data[at]!, at * 4, at * 4 + 3);
  return { width, height, data: pixels };
}

/** What lies around a point, as far as the picture goes; white beyond. */
export function cut(picture: Grey, centre: { x: number; y: number }, width: number, height: number): Grey {
  const data = new Uint8Array(width * height).fill(255);
  const left = Math.round(centre.x - width / 2);
  const top = Math.round(centre.y - height / 2);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = [left + x, top + y];
      if (fromX < 0 || fromY < 0 || fromX >= picture.width || fromY >= picture.height) continue;
      data[y * width + x] = picture.data[fromY * picture.width + fromX]!;
    }
  return { width, height, data };
}

/** The same picture over and over (YUV4MPEG2, 4:2:0). Sides are even. */
export async function writeFilm(path: string, { width, height, data }: Grey): Promise<void> {
  const colours = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), data, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, frame, frame, frame]));
}
