/** What an officer sees in one look: each thing that was compared, and how it came out. */
import type { PanelBlock, Tone } from '../../../kernel/panel.ts';
import type { ControlResult } from '../claims/control.ts';
import { controlResults, recognitionDecisions } from '../code-words/control.ts';
import { documentKinds } from '../code-words/documents.ts';
import { isAdverse } from '../results.ts';
import { unnamedIn } from '../rules/coverage.ts';
import { inForceOn } from '../rules/days.ts';
import { meansDifferences } from '../rules/means.ts';
import { officeOf } from '../rules/offices.ts';
import { papersMissing } from '../rules/recognition/cautions.ts';
import { laneWords } from '../selection/words.ts';
import { certificatesOf, isUncovered, missingPapers, toneOf } from './held.ts';
import {
  advanceOf,
  isOutside,
  laneOf,
  lastSent,
  restated,
  type Situation,
  sealsDiffer,
  sealsOf,
  weighed,
  weightDiffers,
} from './situation.ts';
import { inProject, unvouched } from './standing.ts';
import { difference, type Teller } from './told.ts';

export interface Check {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
}

type Outcome = readonly [tone: Tone, text: string];

export const checksBlock = (items: readonly Check[]): PanelBlock => ({ kind: 'checks', items });

/** In the order in which an officer works. */
export function checksOf(situation: Situation, told: Teller): readonly Check[] {
  const { say } = told;
  const certificates = certificateOutcome(situation, told);
  const all: (readonly [string, Outcome])[] = [
    [say('means'), meansOutcome(situation, told)],
    [say('seals'), sealOutcome(situation, told)],
    [say('weight'), weightOutcome(situation, told)],
    [say('theirControl'), controlOutcome(situation, told)],
    ...(situation.found.length > 0 ? [[say('ownControl'), ownOutcome(situation, told)] as const] : []),
    [say('participants'), participantOutcome(situation, told)],
    [say('goods'), goodsOutcome(situation, told)],
    ...(certificates ? [[say('certificates'), certificates] as const] : []),
    [say('papers'), paperOutcome(situation, told)],
    [say('advance'), advanceOutcome(situation, told)],
    ...(situation.side === 'receiving' ? [[say('ownLane'), laneOutcome(situation, told)] as const] : []),
    ...(isOfficeClosed(situation) ? [[say('office'), ['attention', say('officeClosed')]] as const] : []),
  ];
  return all.map(([label, [tone, text]]) => ({ label, text, tone }));
}

/** For whoever does not decide: what was compared with their own statement, and what was made of it. */
export function othersChecks(situation: Situation, told: Teller): readonly Check[] {
  const { say } = told;
  const all: (readonly [string, Outcome])[] = [
    [say('means'), meansOutcome(situation, told)],
    [say('seals'), sealOutcome(situation, told)],
    [say('weight'), weightOutcome(situation, told)],
    [say('recognition'), recognitionOutcome(situation, told)],
    [say('ownControl'), foundOutcome(situation, told)],
  ];
  return all.map(([label, [tone, text]]) => ({ label, text, tone }));
}

function recognitionOutcome({ recognitions }: Situation, { say, code }: Teller): Outcome {
  const last = recognitions.at(-1);
  if (last === undefined) return ['unknown', say('noRecognition')];
  const { decision } = last.claims;
  return [decision === 'full' ? 'good' : 'attention', code(recognitionDecisions, decision)];
}

function foundOutcome({ found }: Situation, told: Teller): Outcome {
  const last = found.at(-1);
  if (last === undefined) return ['unknown', told.say('noneYet')];
  return [isAdverse(last.claims) ? 'attention' : 'good', resultText(last.claims, told)];
}

/** Whatever was found is not outweighed by what was found later. */
function ownOutcome({ found, takenBack: { receiving } }: Situation, told: Teller): Outcome {
  const worst = found.findLast(({ claims }) => isAdverse(claims)) ?? found.at(-1);
  if (worst === undefined) return ['unknown', told.say('noneYet')];
  return andFound([isAdverse(worst.claims) ? 'attention' : 'good', resultText(worst.claims, told)], receiving, told);
}

