import type { HeldEvent } from '../state/rows.ts';

/**
 * The first follow-up of `self` that an issuer's basis covers and that its own follow-up does not come after: it
 * held that entry, cosigned it, and signed as if it had not. `bound` is the first sequence number of `self` that
 * the basis does not cover.
 */
export function ignored(
  events: readonly HeldEvent[],
  after: readonly string[],
  self: string,
  bound: number,
): HeldEvent | undefined {
  const byId = new Map(events.map((event) => [event.id, event]));
  const past = new Set<string>();
  const open = [...after];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (past.has(id)) continue;
    past.add(id);
    open.push(...(byId.get(id)?.after ?? []));
  }
  return events.find((event) => event.issuer === self && event.seq < bound && !past.has(event.id));
}
