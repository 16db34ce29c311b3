/** The way from a draft to a signed record, as the dialog walks it. Pure: what is asked of servers and keys is elsewhere. */
import type { Problem } from '../api/client.ts';
import type { Draft } from '../api/shapes.ts';
import type { Change, Prepared } from './requests.ts';

/** `cancelled`: the person or the device let the request go. */
export type KeyFault = 'cancelled' | 'unsupported' | 'unknown-key';

export type Step =
  | { readonly at: 'preparing' }
  | {
      readonly at: 'review';
      readonly prepared: Prepared;
      /** What is other than in the record that was shown before. */
      readonly changes: readonly Change[];
      readonly fault?: Problem | KeyFault;
    }
  | { readonly at: 'approving'; readonly prepared: Prepared; readonly changes: readonly Change[] }
  /** The first of two officers has approved. */
  | { readonly at: 'countersigned' }
  /** Nothing could be prepared; worth another try. */
  | { readonly at: 'failed'; readonly fault: Problem };

export type Happening =
  | { readonly what: 'prepared'; readonly prepared: Prepared }
  | { readonly what: 'refused'; readonly fault: Problem }
  | { readonly what: 'approve' }
  | { readonly what: 'key-fault'; readonly fault: KeyFault }
  | { readonly what: 'changed'; readonly changes: readonly Change[]; readonly prepared: Prepared }
  | { readonly what: 'countersigned' }
  | { readonly what: 'again' };

export const firstStep: Step = { at: 'preparing' };

export function nextStep(step: Step, happening: Happening): Step {
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
    default:
      return afterFault(step, happening.fault);
  }
}

/** What was shown stays on screen, so that another try starts from there. */
function afterFault(step: Step, fault: Problem | KeyFault): Step {
  if (step.at === 'approving' || step.at === 'review')
    return { at: 'review', prepared: step.prepared, changes: step.changes, fault };
  return typeof fault === 'string' ? step : { at: 'failed', fault };
}

/** Two have to approve, and nobody has. */
export function isFirstOfTwo({ needed, given }: Pick<Prepared, 'needed' | 'given'>): boolean {
  return needed - given > 1;
}

export interface Signing {
  readonly draft: Draft;
  readonly application?: string;
}
