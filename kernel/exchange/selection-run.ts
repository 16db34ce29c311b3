/** Choosing record after record: what counts, and what becomes of a record that was sent before. Pure. */
import type { Asked, Choice, Chosen, Selection, Selector } from '../selection.ts';

/** Nothing chosen yet. */
export const noneChosen: Chosen = { total: 0, byOutcome: {} };

/**
 * What is kept of records that are one: of the first, its draw (hex) and what was chosen before it; of all, the strictest
 * choice so far.
 */
export interface Held {
  readonly draw: string;
  readonly before: Chosen;
  readonly choice: Choice;
}

/** A record is chosen for the first time. */
export function chooseFirst(selector: Selector, asked: Asked, draw: Uint8Array, before: Chosen): Held {
  return { draw: draw.toHex(), before, choice: selector.select(asked, draw, before) };
}

/**
 * The same as a record chosen before: draw and counts of the first, the stricter outcome of the two. Counts change by
 * nothing.
 */
export function chooseAgain(selection: Selection, selector: Selector, asked: Asked, held: Held): Held {
  const choice = selector.select(asked, Uint8Array.fromHex(held.draw), held.before);
  return isStricter(selection, choice.outcome, held.choice.outcome) ? { ...held, choice } : held;
}

/** What was chosen, with one more that was chosen for the first time. */
export function counted({ total, byOutcome }: Chosen, { outcome }: Choice): Chosen {
  return { total: total + 1, byOutcome: { ...byOutcome, [outcome]: (byOutcome[outcome] ?? 0) + 1 } };
}

/** Outcomes are declared strictest first. */
export function isStricter({ outcomes }: Selection, one: string, other: string): boolean {
  const order = Object.keys(outcomes);
  return order.indexOf(one) < order.indexOf(other);
}