/** What a control was told to have found stays beside what is told of it now. */
function andFound([tone, text]: Outcome, before: Situation['found'], told: Teller): Outcome {
  if (before.length === 0) return [tone, text];
  const results = before.map(({ claims }) => resultText(claims, told)).join(', ');
  return ['attention', `${text}; ${told.say('foundBefore', { told: results })}`];
}

function resultText({ result, radiation }: ControlResult, { say, code }: Teller): string {
  const text = `${result} ${code(controlResults, result)}`;
  return radiation === 'exceeded' ? `${text}, ${say('radiating')}` : text;
}

function meansOutcome(situation: Situation, { say }: Teller): Outcome {
  const { manifest, arrival } = situation;
  if (arrival === undefined) return ['unknown', say('notArrived')];
  const { notStated, absent } = meansDifferences(manifest, arrival.claims);
  const numbers = [...absent, ...notStated.map(({ number }) => number)];
  const now = numbers.length === 0 ? say('asStated') : say('sealsDiffer', { seals: numbers.join(', ') });
  return andBefore([numbers.length === 0 ? 'good' : 'attention', now], restated(situation).means, say);
}

/** What an earlier statement of the arrival told otherwise stays beside what holds. */
function andBefore([tone, text]: Outcome, told: readonly string[], say: Teller['say']): Outcome {
  return told.length === 0 ? [tone, text] : ['attention', `${text}; ${say('toldBefore', { told: told.join(', ') })}`];
}

function sealOutcome(situation: Situation, { say }: Teller): Outcome {
  const differences = sealsDiffer(situation);
  if (differences === undefined) return ['unknown', say('notArrived')];
  const before = restated(situation).seals.map(({ seal }) => seal);
  if (differences.length === 0) {
    const off = sealsOf(situation).filter(({ leftOff }) => leftOff);
    if (off.length === 0) return andBefore(['good', say('asStated')], before, say);
    const means = off.map((one) => one.means).join(', ');
    return andBefore(['attention', say('sealedNoMore', { means })], before, say);
  }
  const seals = [...new Set(differences.map(({ seal }) => seal))].join(', ');
  return andBefore(['attention', say('sealsDiffer', { seals })], before, say);
}

function weightOutcome(situation: Situation, told: Teller): Outcome {
  const before = restated(situation).weights.map(told.quantity);
  return andBefore(weightNow(situation, told), before, told.say);
}

function weightNow(situation: Situation, told: Teller): Outcome {
  const { say, mass } = told;
  if (situation.arrival === undefined) return ['unknown', say('notArrived')];
  if (weighed(situation) === undefined) return ['unknown', say('notWeighed')];
  const weight = weightDiffers(situation);
  if (weight === undefined) return ['unknown', say('notComparable')];
  const so = difference(weight.stated, weight.found, told);
  if (weight.allowed === undefined) return ['unknown', say('noTolerance', { difference: so })];
  const detail = { difference: so, allowed: `±${mass(weight.allowed)}` };
  return isOutside(weight) ? ['attention', say('outside', detail)] : ['good', say('within', detail)];
}

function controlOutcome(situation: Situation, told: Teller): Outcome {
  const { say } = told;
  const { last, isOver } = lastSent(situation);
  // Once goods are there, nothing can be recognised without it.
  if (last === undefined) return [situation.arrival === undefined ? 'unknown' : 'attention', say('noControl')];
  const worst = situation.sent.findLast(({ claims }) => isAdverse(claims));
  const text = resultText((worst ?? last).claims, told);
  const now: Outcome = isOver
    ? ['attention', `${text}, ${say('over')}`]
    : [worst === undefined ? 'good' : 'attention', text];
  return andFound(now, situation.takenBack.sending, told);
}

function participantOutcome(situation: Situation, { say }: Teller): Outcome {
  const missing = unvouched(situation);
  if (missing.length === 0) return ['good', say('allValid')];
  return ['attention', say('notAllValid', { names: missing.map((role) => say(role).toLowerCase()).join(', ') })];
}

