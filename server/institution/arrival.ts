import type { SignedRecord, UncheckedRecord } from '../../kernel/record/record.ts';
import type { Refusal } from '../../kernel/refusal.ts';

/** A record that arrived, with its place on its channel and what its issuer could have known. */
export interface Arrival {
  readonly id: string;
  readonly record: UncheckedRecord;
  readonly checked?: SignedRecord | Refusal;
  readonly seq: number;
  readonly sender: string;
  readonly origin: string;
  readonly index: number;
  /** When this institution cosigned, or cosigns, the entry (ms). */
  readonly cosignedAt: number;
  /** Faults found from the entries before it; only when it arrives, not when it is released later. */
  readonly arrivalFault?: Refusal;
  /** First own sequence number that the issuer had not mirrored at its basis. */
  readonly bound: number;
  /** Types, as `profile/type`, of earlier records of the same issuer that wait here. */
  readonly awaited: readonly string[];
}

/** Types of records that wait, each with the least sequence number of one. */
export type Waiting = ReadonlyMap<string, number>;

export const awaitedBefore = (seq: number, ...waiting: readonly (Waiting | undefined)[]): readonly string[] => [
  ...new Set(waiting.flatMap((of) => [...(of ?? [])].flatMap(([type, first]) => (first < seq ? [type] : [])))),
];
