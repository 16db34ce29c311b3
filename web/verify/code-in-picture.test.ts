import { encodeQR } from 'qr';
import { describe, expect, test } from 'vitest';
import { codeIn, enlarged, type Raster } from './code-in-picture.ts';

const text = `SMR1:${'0A1B$ %*+-./:'.repeat(60)}`;

/** A code of so many pixels a module, each pixel the mean of those up to `blur` away. */
function drawn(pixels: number, blur: number): Raster {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 6 });
  const side = Math.floor(rows.length * pixels);
  const dark = (x: number, y: number) => rows[Math.floor(y / pixels)]?.[Math.floor(x / pixels)] === true;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (let dy = -blur; dy <= blur; dy++)
        for (let dx = -blur; dx <= blur; dx++) sum += dark(x + dx, y + dy) ? 0 : 255;
      data.fill(sum / (2 * blur + 1) ** 2, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  return { width: side, height: side, data };
}

describe('the code in a picture', () => {
  test('is read when it is drawn well, without a second look', () => {
    expect(codeIn(drawn(4, 0), 1000, false)).toBe(text);
  });

  test('is read when blurred, by the second look alone', () => {
    const blurred = drawn(2.6, 1);
    expect(codeIn(blurred, 1000, false)).toBeUndefined();
    expect(codeIn(blurred, 1000, true)).toBe(text);
  });

  test('is none where there is none', () => {
    const data = new Uint8ClampedArray(200 * 200 * 4).fill(255);
    expect(codeIn({ width: 200, height: 200, data }, 200, true)).toBeUndefined();
  });
});

test('an enlarged picture is twice as large, opaque, and keeps what is even', () => {
  const data = new Uint8ClampedArray(3 * 2 * 4).fill(90);
  const large = enlarged({ width: 3, height: 2, data });
  expect([large.width, large.height, large.data.length]).toEqual([6, 4, 96]);
  for (let i = 0; i < 24; i++) expect([...large.data.slice(4 * i, 4 * i + 4)]).toEqual([90, 90, 90, 255]);
});
