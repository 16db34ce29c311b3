/** How long to wait after a failure: sooner first, for most are short; later seldom, for the rest are long. */
const minute = 60_000;
const waits = [minute, 5 * minute, 30 * minute, 2 * 60 * minute, 12 * 60 * minute];

/** Ms to wait after the given number of failures in a row; undefined: given up. */
export function waitAfter(failures: number): number | undefined {
  return waits[failures - 1];
}
