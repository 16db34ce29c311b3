/** The camera: frames go to the scanner until a code is read; it stops whenever nobody looks. */
import type { Scanner } from './scan.ts';
import type { Word } from './speech.ts';

/** Milliseconds that the scanner may take over one frame beyond the first attempt. */
const framePatience = 60;
/** Side of the square taken from the middle of the picture, pixels: enough for the largest code at a hand's distance. */
const frameSide = 960;

export interface CameraEvents {
  says(word: Word): void;
  read(text: string): void;
  stopped(): void;
  /** A light that can be switched. */
  light(): void;
}

export class Camera {
  readonly #video: HTMLVideoElement;
  readonly #scanner: Scanner;
  readonly #events: CameraEvents;
  #stream: MediaStream | undefined;
  #lit = false;
  /** Goes up with every start and stop: a start that was overtaken ends. */
  #turn = 0;

  constructor(video: HTMLVideoElement, scanner: Scanner, events: CameraEvents) {
    this.#video = video;
    this.#scanner = scanner;
    this.#events = events;
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && this.#stream) this.stop();
    });
  }

  async start(): Promise<void> {
    const turn = ++this.#turn;
    if (navigator.mediaDevices === undefined) return this.#events.says('camera-insecure');
    this.#events.says('camera-starting');
    const stream = await open();
    if (typeof stream === 'string') return this.#events.says(stream);
    if (turn !== this.#turn) return release(stream);
    this.#stream = stream;
    this.#video.srcObject = stream;
    try {
      await this.#video.play();
    } catch {
      // Taken away while it started: `stop` has run.
      return;
    }
    this.#events.says('camera-looking');
    const [track] = stream.getVideoTracks();
    if (track && 'torch' in (track.getCapabilities?.() ?? {})) this.#events.light();
    await this.#look(turn);
  }

  stop(): void {
    this.#turn++;
    if (this.#stream) release(this.#stream);
    this.#stream = undefined;
    this.#lit = false;
    this.#video.srcObject = null;
    this.#events.stopped();
  }

  /** Gives whether it is on now. */
  async switchLight(): Promise<boolean> {
    const [track] = this.#stream?.getVideoTracks() ?? [];
    // The light stands in no list of types yet (W3C Media Capture, Image extension).
    const constraint: MediaTrackConstraintSet & { torch: boolean } = { torch: !this.#lit };
    try {
      await track?.applyConstraints({ advanced: [constraint] });
      this.#lit = !this.#lit;
    } catch {
      // Some cameras say that they have a light and cannot switch it.
    }
    return this.#lit;
  }

  async #look(turn: number): Promise<void> {
    const canvas = new OffscreenCanvas(frameSide, frameSide);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    while (turn === this.#turn) {
      const { videoWidth: width, videoHeight: height } = this.#video;
      const side = Math.min(width, height);
      if (side > 0) {
        const to = Math.min(frameSide, side);
        context.drawImage(this.#video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, to, to);
        const text = await this.#scanner.read(context.getImageData(0, 0, to, to), framePatience);
        if (turn !== this.#turn) return;
        if (text !== undefined) {
          this.stop();
          this.#events.read(text);
          return;
        }
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}

async function open(): Promise<MediaStream | Word> {
  const ideal = { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1440 } };
  try {
    return await navigator.mediaDevices.getUserMedia({ video: ideal, audio: false });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-denied';
    return name === 'NotReadableError' || name === 'AbortError' ? 'camera-busy' : 'camera-absent';
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
