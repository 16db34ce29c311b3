/** Reading codes from pictures, in a worker, so that the page never stands still. */
import type { Picture, Scanned } from './scanner.ts';
import { trustedPath } from './trusted-path.ts';

/** Of the built worker, put in by the build. */
declare const SCANNER_PATH: string;

/** Longest side that is read as it is; larger ones are only read smaller. */
const largest = 4000;
/** Milliseconds that a photograph's optional attempts may take. */
const photographPatience = 1500;

export class Scanner {
  readonly #worker = new Worker(trustedPath(SCANNER_PATH), { type: 'module' });
  readonly #waiting = new Map<number, (text: string | undefined) => void>();
  #number = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data: { number, text } }: MessageEvent<Scanned>) => {
      this.#waiting.get(number)?.(text);
      this.#waiting.delete(number);
    });
    this.#worker.addEventListener('error', () => {
      for (const answer of this.#waiting.values()) answer(undefined);
      this.#waiting.clear();
    });
  }

  /** The text of the code; undefined when none is found. */
  read({ width, height, data }: ImageData, patience: number, thorough = false): Promise<string | undefined> {
    const picture: Picture = { number: ++this.#number, width, height, data, patience, thorough };
    return new Promise((resolve) => {
      this.#waiting.set(picture.number, resolve);
      this.#worker.postMessage(picture, [data.buffer]);
    });
  }

  /** A photograph or a drawn page: in growing steps, since a large one is seldom read best as it is. */
  async readFile(
    file: Blob,
  ): Promise<
    { readonly kind: 'read'; readonly text: string } | { readonly kind: 'no-code' } | { readonly kind: 'broken' }
  > {
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(file);
    } catch {
      return { kind: 'broken' };
    }
    const longest = Math.max(bitmap.width, bitmap.height);
    const steps = [1000, 1600, 2400, 3600].filter((side) => side < longest * 0.9);
    if (longest <= largest) steps.push(longest);
    for (const side of steps) {
      const isWhole = side === longest;
      const text = await this.read(drawn(bitmap, side / longest), photographPatience, isWhole);
      if (text !== undefined) return { kind: 'read', text };
    }
    return { kind: 'no-code' };
  }
}

function drawn(bitmap: ImageBitmap, scale: number): ImageData {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is transparent in a picture is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
