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

/** True for `millionths` of a million numbers. Exact: both sides stay below 2^53. */
function isBelow(number: number, millionths: number): boolean {
  return number * whole < millionths * span;
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

/** Chance of a top-up: `need` is what the lane lacks, in millionths of a record. */
export function isToppedUp(draw: Uint8Array, place: number, need: number): boolean {
  return need >= whole || (need > 0 && isBelow(numberAt(draw, 4 + 4 * place), need));
}

/**
 * Whether a criterion that takes a part of its hits takes this one. The place of the criterion moves the number, so that of
 * two criteria one tells nothing of the other.
 */
export function isTaken(draw: Uint8Array, place: number, millionths: number): boolean {
  const number = (numberAt(draw, 16) + Math.imul(place, numberAt(draw, 20))) % span;
  return isBelow(number < 0 ? number + span : number, millionths);
}
