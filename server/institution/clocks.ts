/** Clocks of records, read from what both ends of a channel hold alike. */
import { type Clock, clockOf, type Pending } from '../../kernel/state/clock.ts';
import { termsAt } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { evened, storedPayload } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';
import { firstCosignatures } from './cosignatures.ts';

/** By sequence number, for those of the rows on which somebody has to act. At most a few hundred at once. */
export async function clocksOf(
  core: Core,
  rows: readonly Pick<RecordTable, 'seq' | 'turn'>[],
  now: number,
): Promise<Map<number, Clock>> {
  const pending = new Map<number, Pending>();
  for (const { seq, turn } of rows) if (turn !== null) pending.set(seq, JSON.parse(turn) as Pending);
  if (pending.size === 0) return new Map();
  const ids = [...new Set([...pending.values()].map(({ since }) => since))];
  const limits = new Set([...pending.values()].map(({ limit }) => limit));
  // Terms that all say the same need not be told apart: reading a record's own costs more than all the rest.
  const alike = core.trust.terms.length > 0 && [...limits].every((limit) => allStateAlike(core.trust, limit));
  const led: readonly { readonly id: Uint8Array; readonly seq: number; readonly jws?: string }[] = await core.store.db
    .selectFrom('record')
    .select(alike ? ['id', 'seq'] : ['id', 'seq', 'jws'])
    .where('id', 'in', evened(ids.map((id) => Uint8Array.fromHex(id))))
    .execute();
  const cosigned = await firstCosignatures(
    core,
    led.map(({ seq }) => seq),
  );
  const records = new Map(led.map((record) => [record.id.toHex(), record]));
  const clocks = new Map<number, Clock>();
  for (const [seq, one] of pending) {
    const record = records.get(one.since);
    if (!record) throw new Error(`record ${one.since} is not there`);
    const times = (cosigned.get(record.seq) ?? [])
      .filter(({ recipient }) => one.cosigners.includes(recipient))
      .map(({ time }) => time);
    // A record under a life cycle names terms: without any no type of a profile is in force.
    const number = record.jws === undefined ? 1 : (storedPayload(record.jws).samur.trust['terms'] ?? 0);
    clocks.set(seq, clockOf(one, core.id, times, secondsAt(core.trust, number, one.limit), now));
  }
  return clocks;
}

function secondsAt(trust: TrustList, terms: number, limit: string): number | undefined {
  const limits = termsAt(trust, terms)?.terms.limits ?? {};
  return Object.hasOwn(limits, limit) ? limits[limit] : undefined;
}

function allStateAlike(trust: TrustList, limit: string): boolean {
  const first = secondsAt(trust, 1, limit);
  return trust.terms.every((_, index) => secondsAt(trust, index + 1, limit) === first);
}
