/** What a verification looked at and found, one step at a time, so that a person can follow it. */
import type { Refusal } from '../refusal.ts';
import { type Step, steps } from '../words/verification.ts';

export interface CheckedStep {
  readonly step: Step;
  readonly outcome: 'holds' | 'does-not-hold' | 'not-checked';
  /** Why it does not hold, or could not be checked. */
  readonly refusal?: Refusal;
  /** Hex id of the record meant, where it is not the subject. */
  readonly record?: string;
}

/** Steps by name; a step fails once and for all, and never holds after it failed. */
export class StepNotes {
  readonly #noted = new Map<Step, CheckedStep>();

  hold(step: Step): void {
    if (!this.#noted.has(step)) this.#noted.set(step, { step, outcome: 'holds' });
  }

  fail(step: Step, refusal: Refusal): void {
    if (this.#noted.get(step)?.outcome !== 'does-not-hold')
      this.#noted.set(step, { step, outcome: 'does-not-hold', refusal });
  }

  get failed(): CheckedStep | undefined {
    return [...this.#noted.values()].find(({ outcome }) => outcome === 'does-not-hold');
  }

  /** The wanted steps in the order of `steps`; one that was never reached is not checked. */
  list(wanted: readonly Step[]): CheckedStep[] {
    return steps
      .filter((step) => wanted.includes(step))
      .map((step) => this.#noted.get(step) ?? { step, outcome: 'not-checked' });
  }
}
