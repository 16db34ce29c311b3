import type { HeldEvent } from '../state/rows.ts';

/**
 * The first follow-up that an issuer had and that its own follow-up does not come after: it signed as if it had not.
 * One who passes over its own could choose later which of two counts. What the contents rule out is no head of
 * anybody's, so nobody is asked to come after it.
 */
export function ignored(
  events: readonly HeldEvent[],
  after: readonly string[],
  had: (event: HeldEvent) => boolean,
): HeldEvent | undefined {
  const byId = new Map(events.map((event) => [event.id, event]));
  const past = new Set<string>();
  const open = [...after];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (past.has(id)) continue;
    past.add(id);
    open.push(...(byId.get(id)?.after ?? []));
  }
  return events.find((event) => event.invalid === undefined && had(event) && !past.has(event.id));
}
