/** What belongs to places of a form, by JSON Pointer. Whoever watches a place is told when that place changes. */

class Watched {
  readonly #listeners = new Set<() => void>();

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export interface PlacedFinding {
  readonly code: string;
  readonly severity: 'refuse' | 'warn' | 'inform';
  readonly path: string;
  readonly text: string;
}

const none: readonly PlacedFinding[] = [];

/** The same findings are the same array, however often they are set. */
export class FindingStore extends Watched {
  #at = new Map<string, readonly PlacedFinding[]>();
  #within = new Map<string, readonly PlacedFinding[]>();

  set(findings: readonly PlacedFinding[]): void {
    const at = new Map<string, PlacedFinding[]>();
    const within = new Map<string, PlacedFinding[]>();
    for (const finding of findings) {
      add(at, finding.path, finding);
      for (let end = finding.path.length; end >= 0; end = end === 0 ? -1 : finding.path.lastIndexOf('/', end - 1))
        add(within, finding.path.slice(0, end), finding);
    }
    this.#at = kept(at, this.#at);
    this.#within = kept(within, this.#within);
    this.tell();
  }

  at(pointer: string): readonly PlacedFinding[] {
    return this.#at.get(pointer) ?? none;
  }

  /** At the place and below it. */
  within(pointer: string): readonly PlacedFinding[] {
    return this.#within.get(pointer) ?? none;
  }
}

function add(map: Map<string, PlacedFinding[]>, pointer: string, finding: PlacedFinding): void {
  const list = map.get(pointer);
  if (list === undefined) map.set(pointer, [finding]);
  else list.push(finding);
}

function kept(
  next: ReadonlyMap<string, readonly PlacedFinding[]>,
  before: ReadonlyMap<string, readonly PlacedFinding[]>,
): Map<string, readonly PlacedFinding[]> {
  const same = (one: readonly PlacedFinding[], other: readonly PlacedFinding[]) =>
    one.length === other.length &&
    one.every(
      ({ code, severity, path, text }, at) =>
        code === other[at]?.code &&
        severity === other[at]?.severity &&
        path === other[at]?.path &&
        text === other[at]?.text,
    );
  return new Map(
    [...next].map(([pointer, list]) => {
      const old = before.get(pointer);
      return [pointer, old !== undefined && same(list, old) ? old : list];
    }),
  );
}

/** Which groups and rows stand open, as far as somebody opened or closed them. */
export class OpenStore extends Watched {
  #open = new Map<string, boolean>();

  is(pointer: string): boolean | undefined {
    return this.#open.get(pointer);
  }

  set(pointer: string, open: boolean): void {
    if (this.#open.get(pointer) === open) return;
    this.#open.set(pointer, open);
    this.tell();
  }

  /** All that stands around a place. */
  reveal(pointer: string): void {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1))
      this.#open.set(pointer.slice(0, end), true);
    this.tell();
  }

  /** Two rows that changed places. */
  exchanged(list: string, one: number, other: number): void {
    const place = (at: number) => `${list}/${at}`;
    const moved = (pointer: string, from: number, to: number) =>
      pointer === place(from) || pointer.startsWith(`${place(from)}/`)
        ? place(to) + pointer.slice(place(from).length)
        : undefined;
    this.#open = new Map(
      [...this.#open].map(([pointer, open]) => [
        moved(pointer, one, other) ?? moved(pointer, other, one) ?? pointer,
        open,
      ]),
    );
    this.tell();
  }

  /** Rows from `index` on moved by `by` places; of a row that was taken out nothing is kept. */
  moved(list: string, index: number, by: 1 | -1): void {
    const next = new Map<string, boolean>();
    for (const [pointer, open] of this.#open) {
      const [, at, rest] = pointer.startsWith(`${list}/`)
        ? (/^([0-9]+)(.*)$/.exec(pointer.slice(list.length + 1)) ?? [])
        : [];
      if (at === undefined || Number(at) < index) next.set(pointer, open);
      else if (by === 1 || Number(at) > index) next.set(`${list}/${Number(at) + by}${rest}`, open);
    }
    this.#open = next;
    this.tell();
  }
}
