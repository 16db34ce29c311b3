/** Keeps the row that somebody reads where it is on the screen while others come and go above it. */

/** How many rows the row of this id has moved down; undefined when it is not among those at hand. */
export function movedBy(id: string, was: number, ids: ReadonlyMap<number, string>): number | undefined {
  for (let distance = 0; distance < 400; distance++)
    for (const at of [was + distance, was - distance]) if (ids.get(at) === id) return at - was;
  return undefined;
}

/** First row of each window of `size` that rows `from` to `to` lie in, at most `total` rows. */
export function windowsOver(from: number, to: number, total: number, size: number): readonly number[] {
  const first = Math.floor(Math.max(0, from) / size);
  const last = Math.floor(Math.max(0, Math.min(to, total - 1)) / size);
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, at) => (first + at) * size);
}
