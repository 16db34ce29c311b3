/** Walks the steps of one signing with the server and the person's key. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { Problem } from '../api/client.ts';
import { queryClient, useSession } from '../api/queries.ts';
import type { RecordDetails } from '../api/shapes.ts';
import { askPasskey, PasskeyFault } from './passkey.ts';
import {
  type Answer,
  approve,
  changedIn,
  countersign,
  countersignOptions,
  forget,
  type Prepared,
  prepare,
} from './requests.ts';
import { firstStep, type Happening, isFirstOfTwo, nextStep, type Step } from './steps.ts';
import type { PendingSigning } from './use-signing.ts';

export type SigningStep = Step<Prepared, Problem>;

interface Walk {
  readonly step: SigningStep;
  readonly approve: () => void;
  readonly again: () => void;
}

type Tell = (happening: Happening<Prepared, Problem>) => void;

export function useSteps(pending: PendingSigning): Walk {
  const [step, tell] = useReducer(nextStep<Prepared, Problem>, firstStep);
  const { demonstration } = useSession().person;
  const preparing = step.at === 'preparing';
  useEffect(() => {
    if (!preparing) return undefined;
    let left = false;
    prepare(pending).then(
      (prepared) => (left ? void forget(prepared.id) : tell({ what: 'prepared', prepared })),
      (fault: unknown) => left || refuse(pending, fault, tell),
    );
    return () => {
      left = true;
    };
  }, [preparing, pending]);
  const kept = useForgetting(step);
  const prepared = step.at === 'review' ? step.prepared : undefined;
  const go = useCallback(() => {
    if (prepared === undefined) return;
    tell({ what: 'approve' });
    void answer(pending, prepared, demonstration, tell, kept);
  }, [pending, prepared, demonstration, kept]);
  const asked = useRef(false);
  const atOnce = pending.atOnce && !demonstration && step.at === 'review' && isPlain(step);
  useEffect(() => {
    if (!atOnce || asked.current) return;
    asked.current = true;
    go();
  }, [atOnce, go]);
  return { step, approve: go, again: () => tell({ what: 'again' }) };
}

/** What the server still holds for this dialog. */
interface Kept {
  /** Issued, or dropped by the server: nothing is left to forget. */
  spent: string | undefined;
  closed: boolean;
}

/** What is on screen is forgotten when it leaves the screen, or the page is left. */
function useForgetting(step: SigningStep): Kept {
  const kept = useRef<Kept>({ spent: undefined, closed: false }).current;
  const id = step.at === 'review' || step.at === 'approving' ? step.prepared.id : undefined;
  useEffect(() => {
    kept.closed = false;
    return () => {
      kept.closed = true;
    };
  }, [kept]);
  useEffect(() => {
    if (id === undefined) return undefined;
    const leave = () => {
      if (kept.spent !== id) void forget(id);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, kept]);
  return kept;
}

/** Nothing in it that a person would have to look at first. */
function isPlain({ prepared, changes, fault }: Extract<SigningStep, { at: 'review' }>): boolean {
  const { findings, needed, assertion } = prepared;
  const isQuiet = findings.every(({ severity }) => severity === 'inform');
  return isQuiet && needed === 1 && assertion !== undefined && changes.length === 0 && fault === undefined;
}

async function answer(
  pending: PendingSigning,
  prepared: Prepared,
  demonstration: boolean,
  tell: Tell,
  kept: Kept,
): Promise<void> {
  try {
    if (isFirstOfTwo(prepared)) {
      const { handle, options } = await countersignOptions(pending.draft);
      await countersign(
        pending.draft,
        handle,
        demonstration ? { demonstration } : { response: await askPasskey(options) },
      );
      void queryClient.invalidateQueries({ queryKey: ['countersigned'] });
      tell({ what: 'countersigned' });
      return;
    }
    const given = await answerTo(prepared, demonstration);
    if (given === undefined) return;
    const record: RecordDetails = await approve(prepared.id, given);
    kept.spent = prepared.id;
    for (const key of ['inbox', 'records', 'record', 'countersigned', 'applications', 'drafts'])
      void queryClient.invalidateQueries({ queryKey: [key] });
    pending.done(record);
  } catch (fault) {
    const changed = changedIn(fault);
    if (changed) {
      kept.spent = prepared.id;
      if (kept.closed) void forget(changed.prepared.id);
      else tell({ what: 'changed', ...changed });
    }
    // Shown anew, not signed unseen.
    else if (fault instanceof Problem && fault.code === 'approval.expired') tell({ what: 'again' });
    else refuse(pending, fault, tell);
  }
}

async function answerTo({ assertion }: Prepared, demonstration: boolean): Promise<Answer | undefined> {
  if (demonstration) return { demonstration };
  return assertion && { response: await askPasskey(assertion) };
}

/** Findings belong to the form that made the draft; anything else is told here, where it can be tried again. */
function refuse(pending: PendingSigning, fault: unknown, tell: Tell): void {
  if (fault instanceof PasskeyFault)
    tell({ what: 'key-fault', fault: fault.kind === 'known-already' ? 'unknown-key' : fault.kind });
  else if (fault instanceof Problem && fault.findings.length === 0) tell({ what: 'refused', fault });
  else pending.refused(fault);
}
