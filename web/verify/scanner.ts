/** A worker: finds the QR code in one picture at a time. */
import { decodeQR } from 'qr/decode.js';

export interface Picture {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** Time that optional attempts may take, milliseconds. */
  readonly patience: number;
}

export interface Scanned {
  readonly number: number;
  /** Undefined: no code was found. */
  readonly text?: string;
}

self.addEventListener('message', ({ data: picture }: MessageEvent<Picture>) => {
  const text = textIn(picture);
  const answer: Scanned = { number: picture.number, ...(text !== undefined && { text }) };
  self.postMessage(answer);
});

/** The decoder throws when it finds none. */
function textIn({ width, height, data, patience }: Picture): string | undefined {
  try {
    return decodeQR({ width, height, data }, { timeLimit: patience });
  } catch {
    return undefined;
  }
}
