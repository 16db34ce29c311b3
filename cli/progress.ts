import type { Host } from './command.ts';

/** One line on stderr that keeps changing while work goes on; nothing where nobody watches. */
export class Progress {
  readonly #host: Host;
  #shown = false;

  constructor(host: Host) {
    this.#host = host;
  }

  show(text: string): void {
    if (!this.#host.watched) return;
    this.#shown = true;
    this.#host.err(`\r\x1b[K${text}`);
  }

  end(): void {
    if (this.#shown) this.#host.err('\r\x1b[K');
    this.#shown = false;
  }
}
