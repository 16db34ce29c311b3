/**
 * Saves what is typed: soon after typing stops, one request at a time. Until the server has it, it is also kept where a
 * closed page finds it again. When it was saved from elsewhere, nothing is written over: a person chooses.
 */

/** Where a page keeps what the server does not have yet. */
export interface Keeping {
  read(): string | null;
  write(text: string): void;
  clear(): void;
}

export type SaveState =
  | 'saved'
  | 'unsaved'
  | 'saving'
  /** Nobody answered, or the session has ended: tried again. */
  | 'waiting'
  /** Saved from elsewhere since. */
  | 'elsewhere'
  /** Refused for another reason; `fault` tells it. */
  | 'refused';

export type Outcome<T> =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'elsewhere'; readonly revision: number; readonly contents?: T }
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly fault: unknown };

export interface AutosaveParts<T> {
  readonly save: (revision: number, contents: T) => Promise<Outcome<T>>;
  readonly keeping: Keeping;
  /** Calls back after so many ms, unless ended before. */
  readonly after: (ms: number, call: () => void) => () => void;
}

interface Kept<T> {
  readonly revision: number;
  readonly contents: T;
}

const pauseMs = 700;
const againMs = 4_000;

export class Autosave<T> {
  readonly #parts: AutosaveParts<T>;
  readonly #listeners = new Set<() => void>();
  #contents: T;
  #revision: number;
  #state: SaveState = 'saved';
  #fault: unknown;
  /** Held by the server when it was changed elsewhere. */
  #other = 0;
  #end: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #dirty = false;
  /** Sent without an answer: the server may have it all the same. */
  #unanswered: string | undefined;
  #closed = false;

  constructor(revision: number, contents: T, parts: AutosaveParts<T>) {
    this.#revision = revision;
    this.#contents = contents;
    this.#parts = parts;
    const kept = keptIn<T>(parts.keeping);
    if (kept === undefined) return;
    if (JSON.stringify(kept.contents) === JSON.stringify(contents)) {
      parts.keeping.clear();
      return;
    }
    this.#contents = kept.contents;
    this.#dirty = true;
    if (kept.revision === revision) {
      this.#state = 'unsaved';
      this.#soon(0);
    } else {
      this.#state = 'elsewhere';
      this.#other = revision;
      this.#revision = kept.revision;
    }
  }

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get contents(): T {
    return this.#contents;
  }

  get revision(): number {
    return this.#revision;
  }

  get state(): SaveState {
    return this.#state;
  }

  get fault(): unknown {
    return this.#fault;
  }

  write(contents: T): void {
    if (contents === this.#contents || this.#closed) return;
    this.#contents = contents;
    this.#dirty = true;
    this.#keep();
    if (this.#state !== 'elsewhere') {
      this.#set('unsaved');
      this.#soon(pauseMs);
    } else this.#tell();
  }

  /** Until all is saved, or cannot be now. */
  async now(): Promise<SaveState> {
    this.#end?.();
    await this.#running;
    if (this.#dirty && this.#state !== 'elsewhere') await this.#save();
    return this.#state;
  }

  /** Writes over what was saved elsewhere. */
  keepMine(): void {
    if (this.#state !== 'elsewhere') return;
    this.#revision = this.#other;
    this.#dirty = true;
    this.#set('unsaved');
    this.#soon(0);
  }

  /** Gives up what was typed here for what was saved elsewhere. */
  takeOther(revision: number, contents: T): void {
    this.#end?.();
    this.#revision = revision;
    this.#contents = contents;
    this.#dirty = false;
    this.#parts.keeping.clear();
    this.#set('saved');
  }

  /** What the server did with it meanwhile, without a change of what is written. */
  follow(revision: number): void {
    if (revision > this.#revision) this.#revision = revision;
  }

  /** It is no more: nothing is kept of it. */
  close(): void {
    this.#closed = true;
    this.#end?.();
    this.#parts.keeping.clear();
  }

  /** The page goes; what is not saved stays kept. */
  stop(): void {
    this.#end?.();
    if (this.#dirty && !this.#closed && this.#state !== 'elsewhere') void this.#save();
  }

  #soon(ms: number): void {
    this.#end?.();
    this.#end = this.#parts.after(ms, () => void this.now());
  }

  async #save(): Promise<void> {
    const sent = this.#contents;
    this.#dirty = false;
    this.#set('saving');
    this.#running = this.#parts.save(this.#revision, sent).then((outcome) => this.#take(outcome, sent));
    await this.#running;
    this.#running = undefined;
  }

  #take(outcome: Outcome<T>, sent: T): void {
    if (this.#closed) return;
    if (outcome.kind === 'saved') {
      this.#revision = outcome.revision;
      this.#fault = undefined;
      if (this.#contents === sent) {
        this.#parts.keeping.clear();
        this.#set('saved');
      } else {
        this.#keep();
        this.#set('unsaved');
        this.#soon(pauseMs);
      }
      return;
    }
    this.#dirty = true;
    this.#keep();
    if (outcome.kind === 'elsewhere' && this.#unanswered === JSON.stringify(outcome.contents)) {
      this.#unanswered = undefined;
      this.#revision = outcome.revision;
      this.#set('unsaved');
      this.#soon(0);
    } else if (outcome.kind === 'elsewhere') {
      this.#other = outcome.revision;
      this.#set('elsewhere');
    } else if (outcome.kind === 'later') {
      this.#unanswered = JSON.stringify(sent);
      this.#set('waiting');
      this.#soon(againMs);
    } else {
      this.#fault = outcome.fault;
      this.#set('refused');
    }
  }

  #keep(): void {
    this.#parts.keeping.write(JSON.stringify({ revision: this.#revision, contents: this.#contents }));
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function keptIn<T>(keeping: Keeping): Kept<T> | undefined {
  const text = keeping.read();
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Kept<T>;
    return typeof kept.revision === 'number' ? kept : undefined;
  } catch {
    return undefined;
  }
}
