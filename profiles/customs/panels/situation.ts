/** What is known of a manifest by whoever holds it: taken together once, told by every part of the screen. */

import type { ShownRecord } from '../../../kernel/panel.ts';
import { evenReference } from '../../../kernel/reference.ts';
import type { Selected } from '../../../kernel/selection.ts';
import type { View } from '../../../kernel/statement.ts';
import type { ControlResult, Recognition } from '../claims/control.ts';
import type { Arrival, Disposition } from '../claims/follow-ups.ts';
import type { Manifest } from '../claims/manifest.ts';
import type { Quantity } from '../claims/text.ts';
import { manifestOf, receivingCustoms } from '../institutions.ts';
import { toMass } from '../mass.ts';
import { corrected, isAdverse, takenBack } from '../results.ts';
import { type Lack, lacksOf } from '../rules/clearance.ts';
import { dayOf } from '../rules/days.ts';
import { instantOf } from '../rules/moments.ts';
import { leadOf, officeOf } from '../rules/offices.ts';
import { type Restated, restatedIn } from '../rules/restated.ts';
import {
  isBefore,
  type Reached,
  type SealDifference,
  type SealsOf,
  sealsFoundOff,
  sealsStated,
} from '../rules/seals.ts';
import { isOutside, type WeightDifference, weightDifference } from '../rules/tolerances.ts';

/** One follow-up in its own words, and when it was stated. */
export interface Followed<Claims> {
  readonly id: string;
  readonly issuer: string;
  readonly time: number;
  readonly claims: Claims;
}

export interface Situation {
  readonly shown: ShownRecord;
  readonly manifest: Manifest;
  readonly sending: string;
  /** Empty when no customs service of the destination is among the recipients. */
  readonly receiving: string;
  /** Which of the two looks; others only read. */
  readonly side: 'sending' | 'receiving' | 'other';
  /** Ms since 1970. */
  readonly now: number;
  /** As of when things are compared: now, or when the goods left the border. */
  readonly at: number;
  readonly day: string;
  /** The one that holds. */
  readonly arrival?: Followed<Arrival>;
  /** All that were stated, the last one last. */
  readonly arrivals: readonly Followed<Arrival>[];
  /** All that the sending side stated of its controls, also what it corrected later. */
  readonly told: readonly Followed<ControlResult>[];
  /** As they stand after corrections, in the order in which the controls ended. */
  readonly sent: readonly Followed<ControlResult>[];
  readonly found: readonly Followed<ControlResult>[];
  /** By side, what was found and is not told any more under the number of that control. */
  readonly takenBack: Readonly<Record<ControlResult['side'], readonly Followed<ControlResult>[]>>;
  readonly recognitions: readonly Followed<Recognition>[];
  readonly asked: readonly Followed<{ readonly text: string }>[];
  readonly view: View;
}

/** Those that hold alone: what was refused or crossed says nothing. */
function effective<Claims>(followUps: readonly ShownRecord[], ...types: readonly string[]): Followed<Claims>[] {
  return followUps
    .filter(({ type, state }) => types.includes(type) && state === 'effective')
    .map(({ id, issuer, time, claims }) => ({ id, issuer, time, claims: claims as unknown as Claims }));
}

/** As a register has it. */
const statedOf = ({ id, time, claims: { number, ended, result, radiation } }: Followed<ControlResult>) => ({
  record: id,
  number,
  ended,
  result,
  ...(radiation && { radiation }),
  stated: new Date(time).toISOString(),
});

export function situationOf(shown: ShownRecord, followUps: readonly ShownRecord[], view: View, now: number): Situation {
  const receiving = receivingCustoms(shown) ?? '';
  const told = effective<ControlResult>(followUps, 'control-result');
  const results = (side: ControlResult['side']) =>
    told.filter(({ claims }) => claims.side === side).map((one) => ({ ...one, ...statedOf(one) }));
  const arrivals = effective<Arrival>(followUps, 'manifest-arrival');
  const arrival = arrivals.at(-1);
  const recognitions = effective<Recognition>(followUps, 'recognition');
  const dispositions = effective<Disposition>(followUps, 'manifest-disposition');
  const left = [
    ...recognitions.filter(({ claims }) => claims.release === true),
    ...dispositions.filter(({ claims }) => claims.kind === 'release' || claims.kind === 'return'),
  ].map(({ time }) => time);
  const at = Math.min(now, ...left);
  return {
    shown,
    manifest: manifestOf(shown),
    sending: shown.issuer,
    receiving,
    side: shown.self === shown.issuer ? 'sending' : shown.self === receiving ? 'receiving' : 'other',
    now,
    at,
    day: dayOf(at),
    arrivals,
    ...(arrival && { arrival }),
    told: told.filter(({ claims }) => claims.side === 'sending'),
    sent: corrected(results('sending')),
    found: corrected(results('receiving')),
    takenBack: { sending: takenBack(results('sending')), receiving: takenBack(results('receiving')) },
    recognitions,
    asked: effective<{ readonly text: string }>(followUps, 'manifest-query', 'manifest-reply'),
    view,
  };
}

