/**
 * What an institution hands to its auditor after a period: what it had committed to, and every entry of the channels in that
 * period with what was chosen (docs/protocol.md, "Selections").
 */
import { fromUtf8 } from '../bytes.ts';
import type { Json, JsonObject } from '../canonical.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Choice, Chosen } from '../selection.ts';
import { exportTrust } from '../trust/bundle.ts';
import { flag, integerFrom, listOf, literal, mapOf, object, optional, type Shape, text } from '../trust/shape.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { EvidenceRecord } from './evidence-file.ts';

/** Longest file, in bytes. */
export const maxSelectionBytes = 256 * 1024 * 1024;

/** What an officer chose instead. */
export interface Reroute {
  readonly outcome: string;
  readonly reason: string;
  /** Pseudonym; empty where a program decided. */
  readonly by: string;
  /** Ms since 1970. */
  readonly at: number;
  /** Hex id of the decision that states it; absent where it was chosen by itself. */
  readonly record?: string;
}

/** A record of the institution that states under what it decides. */
export interface ShownDecision {
  readonly jws: string;
  /** How many of the changes told were made before it. */
  readonly after: number;
}

/** The first of records that are one, and how they stand. */
export interface CarriedFirst {
  /** Hex ids of the record that committed then, and of the first of the records. */
  readonly commitment: string;
  readonly record: string;
  /** Hex. */
  readonly draw: string;
  /** What had been chosen before the first. */
  readonly before: Chosen;
  /** The strictest choice for them so far. */
  readonly choice: Choice;
}

/** The record by which what was chosen before came to its end, in the tree that the basis of the later one names. */
export interface ShownEnd {
  readonly jws: string;
  /** Of a channel back to the sender. */
  readonly origin: string;
  readonly index: number;
  /** Hex, from the leaves towards the root. */
  readonly proof: readonly string[];
}

export interface ToldChoice extends Choice {
  readonly facts: JsonObject;
  /**
   * Place among the choices of its sender, from 0, where it is not one more than that of the choice before it in the file:
   * the record could not be judged when it came.
   */
  readonly order?: number;
  /** Of one that is one with a record chosen under an earlier commitment. */
  readonly first?: CarriedFirst;
  /** Where those that had its key before were ended, so that it is not one with them. */
  readonly ended?: ShownEnd;
  /** Oldest first; empty when none. */
  readonly rerouted: readonly Reroute[];
  /** In the order in which they were issued; absent when none. */
  readonly decided?: readonly ShownDecision[];
}

/** One entry of a channel: the record where it is shown, else its id alone. */
export interface SelectionEntry {
  readonly jws?: string;
  /** Hex; where no record is shown. */
  readonly id?: string;
  readonly choice?: ToldChoice;
  /** The record had no effect when it came, so nothing was chosen. Only its refusal on the channel back shows that. */
  readonly void?: true;
}

/** One channel generation towards the institution, as far as it grew in the period. */
export interface SelectionChannel {
  readonly origin: string;
  /** Entries before the period, and their tree as the hex roots of its perfect subtrees, left to right. */
  readonly start: { readonly size: number; readonly subtrees: readonly string[] };
  /** The last checkpoint cosigned before the period; absent when `start.size` is 0. */
  readonly before?: string;
  /** Checkpoint notes cosigned in the period, ascending by size: all that are the first to hold a record chosen from. */
  readonly notes: readonly string[];
  /** All entries from `start.size` up to the size of the last note, in order. */
  readonly entries: readonly SelectionEntry[];
}

export interface SelectionPieces {
  /** The record that commits, with a proof of each channel held. */
  readonly commitment: EvidenceRecord;
  /** Hex, 32 bytes. */
  readonly secret: string;
  readonly settings: JsonObject;
  /** Every channel from an institution that could send records of the selection's types; those that did not grow too. */
  readonly channels: readonly SelectionChannel[];
}

export interface SelectionFile extends SelectionPieces {
  readonly samur: 'selections/1';
  readonly trust: Json;
  readonly demonstration: boolean;
}

const anyText: Shape<string> = (value, path) =>
  typeof value === 'string' ? value : refuse('input.bad-value', {}, path);
const anything: Shape<Json> = (value) => value;
const anObject: Shape<JsonObject> = (value, path) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : refuse('input.bad-value', {}, path);
const count: Shape<number> = (value, path) =>
  Number.isSafeInteger(value) ? integerFrom(0)(value, path) : refuse('input.bad-value', {}, path);
const isTrue: Shape<true> = (value, path) => (value === true ? value : refuse('input.bad-value', {}, path));
/** Up to the year 9999. */
const moment: Shape<number> = (value, path) =>
  Number(value) < 253_402_300_800_000 ? count(value, path) : refuse('input.bad-value', {}, path);
const digest = text(/^[0-9a-f]{64}$/);
const name = text(/^[a-z][a-z0-9-]{0,63}$/);

const choiceMembers = { outcome: name, ground: name, criterion: optional(anyText) };
const firstShape = object<CarriedFirst>({
  commitment: digest,
  record: digest,
  draw: digest,
  before: object<Chosen>({ total: count, byOutcome: mapOf(/^[a-z][a-z0-9-]{0,63}$/, count) }),
  choice: object<Choice>(choiceMembers),
});
const choiceShape = object<ToldChoice>({
  ...choiceMembers,
  facts: anObject,
  order: optional(count),
  first: optional(firstShape),
  ended: optional(object<ShownEnd>({ jws: anyText, origin: anyText, index: count, proof: listOf(digest) })),
  rerouted: listOf(
    object<Reroute>({ outcome: name, reason: anyText, by: anyText, at: moment, record: optional(digest) }),
  ),
  decided: optional(listOf(object<ShownDecision>({ jws: anyText, after: count }))),
});

const fileShape = object<SelectionFile>({
  samur: literal('selections/1'),
  demonstration: flag,
  trust: anything,
  commitment: object<EvidenceRecord>({ jws: anyText, proofs: listOf(anyText) }),
  secret: digest,
  settings: anObject,
  channels: listOf(
    object<SelectionChannel>({
      origin: anyText,
      start: object<SelectionChannel['start']>({ size: count, subtrees: listOf(digest) }),
      before: optional(anyText),
      notes: listOf(anyText),
      entries: listOf(
        object<SelectionEntry>({
          jws: optional(anyText),
          id: optional(digest),
          choice: optional(choiceShape),
          void: optional(isTrue),
        }),
      ),
    }),
  ),
});

/** The file as `auditSelections` takes it. */
export function writeSelections(pieces: SelectionPieces, trust: TrustList): JsonObject {
  const { commitment, secret, settings, channels } = pieces;
  return {
    samur: 'selections/1',
    demonstration: trust.pin.demonstration,
    trust: exportTrust(trust),
    commitment: { jws: commitment.jws, proofs: commitment.proofs },
    secret,
    settings,
    channels: channels as unknown as Json,
  };
}

/** Reads the form alone: nothing in the file is believed yet. */
export function readSelections(input: string | Uint8Array): SelectionFile | Refusal {
  if (input.length > maxSelectionBytes) return refuse('input.too-large', { limit: maxSelectionBytes });
  const decoded = typeof input === 'string' ? input : fromUtf8(input);
  if (decoded instanceof Refusal) return decoded;
  let json: Json;
  try {
    json = JSON.parse(decoded) as Json;
  } catch {
    return refuse('input.not-json');
  }
  return fileShape(json, '');
}
