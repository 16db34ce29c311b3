/** Claims near enough to be read and bent enough to be trouble. */
import fc from 'fast-check';
import type { Json, JsonObject } from '../kernel/canonical.ts';

const odd: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  ...['', '0', '-1', '1e3', '9'.repeat(40), '0.0000001', '2026-02-31', '0000-01-01', '9999-12-31', 'KGM', 'TNE', 'ZZ'],
  ...['\u0000', '__proto__', 'constructor', '𝒳'.repeat(300), 0, 1, -1, 99_999, Number.MAX_SAFE_INTEGER],
  ...[null, true, [], {}, [[]], { text: '' }],
);

/** A value with some of its leaves, members and items changed for odd ones, left out or doubled. */
export function bent(value: Json): fc.Arbitrary<Json> {
  const own: fc.Arbitrary<Json> = Array.isArray(value)
    ? fc
        .tuple(fc.tuple(...value.map(bent)), fc.nat(60))
        .map(([items, n]) => (n === 0 ? [...items, ...items] : n === 1 ? items.slice(1) : items))
    : typeof value === 'object' && value !== null
      ? fc.record(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bent(inner as Json)])))
      : fc.constant(value);
  return fc.oneof({ weight: 2000, arbitrary: own }, { weight: 1, arbitrary: odd });
}

/** As the claims of a record, which are an object whatever else they are. */
export const asClaims = (made: Json): JsonObject =>
  (typeof made === 'object' && made !== null && !Array.isArray(made) ? made : { made }) as JsonObject;
