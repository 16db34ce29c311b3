/** A worker: finds the QR code in one picture at a time. */
import { codeIn, type Raster } from './code-in-picture.ts';

export interface Picture extends Raster {
  readonly number: number;
  /** Time that optional attempts may take, milliseconds. */
  readonly patience: number;
  /** A still picture: worth more than one attempt. */
  readonly thorough: boolean;
}

export interface Scanned {
  readonly number: number;
  /** Undefined: no code was found. */
  readonly text?: string;
}

self.addEventListener('message', ({ data: picture }: MessageEvent<Picture>) => {
  const text = codeIn(picture, picture.patience, picture.thorough);
  const answer: Scanned = { number: picture.number, ...(text !== undefined && { text }) };
  self.postMessage(answer);
});
