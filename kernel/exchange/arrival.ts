/**
 * What the recipient of a channel checks of an entry beyond its contents: time, basis, order, keys. Only the two
 * ends of a channel can; their answer is the refusal's own entry (`undoing.ts`).
 */
import type { BasisEntry, Payload, TrustNumbers } from '../record/payload.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** How far a stated time may lie after the recipient's clock. */
export const clockTolerance = 5 * 60 * 1000;

/** What the entries before this one on the same channel had stated. */
export interface ChannelPast {
  readonly time: number;
  readonly basis: readonly BasisEntry[];
  readonly trust: TrustNumbers;
}

export const noPast: ChannelPast = { time: 0, basis: [], trust: {} };

/** The channel back to the issuer, as its sender (who now receives) holds it. */
export interface ReverseChannel {
  readonly origin: string;
  /** Hex root and cosignature time (ms) of a checkpoint that the issuer cosigned; undefined for any other size. */
  cosigned(size: number): { readonly root: string; readonly time: number } | undefined;
  /** Largest size that the issuer had cosigned before an instant (ms). */
  cosignedBefore(time: number): number;
}

/** The first fault of an arriving record, or undefined. `now` is the time of the cosignature to be given (ms). */
export function arrivalFault(
  payload: Payload,
  past: ChannelPast,
  reverse: ReverseChannel | undefined,
  now: number,
): Refusal | undefined {
  const { basis, trust } = payload.samur;
  if (payload.time < past.time) return refuse('record.time-decreases', {}, '/validFrom');
  if (payload.time > now + clockTolerance) return refuse('record.time-ahead', {}, '/validFrom');
  // A record that brings a part cannot name it yet: its recipient could not look up the key.
  const bringsPart = payload.samur.profile === 'exchange' && payload.samur.type === 'trust';
  for (const [part, number] of Object.entries(bringsPart ? {} : past.trust))
    if ((trust[part] ?? 0) < number) return refuse('trust.version-decreases', { name: part }, '/samur/trust');
  const sizes = new Map(basis.map((entry) => [entry.origin, entry.size]));
  // A channel that the record does not read may be left out; one that it names may not fall back.
  for (const { origin, size } of past.basis)
    if ((sizes.get(origin) ?? size) < size) return refuse('basis.shrinks', { name: origin }, '/samur/basis');
  return reverse && basisFault(payload, reverse);
}

function basisFault(payload: Payload, reverse: ReverseChannel): Refusal | undefined {
  const path = '/samur/basis';
  const stated = payload.samur.basis.find((entry) => entry.origin === reverse.origin);
  // Cosignatures carry whole seconds: one of the same second may be later than the record.
  const floor = reverse.cosignedBefore(Math.floor(payload.time / 1000) * 1000);
  if (!stated) return floor > 0 ? refuse('basis.missing-channel', { name: reverse.origin }, path) : undefined;
  const cosigned = reverse.cosigned(stated.size);
  if (!cosigned) return refuse('basis.unknown-size', { name: reverse.origin, size: stated.size }, path);
  if (cosigned.root !== stated.root)
    return refuse('basis.root-mismatch', { name: reverse.origin, size: stated.size }, path);
  if (stated.size < floor)
    return refuse('basis.below-cosigned', { name: reverse.origin, size: stated.size, expected: floor }, path);
  if (payload.time < cosigned.time) return refuse('record.time-before-basis', {}, '/validFrom');
  return undefined;
}

/** What the next entry is compared with. */
export function pastAfter(past: ChannelPast, payload: Payload): ChannelPast {
  const sizes = new Map(past.basis.map((entry) => [entry.origin, entry]));
  for (const entry of payload.samur.basis)
    if (entry.size >= (sizes.get(entry.origin)?.size ?? 0)) sizes.set(entry.origin, entry);
  const trust: Record<string, number> = { ...past.trust };
  for (const [part, number] of Object.entries(payload.samur.trust)) trust[part] = Math.max(number, trust[part] ?? 0);
  return { time: Math.max(past.time, payload.time), basis: [...sizes.values()], trust };
}
