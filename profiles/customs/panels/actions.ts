/** What an officer can do next, with what the comparison already tells filled in. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PanelAction } from '../../../kernel/panel.ts';
import type { ControlResult, Recognition } from '../claims/control.ts';
import { papersMissing } from '../rules/recognition/cautions.ts';
import { checksOf, isOfficeClosed } from './checks.ts';
import { certificatesOf, isUncovered, isUnnamed, missingPapers, onlyUncovered, toneOf } from './held.ts';
import {
  advanceOf,
  isOutside,
  lacking,
  laneOf,
  lastSent,
  restated,
  type Situation,
  sameMeans,
  sealsDiffer,
  weightDiffers,
} from './situation.ts';
import { discredited, inProject, unvouched } from './standing.ts';
import type { Teller } from './told.ts';
import { actionWords } from './words.ts';
import { writeOffActions } from './writing-off.ts';

export type ActionName = keyof typeof actionWords;

/** Those of one state, the expected one first. What is not in turn the server leaves out. */
export function actionsOf(situation: Situation, told: Teller): readonly PanelAction[] {
  const { side, shown } = situation;
  if (side === 'sending') return sendingActions(situation, told);
  if (side !== 'receiving') return [];
  const steps = receivingActions(situation, told);
  const amounts = writeOffActions(situation, told, officeHere(situation));
  const [first, ...more] = amounts;
  // What is to leave is reserved first, and what has gone in is written off before the matter is closed.
  const isExpected = isReleased(shown.state) || (isPresent(shown.state) && !steps.some(({ main }) => main));
  if (!isExpected || first === undefined) return [...steps, ...amounts];
  return [{ ...first, main: true }, ...more, ...steps.map(({ main: _, ...step }) => step)];
}

const isReleased = (state: string): boolean => state === 'released' || state === 'released-for-audit';

/** Goods stand at the border. */
const isPresent = (state: string): boolean =>
  ['arrived', 'queried-at-border', 'recognised', 'recontrolled'].includes(state);

function receivingActions(situation: Situation, told: Teller): readonly PanelAction[] {
  switch (situation.shown.state) {
    case 'sent':
    case 'registered':
    case 'queried':
      return underwayActions(situation, told);
    case 'arrived':
    case 'queried-at-border':
      return borderActions(situation, told);
    default:
      return laterActions(situation, told);
  }
}

const make =
  ({ language }: Teller) =>
  (name: ActionName, type: string, claims: object, more: Partial<Pick<PanelAction, 'ready' | 'main'>> = {}) => ({
    title: actionWords[name][language],
    type,
    claims: claims as JsonObject,
    ready: false,
    ...more,
  });

const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

const officeHere = ({ arrival, manifest }: Situation): string => arrival?.claims.office ?? manifest.entryOffice;

/** The numbers are there already; seals are left to whoever stands before them. */
function underwayActions(situation: Situation, told: Teller): readonly PanelAction[] {
  const { manifest, now } = situation;
  const action = make(told);
  const means = manifest.means.map(({ number }) => ({ number, seals: [] }));
  return [
    action('arrive', 'manifest-arrival', { office: manifest.entryOffice, time: iso(now), means }, { main: true }),
    action('ask', 'manifest-query', {}),
    action('reject', 'manifest-registration', { kind: 'reject', office: manifest.entryOffice }),
  ];
}

const isFast = (lane: string | undefined): boolean => lane === 'green' || lane === 'blue';

/** Recognise, control with reason, ask. In one step passes what agrees in everything: nothing needs attention or is unknown. */
function borderActions(situation: Situation, told: Teller): readonly PanelAction[] {
  const action = make(told);
  const own = laneOf(situation);
  const office = officeHere(situation);
  const lane = own ? { lane: own.lane, ground: own.ground } : {};
  const checks = checksOf(situation, told);
  const passes = isFast(own?.lane) && checks.every(({ tone }) => tone === 'good');
  const controls = [...new Set(situation.sent.flatMap(({ claims }) => claims.controls))];
  const full = { decision: 'full', ...lane, office };
  const reasons = reasonsFor(situation);
  const listed = reasons.length === 0 ? {} : { reasons: reasons.map((code) => ({ code })) };
  const lacksCover = onlyUncovered(situation);
  const suspected = checks.some(
    ({ label, tone }) => tone === 'attention' && !(lacksCover && label === told.say('certificates')),
  );
  const ready = own !== undefined;
  return [
    passes
      ? action('pass', 'recognition', { ...full, release: true }, { ready, main: true })
      : action('full', 'recognition', full, { ready, ...(!suspected && !lacksCover && { main: true as const }) }),
    action('part', 'recognition', {
      decision: 'part',
      ...(controls.length > 0 && { controls }),
      ...listed,
      ...(isFast(own?.lane) ? { ground: 'officer' } : lane),
      office,
    }),
    action('control', 'recognition', begunControl(situation), suspected ? { main: true } : {}),
    action('ask', 'manifest-query', {}),
  ];
}

/** Against a lane that lets pass, control is the officer's own choice, and all that was done before is done anew. */
function begunControl(situation: Situation): object {
  const reasons = reasonsFor(situation);
  return {
    decision: 'none',
    ...(reasons.length > 0 && { reasons: reasons.map((code) => ({ code })) }),
    ...(isFast(laneOf(situation)?.lane) ? { lane: 'red', ground: 'officer' } : laneClaims(situation)),
    office: officeHere(situation),
  };
}

type ReasonCode = NonNullable<Recognition['reasons']>[number]['code'];

