/** The way from a draft to a signed record, as the dialog walks it. Pure: what is asked of servers and keys is elsewhere. */

/** `cancelled`: the person or the device let the request go. */
export type KeyFault = 'cancelled' | 'unsupported' | 'unknown-key';

/** In what a record differs from the one that was shown before. */
export type Change = 'time' | 'basis' | 'heads' | 'trust' | 'findings' | 'status';

/** `P`: a prepared record; `F`: what the server refused with. */
export type Step<P, F> =
  | { readonly at: 'preparing' }
  | {
      readonly at: 'review';
      readonly prepared: P;
      readonly changes: readonly Change[];
      readonly fault?: F | KeyFault;
    }
  | { readonly at: 'approving'; readonly prepared: P; readonly changes: readonly Change[] }
  /** The first of two officers has approved. */
  | { readonly at: 'countersigned' }
  /** Nothing could be prepared; worth another try. */
  | { readonly at: 'failed'; readonly fault: F };

export type Happening<P, F> =
  | { readonly what: 'prepared'; readonly prepared: P }
  | { readonly what: 'refused'; readonly fault: F }
  | { readonly what: 'approve' }
  | { readonly what: 'key-fault'; readonly fault: KeyFault }
  | { readonly what: 'changed'; readonly changes: readonly Change[]; readonly prepared: P }
  | { readonly what: 'countersigned' }
  | { readonly what: 'again' };

export const firstStep = { at: 'preparing' } as const;

export function nextStep<P, F>(step: Step<P, F>, happening: Happening<P, F>): Step<P, F> {
  switch (happening.what) {
    case 'prepared':
      return { at: 'review', prepared: happening.prepared, changes: [] };
    case 'approve':
      return step.at === 'review' ? { at: 'approving', prepared: step.prepared, changes: step.changes } : step;
    case 'changed':
      return { at: 'review', prepared: happening.prepared, changes: happening.changes };
    case 'countersigned':
      return { at: 'countersigned' };
    case 'again':
      return firstStep;
    case 'refused':
      return shownAgain(step, happening.fault) ?? { at: 'failed', fault: happening.fault };
    case 'key-fault':
      return shownAgain(step, happening.fault) ?? step;
  }
}

/** What was shown stays on screen, so that another try starts from there. */
function shownAgain<P, F>(step: Step<P, F>, fault: F | KeyFault): Step<P, F> | undefined {
  if (step.at !== 'approving' && step.at !== 'review') return undefined;
  return { at: 'review', prepared: step.prepared, changes: step.changes, fault };
}

/** Two have to approve, and nobody has. */
export function isFirstOfTwo({ needed, given }: { readonly needed: number; readonly given: number }): boolean {
  return needed - given > 1;
}