/** The last control of the sending side, and what stands against resting on it. */
export function lastSent({ sent, at }: Situation): {
  readonly last?: Followed<ControlResult>;
  readonly isAdverse: boolean;
  readonly isOver: boolean;
} {
  const last = sent.at(-1);
  const ends = sent.map(({ claims }) => instantOf(claims.validUntil) ?? Number.POSITIVE_INFINITY);
  return {
    ...(last && { last }),
    isAdverse: sent.some(({ claims }) => isAdverse(claims)),
    isOver: last !== undefined && Math.max(...ends) < at,
  };
}

/** As the register of arrivals has it. */
export function reachedOf({ arrival, arrivals: [first], view }: Situation): Reached | undefined {
  if (arrival === undefined || first === undefined) return undefined;
  return { time: arrival.claims.time, had: (record) => view.comesAfter(first.id, record) };
}

/** Whether a result of the sending side tells of the seals with which the goods came. */
export const isOnTheWay = ({ claims, id }: Followed<ControlResult>, situation: Situation): boolean =>
  isBefore({ ended: claims.ended, record: id }, reachedOf(situation));

/** What that side did, and told, before the goods came: later it has nothing to say of their seals. */
export const onTheWay = (situation: Situation): readonly Followed<ControlResult>[] =>
  corrected(situation.told.filter((one) => isOnTheWay(one, situation)).map((one) => ({ ...one, ...statedOf(one) })));

export const sealsOf = (situation: Situation): readonly SealsOf[] =>
  sealsStated(
    situation.manifest,
    situation.told.map((one) => ({ ...one.claims, ...statedOf(one) })),
    reachedOf(situation),
  );

/** What the last statement of the arrival tells otherwise than those before it. */
export const restated = ({ arrivals }: Situation): Restated => restatedIn(arrivals.map(({ claims }) => claims));

/** What goods still lack before they may leave the border. */
export function lacking({ recognitions, sent, found, takenBack: { sending, receiving } }: Situation): readonly Lack[] {
  const last = recognitions.at(-1);
  const claims = (results: Situation['sent']) => results.map((one) => one.claims);
  return lacksOf({
    decided: last && { ...last.claims, at: last.time },
    sent: claims(sent),
    found: claims(found),
    takenBack: claims([...sending, ...receiving]),
  });
}

/** Undefined before anybody at the border has seen the goods. */
export function sealsDiffer(situation: Situation): readonly SealDifference[] | undefined {
  const { arrival, found } = situation;
  if (arrival === undefined) return undefined;
  const own = found.map(({ claims }) => claims);
  return sealsFoundOff(sealsOf(situation), arrival.claims, own);
}

/** As the receiving side weighed last: in a control of its own, else at the border. */
export const weighed = ({ found, arrival }: Situation): Quantity | undefined =>
  found.findLast(({ claims }) => claims.gross)?.claims.gross ?? arrival?.claims.gross;

/** Undefined where nobody weighed, or nothing can be compared. */
export function weightDiffers(
  situation: Situation,
  gross: Quantity | undefined = weighed(situation),
): WeightDifference | undefined {
  const { manifest, receiving, day, view } = situation;
  const found = gross && toMass(gross);
  return found === undefined ? undefined : weightDifference(receiving, manifest.lines, found, day, view);
}

export { isOutside };

export const sameMeans = (one: string, other: string): boolean => evenReference(one) === evenReference(other);

/** As the findings of the manifest and of its recognition count it. */
export const advanceOf = ({ manifest, receiving, shown, view, arrival }: Situation): ReturnType<typeof leadOf> =>
  leadOf(shown, officeOf(view, receiving, manifest.entryOffice), arrival?.claims.time);

export interface Lane {
  readonly lane: 'red' | 'yellow' | 'blue' | 'green';
  readonly ground: Recognition['ground'];
  readonly selected: Selected;
}

/** The own lane that holds: what an officer chose last goes before what was drawn. */
export function laneOf({ shown }: Situation): Lane | undefined {
  const selected = shown.selected?.['lanes'];
  if (selected === undefined) return undefined;
  const last = selected.rerouted.at(-1);
  return {
    lane: (last?.outcome ?? selected.outcome) as Lane['lane'],
    ground: last === undefined ? (selected.ground as Lane['ground']) : 'officer',
    selected,
  };
}
