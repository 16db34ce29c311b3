/**
 * Whose turn it is on a record, since when and until when. Computed from life cycle, cosignatures and common terms
 * whenever somebody asks, so that both ends of a channel get the same answer. A clock changes nothing.
 */
import type { Catalogue } from '../catalogue.ts';
import { subjectOf } from './fold.ts';
import type { SubjectRow } from './rows.ts';

/** What a subject waits for, by its row alone. */
export interface Pending {
  /** Institutions that have to act, ascending. */
  readonly turn: readonly string[];
  /** Name of the limit in the common terms. */
  readonly limit: string;
  /** Id of the record that led to the state: the subject itself or a follow-up. */
  readonly since: string;
  /** Issuer of that record. */
  readonly from: string;
  /** The clock starts with the first cosignature of one of these on the channel from `from`. Ascending. */
  readonly cosigners: readonly string[];
}

/** Times in ms since 1970. */
export interface Clock {
  readonly turn: readonly string[];
  readonly limit: string;
  /** Absent: not cosigned yet, or not to be told from here. */
  readonly since?: number;
  /** Absent also when the terms that the record names state no such limit. */
  readonly until?: number;
  readonly overdue: boolean;
  /** False when none of the channels that tell is held here. */
  readonly seen: boolean;
}

/** What the common terms call a profile's limit. */
export function limitName(profile: string, limit: string): string {
  return `${profile}.${limit}`;
}

/** Undefined while nobody has to act. */
export function pendingOf(catalogue: Catalogue, row: SubjectRow): Pending | undefined {
  if (row.base !== 'effective') return undefined;
  const turns = catalogue.type(row.profile, row.type)?.declaration.lifeCycle?.turns ?? {};
  const turn = Object.hasOwn(turns, row.state) ? turns[row.state] : undefined;
  if (!turn) return undefined;
  const { issuer, to } = row;
  const named = turn.of(subjectOf(row, row.state)).filter((one) => one === issuer || to.includes(one));
  if (named.length === 0) return undefined;
  const from = row.events.find((event) => event.id === row.since)?.issuer ?? issuer;
  // Who led to its own turn is held to it from the moment on at which the other side has it in writing.
  const otherSide = from === issuer ? to : [issuer];
  return {
    turn: ascending(named),
    limit: limitName(row.profile, turn.limit),
    since: row.since,
    from,
    cosigners: ascending(named.flatMap((one) => (one === from ? otherSide : [one]))),
  };
}

/**
 * `cosigned`: times (ms) of the first cosigned checkpoint on each of the channels that `pending` names, as far as
 * they are held here; `seconds`: the limit by the terms that the record of `since` names.
 */
export function clockOf(
  { turn, limit, from, cosigners }: Pending,
  self: string,
  cosigned: readonly number[],
  seconds: number | undefined,
  now: number,
): Clock {
  const seen = from === self || cosigners.includes(self);
  if (cosigned.length === 0) return { turn, limit, overdue: false, seen };
  const since = Math.min(...cosigned);
  if (seconds === undefined) return { turn, limit, since, overdue: false, seen };
  const until = since + seconds * 1000;
  return { turn, limit, since, until, overdue: now > until, seen };
}

function ascending(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
