/** A list kept in order. `compare` must tell any two items apart; an item taken out must compare as it did going in. */
export class SortedList<T> {
  readonly items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  add(item: T): void {
    this.items.splice(this.#place(item), 0, item);
  }

  remove(item: T): void {
    const at = this.#place(item);
    if (this.items[at] === item) this.items.splice(at, 1);
  }

  /** Place of the first item that does not come before this one. */
  #place(item: T): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.items[middle] as T, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
