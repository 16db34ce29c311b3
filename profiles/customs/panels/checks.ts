/** What an officer sees in one look: each thing that was compared, and how it came out. */
import type { PanelBlock, Tone } from '../../../kernel/panel.ts';
import type { ControlResult } from '../claims/control.ts';
import { controlResults, recognitionDecisions } from '../code-words/control.ts';
import { documentKinds } from '../code-words/documents.ts';
import { isAdverse } from '../results.ts';
import { meansDifferences } from '../rules/means.ts';
import { papersMissing } from '../rules/recognition/cautions.ts';
import { laneWords } from '../selection/words.ts';
import { certificatesOf, missingPapers } from './held.ts';
import {
  advanceOf,
  isOutside,
  laneOf,
  lastSent,
  type Situation,
  sealsDiffer,
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
    [say('participants'), participantOutcome(situation, told)],
    [say('goods'), goodsOutcome(situation, told)],
    ...(certificates ? [[say('certificates'), certificates] as const] : []),
    [say('papers'), paperOutcome(situation, told)],
    [say('advance'), advanceOutcome(situation, told)],
    ...(situation.side === 'receiving' ? [[say('ownLane'), laneOutcome(situation, told)] as const] : []),
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

function resultText({ result, radiation }: ControlResult, { say, code }: Teller): string {
  const text = `${result} ${code(controlResults, result)}`;
  return radiation === 'exceeded' ? `${text}, ${say('radiating')}` : text;
}

function meansOutcome({ manifest, arrival }: Situation, { say }: Teller): Outcome {
  if (arrival === undefined) return ['unknown', say('notArrived')];
  const { notStated, absent } = meansDifferences(manifest, arrival.claims);
  const numbers = [...absent, ...notStated.map(({ number }) => number)];
  if (numbers.length === 0) return ['good', say('asStated')];
  return ['attention', say('sealsDiffer', { seals: numbers.join(', ') })];
}

function sealOutcome(situation: Situation, { say }: Teller): Outcome {
  const differences = sealsDiffer(situation);
  if (differences === undefined) return ['unknown', say('notArrived')];
  if (differences.length === 0) return ['good', say('asStated')];
  return ['attention', say('sealsDiffer', { seals: [...new Set(differences.map(({ seal }) => seal))].join(', ') })];
}

function weightOutcome(situation: Situation, told: Teller): Outcome {
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
  const { last, isAdverse, isOver } = lastSent(situation);
  if (last === undefined) return ['unknown', say('noControl')];
  const text = resultText(last.claims, told);
  if (isOver) return ['attention', `${text}, ${say('over')}`];
  return [isAdverse ? 'attention' : 'good', text];
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
  if (certificates.length === 0) return undefined;
  const numbers = (of: typeof certificates) => [...new Set(of.map(({ number }) => number))].join(', ');
  const bad = certificates.filter(({ tone }) => tone === 'attention');
  if (bad.length > 0) return ['attention', say('certificatesTrouble', { numbers: numbers(bad) })];
  const unknown = certificates.filter(({ tone }) => tone === 'unknown');
  if (unknown.length > 0) return ['unknown', say('someMissing', { numbers: numbers(unknown) })];
  const taken = certificates.filter(({ tone }) => tone === 'taken');
  if (taken.length > 0) return ['unknown', say('certificatesTaken', { numbers: numbers(taken) })];
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
  if (given < 0) return ['attention', say('afterArrival')];
  if (asked === undefined) return ['unknown', say('aheadOnly', { given: minutes(given) })];
  return [given < asked ? 'attention' : 'good', say('ahead', { given: minutes(given), asked: minutes(asked) })];
}

function laneOutcome(situation: Situation, { say, code }: Teller): Outcome {
  const own = laneOf(situation);
  if (own === undefined) return ['unknown', say('notChosen')];
  return [own.lane === 'green' || own.lane === 'blue' ? 'good' : 'attention', code(laneWords, own.lane)];
}
