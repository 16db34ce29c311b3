/** A control result and a recognition in words, whoever made them. */
import type { PanelBlock } from '../../../kernel/panel.ts';
import type { ControlResult } from '../claims/control.ts';
import { controlKinds, controlResults, groundWords, recognitionDecisions, violations } from '../code-words/control.ts';
import { extents, radiationLevels } from '../code-words/records.ts';
import { recognitionReasons } from '../reasons.ts';
import { isAdverse } from '../results.ts';
import { officeOf } from '../rules/offices.ts';
import { laneWords } from '../selection/words.ts';
import { type Followed, isOnTheWay, laneOf, type Situation } from './situation.ts';
import type { Teller } from './told.ts';

type Line = Extract<PanelBlock, { kind: 'facts' }>['lines'][number];

export function officeName(code: string, customs: string, { view }: Situation): string {
  const name = officeOf(view, customs, code)?.name;
  return name === undefined ? code : `${name} (${code})`;
}

export function resultFacts(one: Followed<ControlResult>, situation: Situation, told: Teller): readonly Line[] {
  const { claims, issuer, id, time } = one;
  const { say, code, moment, quantity } = told;
  const isLate = claims.side === 'sending' && claims.seals !== undefined && !isOnTheWay(one, situation);
  const isOver = claims.validUntil !== undefined && Date.parse(claims.validUntil) < situation.at;
  const lane = claims.lane && code(laneWords, claims.lane);
  const ground = claims.ground && code(groundWords, claims.ground);
  const optional = (label: string, value: string | undefined): Line[] => (value ? [{ label, value }] : []);
  return [
    {
      label: say('result'),
      value: `${claims.result}: ${code(controlResults, claims.result)}`,
      record: id,
      ...(isAdverse(claims) && { differs: true as const }),
    },
    ...optional(say('controls'), claims.controls.map((control) => code(controlKinds, control)).join(', ')),
    ...(claims.radiation === undefined
      ? []
      : [
          {
            label: say('radiation'),
            value: code(radiationLevels, claims.radiation),
            ...(claims.radiation === 'exceeded' && { differs: true as const }),
          },
        ]),
    ...optional(say('extent'), claims.extent && code(extents, claims.extent)),
    { label: say('office'), value: officeName(claims.office, issuer, situation) },
    { label: say('started'), value: moment(claims.started) },
    { label: say('ended_'), value: moment(claims.ended) },
    ...(isLate
      ? [{ label: say('toldAt'), value: say('toldLate', { time: moment(time) }), differs: true as const }]
      : []),
    ...(claims.validUntil === undefined
      ? []
      : [{ label: say('validUntil'), value: moment(claims.validUntil), ...(isOver && { differs: true as const }) }]),
    ...optional(say('laneAndGround'), [lane, ground].filter((one) => one !== undefined).join('; ')),
    ...(claims.lines ?? []).map(
      ({ sequence, violations: found = [], declared, found: amount, damaged, sampled, text }): Line => {
        const parts = [
          ...found.map((one) => code(violations, one)),
          ...(declared ? [say('declared', { amount: quantity(declared) })] : []),
          ...(amount ? [say('found', { amount: quantity(amount) })] : []),
          ...(damaged ? [say('damaged')] : []),
          ...(sampled ? [say('sampled')] : []),
          ...(text ? [text] : []),
        ];
        const label = say('findingOfLine', { line: sequence });
        return { label, value: parts.join('; '), ...((found.length > 0 || damaged) && { differs: true as const }) };
      },
    ),
    ...optional(say('equipment'), claims.equipment?.join(', ')),
    ...optional(say('images'), claims.images?.map(({ digest }) => `${digest.slice(0, 16)}…`).join(', ')),
    ...optional(say('remark'), claims.text),
  ];
}

export function sentBlocks(situation: Situation, told: Teller): readonly PanelBlock[] {
  return resultBlocks(told.say('theirControl'), situation.sent, situation, told);
}

export function foundBlocks(situation: Situation, told: Teller): readonly PanelBlock[] {
  if (situation.found.length === 0) return [];
  return resultBlocks(told.say('ownControl'), situation.found, situation, told);
}

/** Newest first. */
function resultBlocks(text: string, results: Situation['sent'], situation: Situation, told: Teller): PanelBlock[] {
  const newest = [...results].reverse();
  return [
    { kind: 'heading', text },
    ...(newest.length === 0 ? [{ kind: 'text' as const, text: told.say('noControl') }] : []),
    ...newest.map((one) => ({ kind: 'facts' as const, lines: resultFacts(one, situation, told) })),
  ];
}

export function recognitionBlocks(situation: Situation, told: Teller): readonly PanelBlock[] {
  const { say, code, moment } = told;
  const last = situation.recognitions.at(-1);
  if (last === undefined) return [];
  const { decision, reasons = [], lane, ground, controls = [], text, office } = last.claims;
  const lines: Line[] = [
    {
      label: say('result'),
      value: `${code(recognitionDecisions, decision)}, ${moment(last.time)}`,
      record: last.id,
      ...(decision === 'none' && { differs: true as const }),
    },
    ...(controls.length > 0
      ? [{ label: say('controls'), value: controls.map((one) => code(controlKinds, one)).join(', ') }]
      : []),
    ...(reasons.length > 0
      ? [{ label: say('reasons'), value: reasons.map(({ code: one }) => code(recognitionReasons, one)).join('; ') }]
      : []),
    { label: say('laneAndGround'), value: `${code(laneWords, lane)}; ${code(groundWords, ground)}` },
    { label: say('office'), value: officeName(office, last.issuer, situation) },
    ...(text === undefined ? [] : [{ label: say('remark'), value: text }]),
  ];
  return [
    { kind: 'heading', text: say('recognition') },
    { kind: 'facts', lines },
  ];
}

/** The own lane and why, as far as whoever looks may know it. */
export function laneBlocks(situation: Situation, told: Teller): readonly PanelBlock[] {
  const { say, code, moment } = told;
  const own = laneOf(situation);
  if (own === undefined) return [];
  const { selected } = own;
  const lines: Line[] = [
    { label: say('lane'), value: code(laneWords, selected.outcome) },
    { label: say('ground'), value: code(groundWords, selected.ground) },
    ...(selected.criterion === undefined ? [] : [{ label: say('criterion'), value: selected.criterion }]),
    ...selected.rerouted.map(({ outcome, reason, at }) => ({
      label: say('rerouted', { time: moment(at) }),
      value: `${code(laneWords, outcome)}: ${reason}`,
    })),
  ];
  return [
    { kind: 'heading', text: say('ownLane') },
    { kind: 'facts', lines },
  ];
}

export function questionBlocks({ asked }: Situation, { say, moment }: Teller): readonly PanelBlock[] {
  if (asked.length === 0) return [];
  const lines = asked.map(({ issuer, time, claims, id }) => ({
    label: `${issuer}, ${moment(time)}`,
    value: claims.text,
    record: id,
  }));
  return [
    { kind: 'heading', text: say('questions') },
    { kind: 'facts', lines },
  ];
}
