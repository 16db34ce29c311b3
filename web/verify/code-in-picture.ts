/** The text of the QR code in a picture. */
import { decodeQR } from 'qr/decode.js';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Pictures with a longer side are not enlarged: their code is large enough, or something else is wrong. */
const enlargeUpTo = 2200;

/**
 * Undefined when no code is found. `patience`: milliseconds for attempts that are seldom needed; `thorough`: a blurred
 * picture is also tried twice as large and sharpened.
 */
export function codeIn(picture: Raster, patience: number, thorough: boolean): string | undefined {
  const found = decoded(picture, patience);
  const small = Math.max(picture.width, picture.height) <= enlargeUpTo;
  return found === undefined && thorough && small ? decoded(enlarged(picture), patience) : found;
}

/** The decoder throws when it finds none. */
function decoded(picture: Raster, patience: number): string | undefined {
  try {
    return decodeQR(picture, { timeLimit: patience });
  } catch {
    return undefined;
  }
}

/** Twice as large, in grey, its edges steeper: what a scanner blurred has less than three pixels a module. */
export function enlarged({ width, height, data }: Raster): Raster {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++)
    grey[i] = (data[4 * i]! * 77 + data[4 * i + 1]! * 150 + data[4 * i + 2]! * 29) / 256;
  const [wide, high] = [2 * width, 2 * height];
  const large = new Float32Array(wide * high);
  for (let y = 0; y < high; y++) {
    const top = (y - 0.5) / 2;
    for (let x = 0; x < wide; x++) large[y * wide + x] = between(grey, width, height, (x - 0.5) / 2, top);
  }
  const soft = averaged(large, wide, high);
  const sharp = new Uint8ClampedArray(4 * large.length);
  for (let i = 0; i < large.length; i++) {
    sharp.fill(large[i]! + sharpness * (large[i]! - soft[i]!), 4 * i, 4 * i + 3);
    sharp[4 * i + 3] = 255;
  }
  return { width: wide, height: high, data: sharp };
}

const sharpness = 2;
const radius = 3;

/** Bilinear. */
function between(grey: Float32Array, width: number, height: number, x: number, y: number): number {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const right = Math.min(width - 1, left + 1);
  const below = Math.min(height - 1, top + 1);
  const across = Math.max(0, x - left);
  const down = Math.max(0, y - top);
  const upper = grey[top * width + left]! * (1 - across) + grey[top * width + right]! * across;
  const lower = grey[below * width + left]! * (1 - across) + grey[below * width + right]! * across;
  return upper * (1 - down) + lower * down;
}

/** Mean of the square of pixels around each, by running sums first along rows, then along columns. */
function averaged(grey: Float32Array, width: number, height: number): Float32Array {
  const rows = running(grey, height, width, width, 1);
  return running(rows, width, height, 1, width);
}

/** `lines` lines of `length` pixels; `next` steps between lines, `step` between the pixels of one. */
function running(grey: Float32Array, lines: number, length: number, next: number, step: number): Float32Array {
  const mean = new Float32Array(grey.length);
  for (let line = 0; line < lines; line++) {
    const at = (place: number) => grey[line * next + Math.min(length - 1, Math.max(0, place)) * step]!;
    let sum = 0;
    for (let place = -radius; place <= radius; place++) sum += at(place);
    for (let place = 0; place < length; place++) {
      mean[line * next + place * step] = sum / (2 * radius + 1);
      sum += at(place + radius + 1) - at(place - radius);
    }
  }
  return mean;
}