function goodsOutcome(situation: Situation, { say }: Teller): Outcome {
  const outside = situation.manifest.lines.filter(({ hs }) => !inProject(hs, situation)).map(({ hs }) => hs);
  if (outside.length === 0) return ['good', say('allInProject')];
  return ['attention', say('notInProject', { codes: [...new Set(outside)].join(', ') })];
}

/** Undefined where no line rests on a certificate. */
function certificateOutcome(situation: Situation, { say }: Teller): Outcome | undefined {
  const certificates = certificatesOf(situation);
  const unnamed = unnamedIn(situation.manifest);
  if (certificates.length === 0 && unnamed.lines.length === 0) return undefined;
  const numbers = (of: typeof certificates) => [...new Set(of.map(({ number }) => number))].join(', ');
  const having = (...troubles: (typeof certificates)[number]['troubles']) =>
    certificates.filter((one) => one.troubles.some((trouble) => troubles.includes(trouble)));
  const bad = certificates.filter((one) => toneOf(one, situation) === 'attention');
  if (bad.length > 0) {
    const closed = having('certificate-not-open', 'certificate-frozen');
    if (closed.length > 0) return ['attention', say('certificatesClosed', { numbers: numbers(closed) })];
    const taken = having('certificate-used-up', 'certificate-shared');
    if (taken.length > 0) return ['attention', say('certificatesTaken', { numbers: numbers(taken) })];
    const word = bad.every(isUncovered) ? 'certificatesUncovered' : 'certificatesTrouble';
    return ['attention', say(word, { numbers: numbers(bad) })];
  }
  const lines = unnamed.lines.map(({ sequence }) => sequence).join(', ');
  if (lines !== '' && unnamed.as === 'record') return ['attention', say('certificateUnnamed', { lines })];
  const unknown = having('certificate-not-held');
  if (unknown.length > 0) return ['unknown', say('someMissing', { numbers: numbers(unknown) })];
  if (lines !== '') return ['unknown', say('certificateOnPaper', { lines })];
  return ['good', say('certificatesOpen')];
}

function paperOutcome(situation: Situation, { say, code }: Teller): Outcome {
  const { documents = [] } = situation.manifest;
  const lacking = papersMissing(situation.manifest);
  if (lacking.length > 0) {
    const kinds = lacking.map(({ kind }) => code(documentKinds, kind)).join(', ');
    return ['attention', say('kindsMissing', { kinds })];
  }
  if (documents.length === 0) return ['unknown', say('noPapers')];
  const missing = missingPapers(situation);
  const word = documents.some(({ record }) => record !== undefined) ? 'allHeld' : 'papersStated';
  if (missing.length === 0) return ['good', say(word, { count: documents.length })];
  return ['unknown', say('someMissing', { numbers: missing.map(({ number }) => number).join(', ') })];
}

function advanceOutcome(situation: Situation, { say, minutes, moment }: Teller): Outcome {
  const advance = advanceOf(situation);
  if (advance === undefined) return ['unknown', moment(situation.manifest.expected)];
  const { given, asked } = advance;
  if (given < 0) return ['attention', say(situation.arrival ? 'afterComing' : 'afterArrival')];
  if (asked === undefined) return ['unknown', say('aheadOnly', { given: minutes(given) })];
  return [given < asked ? 'attention' : 'good', say('ahead', { given: minutes(given), asked: minutes(asked) })];
}

function laneOutcome(situation: Situation, { say, code }: Teller): Outcome {
  const own = laneOf(situation);
  if (own === undefined) return ['unknown', say('notChosen')];
  return [own.lane === 'green' || own.lane === 'blue' ? 'good' : 'attention', code(laneWords, own.lane)];
}

export function isOfficeClosed({ view, receiving, arrival, manifest, day }: Situation): boolean {
  const office = officeOf(view, receiving, arrival?.claims.office ?? manifest.entryOffice);
  return office !== undefined && !inForceOn(office, day);
}
