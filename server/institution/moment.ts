/** The moment that a record states: a time, and how much of the channels back it rests on. */
import { rootOf } from '../../kernel/log/tree.ts';
import type { BasisEntry } from '../../kernel/record/payload.ts';
import type { ChannelHead } from './channel-head.ts';
import { type Core, channelBetween } from './core.ts';
import type { PreparedRecord, Reach } from './prepared-records.ts';
import type { Stage } from './stage.ts';

export interface Moment {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly basis: readonly BasisEntry[];
}

/** Channels back from every recipient, as mirrored and cosigned here up to this batch. */
export function basisNow(core: Core, stage: Stage, to: readonly string[]): BasisEntry[] {
  const basis: BasisEntry[] = [];
  for (const recipient of to) {
    const head = channelBetween(core, stage, recipient, core.id);
    if (head && head.frontier.size > 0) basis.push(entryOf(core, head));
  }
  return ascending(basis);
}

/** The moment of a record that waits for its officer, for one that goes before it and must not outrun it. */
export interface Waited extends Moment {
  readonly reach: Reach;
  /** More has come since than it rests on. */
  readonly old: boolean;
}

/** How far a basis of now reaches. */
export function reachNow(stage: Stage, to: readonly string[]): Reach {
  return { bounds: new Map(to.map((recipient) => [recipient, stage.seq])), time: stage.now };
}

/**
 * Moments of records that wait on these channels, the earliest first, as far as another record may state them: not
 * before `least`, nothing that went before falls back, no cosignature of the basis is later, and what was cosigned
 * before the second of the time is in it. `mayBeOld`: whether it may rest on less than has come.
 */
export function* momentsWaited(
  core: Core,
  stage: Stage,
  channels: readonly ChannelHead[],
  least: number,
  lag: number,
  mayBeOld: boolean,
): Generator<Waited> {
  for (const waiting of core.prepared.waitingOn(channels, stage.now, lag)) {
    const { time } = waiting.fixed.payload;
    if (time < least || time > stage.now) continue;
    const moment = momentOf(core, stage, channels, waiting, mayBeOld);
    if (moment && !channels.some(({ past }) => shrinks(moment.basis, past.basis))) yield moment;
  }
}

function momentOf(
  core: Core,
  stage: Stage,
  channels: readonly ChannelHead[],
  { fixed, reach }: PreparedRecord,
  mayBeOld: boolean,
): Waited | undefined {
  const { time, samur } = fixed.payload;
  const basis: BasisEntry[] = [];
  const bounds = new Map<string, number>();
  let old = false;
  for (const { recipient } of channels) {
    const head = channelBetween(core, stage, recipient, core.id);
    const size = head?.frontier.size ?? 0;
    const named = samur.basis.find(({ origin }) => origin === head?.origin);
    if (named && named.size < size && mayBeOld && isWithin(time, reach.time)) {
      basis.push(named);
      bounds.set(recipient, reach.bounds.get(recipient) ?? 0);
      old = true;
      continue;
    }
    if (head && head.receipt.time > time) return undefined;
    if (head && size > 0) basis.push(entryOf(core, head));
    bounds.set(recipient, stage.seq);
  }
  return { time, basis: ascending(basis), old, reach: { bounds, time: old ? reach.time : stage.now } };
}

/** Cosignatures carry whole seconds: those since `reach` are not before the second of such a time. */
export function isWithin(time: number, reach: number): boolean {
  return Math.floor(time / 1000) <= Math.floor(reach / 1000);
}

/** Whether a basis falls back behind what went before on a channel. */
export function shrinks(basis: readonly BasisEntry[], before: readonly BasisEntry[]): boolean {
  const sizes = new Map(basis.map(({ origin, size }) => [origin, size]));
  return before.some(({ origin, size }) => (sizes.get(origin) ?? size) < size);
}

/** A frontier never changes, and many records rest on one. */
const roots = new WeakMap<ChannelHead['frontier'], string>();

function entryOf({ crypto }: Core, { origin, frontier }: ChannelHead): BasisEntry {
  const root = roots.get(frontier) ?? rootOf(frontier, crypto).toHex();
  roots.set(frontier, root);
  return { origin, root, size: frontier.size };
}

function ascending(basis: BasisEntry[]): BasisEntry[] {
  return basis.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}
