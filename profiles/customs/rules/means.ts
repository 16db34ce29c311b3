import { evenReference } from '../../../kernel/reference.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import type { Manifest } from '../claims/manifest.ts';

export interface MeansDifferences {
  /** At the border, and not in the manifest; `index` is its place among those found. */
  readonly notStated: readonly { readonly number: string; readonly index: number }[];
  /** In the manifest, and not at the border. */
  readonly absent: readonly string[];
}

/** Vehicles, trailers, wagons and containers that were stated against those that came, however they are written. */
export function meansDifferences(
  manifest: Pick<Manifest, 'means'>,
  { means }: Pick<Arrival, 'means'>,
): MeansDifferences {
  const stated = new Set(manifest.means.map(({ number }) => evenReference(number)));
  const found = new Set(means.map(({ number }) => evenReference(number)));
  return {
    notStated: means.flatMap(({ number }, index) => (stated.has(evenReference(number)) ? [] : [{ number, index }])),
    absent: manifest.means.flatMap(({ number }) => (found.has(evenReference(number)) ? [] : [number])),
  };
}
