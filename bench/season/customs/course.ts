/** What customs do with one lot, from the manifest to the last write-off: data, drawn before anything is signed. */
import { divided } from '../claims-border.ts';
import { lag } from '../figures.ts';
import type { Lot } from '../plan.ts';
import type { Draws } from '../random.ts';
import { type WriteOffTask, writeOffsOf } from './write-offs.ts';

/** How the sending service corrects a manifest on the day after; `rejected` is what the other side does first. */
export type Resent = 'replaced' | 'withdrawn' | 'rejected';

/** What stands before the officer at the border besides what the papers say. */
export type Found = 'as-stated' | 'other-seals' | 'other-weight';

/**
 * `pass` recognises and releases in one step; `full` and `part` recognise, and release follows; `none` controls again.
 */
export type Decision = 'pass' | 'full' | 'part' | 'none';

export type ReasonCode =
  | 'seal-differs'
  | 'weight-differs'
  | 'random-check'
  | 'national-risk'
  | 'late'
  | 'document-missing';

export interface Course {
  readonly lot: Lot;
  readonly consignor: 'authorised' | 'low-risk' | 'none';
  /** Result of the sending service's own control. */
  readonly control: 'A1' | 'A2';
  readonly resent?: Resent;
  /** A question is asked before arrival and answered. */
  readonly asked: boolean;
  /** The manifest tells of an arrival sooner than it is due. */
  readonly late: boolean;
  readonly found: Found;
  /** Gross mass on the scales at the border, kilograms. */
  readonly weighed: number;
  readonly decision: Decision;
  readonly reason?: ReasonCode;
  /** Result of the receiving service's own control, where it makes one. */
  readonly own?: 'A1' | 'A4' | 'B1';
  /** Last word on the goods, where `pass` is not it. */
  readonly end: 'release' | 'return' | 'detain';
  readonly days: {
    readonly manifest: number;
    readonly corrected: number;
    readonly question: number;
    readonly arrival: number;
    readonly decision: number;
    readonly end: number;
  };
  readonly writeOffs: readonly WriteOffTask[];
}

/** Share of the gross mass by which scales may differ from papers, in thousandths; as the services agree. */
export const tolerance = 15;

/** Mass of a line's goods with their packages, kilograms. */
export const grossOf = (kilograms: number): number => kilograms + 700;
export const grossOfLot = ({ lines }: Lot): number => lines.reduce((sum, line) => sum + grossOf(line.kilograms), 0);

/** Goods that the plant protection service turns away or destroys. */
export const isStopped = ({ outcome: { kind } }: Lot): boolean =>
  kind === 'return' || kind === 'pest' || kind === 'destroy';

export function courseOf(random: Draws, lot: Lot, consignor: Course['consignor']): Course {
  const [correction, question, lateness] = [random.unit(), random.unit(), random.unit()];
  const manifest = lot.day + 1;
  const waits = lot.arrival >= lot.day + lag + 3;
  const resent: Resent | undefined =
    correction < 0.004
      ? 'rejected'
      : waits && correction < 0.04
        ? correction < 0.025
          ? 'replaced'
          : 'withdrawn'
        : undefined;
  const asked = resent === undefined && question < 0.01;
  const corrected = resent === 'rejected' ? manifest + 2 * lag : manifest + 1;
  // What the border does comes after all that is on its way: neither side is refused for what it cannot know.
  const arrival = Math.max(lot.arrival, resent === undefined ? 0 : corrected + lag);
  const decision = asked ? Math.max(arrival, manifest + 3 * lag) : arrival;
  const late = lateness < 0.03 && resent === undefined;
  const found = foundOf(random, lot);
  const weighed = weighedOf(random, lot, found);
  const judged = judgedOf(random, lot, found, weighed, late);
  return {
    lot,
    consignor,
    control: random.chance(0.85) ? 'A1' : 'A2',
    ...(resent && { resent }),
    asked,
    late,
    found,
    weighed,
    ...judged,
    days: { manifest, corrected, question: manifest + lag, arrival, decision, end: decision + lag },
    writeOffs: writeOffsOf(random, lot, judged.end !== 'release', (resent === undefined ? manifest : corrected) + lag),
  };
}

function foundOf(random: Draws, lot: Lot): Found {
  const luck = random.unit();
  if (luck < 0.012) return 'other-seals';
  return luck < 0.022 && lot.outcome.kind === 'release' ? 'other-weight' : 'as-stated';
}

/** Scales are out by up to half the tolerance; goods that did not come are not on them. */
function weighedOf(random: Draws, lot: Lot, found: Found): number {
  const stated = grossOfLot(lot);
  const missing = lot.lines.reduce((sum, line) => sum + line.kilograms - divided(line, lot.outcome).arrived, 0);
  const noise = missing > 0 ? 0 : random.whole(-tolerance / 2, tolerance / 2);
  const more = found === 'other-weight' ? random.whole(tolerance + 10, 5 * tolerance) : noise;
  return stated - missing + Math.floor((stated * more) / 1000);
}

type Judged = Pick<Course, 'decision' | 'end'> & Partial<Pick<Course, 'reason' | 'own'>>;

function judgedOf(random: Draws, lot: Lot, found: Found, weighed: number, late: boolean): Judged {
  const stated = grossOfLot(lot);
  const luck = random.unit();
  const end = isStopped(lot) ? (lot.outcome.kind === 'destroy' ? 'detain' : 'return') : 'release';
  if (found === 'other-seals')
    return {
      decision: 'none',
      reason: 'seal-differs',
      own: luck < 0.3 ? 'B1' : 'A4',
      end: luck < 0.3 ? 'return' : end,
    };
  if (Math.abs(weighed - stated) * 1000 > stated * tolerance)
    return { decision: 'none', reason: 'weight-differs', own: 'A4', end };
  if (luck < 0.02) return { decision: 'none', reason: 'random-check', own: 'A1', end };
  if (luck < 0.025) return { decision: 'none', reason: 'national-risk', own: 'A1', end };
  // What the plant protection service holds or has turned down, as far as customs know it, no certificate covers.
  if (isStopped(lot) || lot.outcome.kind === 'hold') return { decision: 'part', reason: 'document-missing', end };
  if (late) return { decision: 'part', reason: 'late', end };
  if (luck < 0.05) return { decision: 'part', reason: 'random-check', end };
  // Goods that the plant protection service has not let in are not released in one step with the recognition.
  if (luck < 0.15 || lot.outcome.kind !== 'release') return { decision: 'full', end };
  // Some that went through in one step are looked at afterwards.
  return { decision: 'pass', end: 'release', ...(luck > 0.98 && { own: 'A1' as const }) };
}
