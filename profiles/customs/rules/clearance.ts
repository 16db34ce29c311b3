/** What goods still lack before they may leave the border, by the controls of both sides and the decision on them. */
import type { Control, ControlResult, Recognition } from '../claims/control.ts';
import { isAdverse } from '../results.ts';
import { physical } from './control/result.ts';

export interface Decided extends Pick<Recognition, 'decision' | 'controls' | 'lane'> {
  /** When it was stated, ms since 1970. */
  readonly at: number;
}

export interface Clearance {
  /** The last decision on the controls; undefined before there is one. */
  readonly decided: Decided | undefined;
  /** Of both sides, each in the order in which the controls ended. */
  readonly sent: readonly ControlResult[];
  readonly found: readonly ControlResult[];
  /** Of both sides: what was found and is not told any more under the number of that control. */
  readonly takenBack: readonly ControlResult[];
}

export type Lack =
  /** To be controlled by the own side, of which nothing is told. */
  | { readonly what: 'uncontrolled' }
  /** Controls that were not recognised, and not made by the own side either. */
  | { readonly what: 'not-replaced'; readonly controls: readonly Control[] }
  | { readonly what: 'documents' | 'inspection' }
  | { readonly what: 'adverse'; readonly result: ControlResult };

/** An examination sees what a look or a scan would have seen. */
const contained: ReadonlySet<Control> = new Set(['visual', 'scan']);

const controlsIn = (results: readonly ControlResult[]): ReadonlySet<Control> =>
  new Set(results.flatMap(({ controls }) => controls));

export function lacksOf({ decided, sent, found, takenBack }: Clearance): readonly Lack[] {
  const adverse = [...unresolved(sent, found), ...takenBack.filter((one) => !isFoundInOrder(one, found))];
  return [
    ...unreplaced(decided, sent, found),
    ...laneLacks(decided, sent, found),
    ...adverse.map((result) => ({ what: 'adverse' as const, result })),
  ];
}

function unreplaced(decided: Decided | undefined, sent: Clearance['sent'], found: Clearance['found']): readonly Lack[] {
  if (decided === undefined || decided.decision === 'full') return [];
  // A further control is one after the decision; in part, what had been done before it counts.
  const own = decided.decision === 'none' ? found.filter(({ ended }) => Date.parse(ended) >= decided.at) : found;
  if (own.length === 0) return [{ what: 'uncontrolled' }];
  if (decided.decision === 'none') return [];
  const recognised = new Set(decided.controls);
  const made = controlsIn(own);
  const isMade = (control: Control) => made.has(control) || (contained.has(control) && made.has('examination'));
  const missing = [...controlsIn(sent)].filter((control) => !recognised.has(control) && !isMade(control));
  return missing.length === 0 ? [] : [{ what: 'not-replaced', controls: missing }];
}

/** A red lane asks for documents and a physical control, a yellow one for documents: recognised, or made here. */
function laneLacks(decided: Decided | undefined, sent: Clearance['sent'], found: Clearance['found']): readonly Lack[] {
  if (decided === undefined || (decided.lane !== 'red' && decided.lane !== 'yellow')) return [];
  const { decision, controls = [] } = decided;
  const recognised = decision === 'full' ? [...controlsIn(sent)] : controls;
  const done = [...recognised, ...controlsIn(found)];
  return [
    ...(done.includes('documents') ? [] : [{ what: 'documents' as const }]),
    ...(decided.lane === 'yellow' || done.some((control) => physical.has(control))
      ? []
      : [{ what: 'inspection' as const }]),
  ];
}

/** The last word of the own side, and what the other side found and the own side has not found in order since. */
function unresolved(sent: Clearance['sent'], found: Clearance['found']): readonly ControlResult[] {
  const last = found.at(-1);
  const since = last !== undefined && !isAdverse(last) ? Date.parse(last.ended) : Number.NEGATIVE_INFINITY;
  const theirs = sent.findLast((one) => isAdverse(one) && Date.parse(one.ended) > since);
  return [last !== undefined && isAdverse(last) ? last : undefined, theirs].filter((one) => one !== undefined);
}

/** By another control of the own side: the same one only says of itself that it was wrong. */
const isFoundInOrder = ({ number, ended }: ControlResult, found: Clearance['found']): boolean =>
  found.some((one) => one.number !== number && !isAdverse(one) && Date.parse(one.ended) > Date.parse(ended));