/** As far as the differences tell them. Whom no register knows is a reason where the goods themselves give none. */
export function reasonsFor(situation: Situation): readonly ReasonCode[] {
  const weight = weightDiffers(situation);
  const { isOver, last } = lastSent(situation);
  const { given = 0, asked } = advanceOf(situation) ?? {};
  const own = laneOf(situation);
  const { seals, weights } = restated(situation);
  const isSealOff = (sealsDiffer(situation) ?? []).length > 0 || seals.length > 0;
  const isWeightOff = (weight !== undefined && isOutside(weight)) || weights.length > 0;
  const doubted = isSealOff || isWeightOff ? discredited(situation) : unvouched(situation);
  const held: readonly (readonly [boolean, ReasonCode])[] = [
    [isSealOff, 'seal-differs'],
    [isWeightOff, 'weight-differs'],
    [last === undefined || isOver || lacksPapers(situation), 'document-missing'],
    [doubted.length > 0, 'participant-not-listed'],
    [situation.manifest.lines.some(({ hs }) => !inProject(hs, situation)), 'goods-not-listed'],
    [given < 0 || (asked !== undefined && given < asked), 'late'],
    [!isFast(own?.lane) && (own?.ground === 'random' || own?.ground === 'top-up'), 'random-check'],
    [!isFast(own?.lane) && (own?.ground === 'profile' || own?.ground === 'officer'), 'national-risk'],
  ];
  return held.flatMap(([holds, code]) => (holds ? [code] : []));
}

const lacksPapers = (situation: Situation): boolean =>
  papersMissing(situation.manifest).length > 0 ||
  missingPapers(situation).length > 0 ||
  isUnnamed(situation) ||
  certificatesOf(situation).some((one) => toneOf(one, situation) === 'attention' && !isUncovered(one));

function laterActions(situation: Situation, told: Teller): readonly PanelAction[] {
  const action = make(told);
  const { shown } = situation;
  const office = officeHere(situation);
  const audited = situation.recognitions.at(-1)?.claims.lane === 'blue' && { audit: true as const };
  const disposed = (name: 'release' | 'detain' | 'return' | 'close', more: Parameters<typeof action>[3] = {}) =>
    action(name, 'manifest-disposition', { kind: name, ...(name === 'release' && audited), office }, more);
  const result = (more: Parameters<typeof action>[3] = {}) =>
    action('result', 'control-result', begunResult(situation, 'receiving'), more);
  const main = { main: true as const };
  const lacks = lacking(situation);
  const isBad = lacks.some(({ what }) => what === 'adverse');
  const isUndone = !isBad && lacks.length > 0;
  const isDoubted =
    isUnnamed(situation) ||
    (certificatesOf(situation).some(({ troubles }) => troubles.length > 0) && !onlyUncovered(situation));
  const isFree =
    lacks.length === 0 &&
    !isOfficeClosed(situation) &&
    !isUnnamed(situation) &&
    certificatesOf(situation).every(({ troubles }) => troubles.length === 0);
  switch (shown.state) {
    case 'recognised':
      return [
        disposed('release', { ready: !isUndone, ...(isFree && main) }),
        result(isUndone ? main : {}),
        action('control', 'recognition', begunControl(situation), isBad || (isDoubted && !isUndone) ? main : {}),
        disposed('detain'),
      ];
    case 'recontrolled':
      return [
        result(isUndone ? main : {}),
        disposed('release', { ready: !isUndone, ...(isFree && main) }),
        disposed('detain', isBad || (isDoubted && !isUndone) ? main : {}),
        disposed('return'),
      ];
    case 'detained':
      return [result(), disposed('release', { ready: !isUndone }), disposed('return'), disposed('close')];
    case 'released-for-audit':
      return [result(main), disposed('close')];
    case 'released':
      return [disposed('close', { ready: true, main: true }), result()];
    case 'returned':
      return [disposed('close', { ready: true, main: true })];
    default:
      return [];
  }
}

function laneClaims(situation: Situation): Partial<Pick<Recognition, 'lane' | 'ground'>> {
  const own = laneOf(situation);
  return own ? { lane: own.lane, ground: own.ground } : {};
}

/** A control that was decided on is of the lane that the decision names. */
function resultLane(situation: Situation): Partial<Pick<Recognition, 'lane' | 'ground'>> {
  const decided = situation.recognitions.at(-1)?.claims;
  if (decided === undefined || decided.decision === 'full') return laneClaims(situation);
  return { lane: decided.lane, ground: decided.ground };
}

/** What was seen is left to whoever saw it. Seals are those last known, before and after: whoever opens one says so. */
function begunResult(situation: Situation, side: ControlResult['side']): object {
  const { manifest, arrival, now } = situation;
  const seals = manifest.means.flatMap(({ number, seals: stated = [] }) => {
    const here = arrival?.claims.means.find((one) => sameMeans(one.number, number))?.seals;
    const before = (here ?? stated).map((seal) => seal.number);
    return before.length === 0 ? [] : [{ means: number, before, after: before }];
  });
  return {
    side,
    office: side === 'sending' ? manifest.departureOffice : officeHere(situation),
    ...(side === 'receiving' && resultLane(situation)),
    ended: iso(now),
    ...(seals.length > 0 && { seals }),
  };
}

function sendingActions(situation: Situation, told: Teller): readonly PanelAction[] {
  const action = make(told);
  const { shown, sent } = situation;
  const isAsked = shown.state === 'queried' || shown.state === 'queried-at-border';
  return [
    ...(isAsked ? [action('reply', 'manifest-reply', {}, { main: true })] : []),
    action(
      'result',
      'control-result',
      begunResult(situation, 'sending'),
      !isAsked && sent.length === 0 ? { main: true } : {},
    ),
  ];
}
