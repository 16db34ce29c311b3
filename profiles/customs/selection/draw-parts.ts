/**
 * What the 32 bytes of a draw are used for; big-endian numbers of four bytes, apart from each other, so that no decision
 * tells of another: 0 random lane, 4 top-up to red, 8 to yellow, 12 to blue, 16 and 20 the criteria that take a part of
 * their hits.
 */
import { drawnLanes, type Lane, type Rates, whole } from './settings.ts';

const span = 2 ** 32;

function numberAt(draw: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = draw.subarray(at, at + 4);
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
}

/** True for `part` of `of` numbers. Exact while both are two million at most: both sides stay below 2^53. */
function isBelow(number: number, part: number, of = whole): boolean {
  return number * of < part * span;
}

/** The lane that chance alone gives. */
export function randomLane(draw: Uint8Array, rates: Rates): Lane | undefined {
  const number = numberAt(draw, 0);
  let reach = 0;
  for (const lane of drawnLanes) {
    reach += rates[lane];
    if (isBelow(number, reach)) return lane;
  }
  return undefined;
}

/**
 * `need` is what the lane lacks, in millionths of a record. While it grows from nothing to a whole record, by `rate` each
 * time, one record is taken, and each is as likely as any other: of those that are left the chance is `rate` of what is
 * left. So the share is right on average after any number of records, be it few.
 */
export function isToppedUp(draw: Uint8Array, place: number, need: number, rate: number): boolean {
  if (need <= 0 || need >= whole) return need >= whole;
  const part = Math.min(need, rate);
  return isBelow(numberAt(draw, 4 + 4 * place), part, whole - need + part);
}

/**
 * Whether a criterion that takes a part of its hits takes this one. The place of the criterion moves the number, so that of
 * two criteria one tells nothing of the other.
 */
export function isTaken(draw: Uint8Array, place: number, millionths: number): boolean {
  const number = (numberAt(draw, 16) + Math.imul(place, numberAt(draw, 20))) % span;
  return isBelow(number < 0 ? number + span : number, millionths);
}
