/** Whether the code of the result says what was found. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import type { Control, ControlResult } from '../../claims/control.ts';
import { finding } from '../finding.ts';
import { controlIn } from './times.ts';

export const physical: ReadonlySet<Control> = new Set(['visual', 'examination', 'scan', 'weighing', 'sampling']);
const satisfactory: ReadonlySet<ControlResult['result']> = new Set(['A1', 'A2', 'A3']);
/** Codes that a broken or differing seal leads to. */
const ofBadSeal: ReadonlySet<ControlResult['result']> = new Set(['A5', 'B1', 'B3']);
/** Codes that say that something was found: B2 speaks of the office. */
const ofFinding: ReadonlySet<ControlResult['result']> = new Set(['A4', 'A5', 'B1', 'B3']);

export const resultFitsControls: Rule = {
  name: 'the result fits the controls',
  check(statement) {
    const { result, controls } = controlIn(statement);
    const done = controls.some((control) => physical.has(control));
    if (result === 'A1' && !done) return [finding('physical-control-missing', 'refuse', '/result')];
    if ((result === 'A2' || result === 'A3') && done) {
      return [finding('physical-control-made', 'refuse', '/result', { result })];
    }
    return [];
  },
};

export const resultFitsFindings: Rule = {
  name: 'the result fits what was found',
  check(statement) {
    const { result, lines = [], seals = [], radiation, text } = controlIn(statement);
    const found: Finding[] = [];
    const badSeals = seals.filter(({ state }) => state === 'bad');
    for (const { means } of badSeals) {
      if (!ofBadSeal.has(result)) found.push(finding('seal-result', 'refuse', '/result', { result, number: means }));
    }
    const violated = lines.filter(({ violations }) => violations !== undefined);
    if (satisfactory.has(result)) {
      for (const { sequence } of violated)
        found.push(finding('violation-result', 'refuse', '/result', { result, line: sequence }));
      if (radiation === 'exceeded') found.push(finding('radiation-result', 'refuse', '/result', { result }));
    }
    const nothing = violated.length === 0 && badSeals.length === 0 && radiation !== 'exceeded' && text === undefined;
    if (ofFinding.has(result) && nothing) {
      found.push(finding('discrepancy-unstated', 'refuse', '/result', { result }));
    }
    return found;
  },
};
