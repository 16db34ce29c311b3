import type { Finding } from '../../../kernel/finding.ts';
import type { Rule } from '../../../kernel/profile.ts';
import type { Disposition, Registration, Withdrawal } from '../claims/follow-ups.ts';
import type { Reason } from '../claims/text.ts';
import { dispositionReasons, recognitionReasons, rejectionReasons, textNeeded, withdrawalReasons } from '../reasons.ts';
import { finding } from './finding.ts';

/** `needed`: what is decided has to be justified. `rest`: text of the whole record. */
function reasonFindings(
  reasons: readonly Reason[] | undefined,
  known: object,
  needed: boolean,
  rest?: string,
): readonly Finding[] {
  if (reasons === undefined) return needed ? [finding('reason-missing', 'refuse', '/reasons')] : [];
  return reasons.flatMap(({ code, text = rest }, index) => {
    const path = `/reasons/${index}`;
    if (!Object.hasOwn(known, code)) return [finding('reason-unknown', 'refuse', `${path}/code`, { code })];
    return text === undefined && textNeeded.has(code) ? [finding('reason-untold', 'refuse', `${path}/text`)] : [];
  });
}

export const rejectionGrounds: Rule = {
  name: 'a rejection gives its reasons',
  check({ claims }) {
    const { kind, reasons } = claims as unknown as Registration;
    return reasonFindings(reasons, rejectionReasons, kind === 'reject');
  },
};

export const recognitionGrounds: Rule = {
  name: 'what is not recognised in full gives its reasons',
  check({ claims }) {
    const { decision, reasons } = claims as unknown as { decision: string; reasons?: readonly Reason[] };
    return reasonFindings(reasons, recognitionReasons, decision !== 'full');
  },
};

export const dispositionGrounds: Rule = {
  name: 'detention, return, and closing of what is detained give their reasons',
  reads: ({ subject }) => (subject === undefined ? [] : [{ record: subject.id }]),
  check({ claims, subject }, view) {
    const { kind, reasons, text } = claims as unknown as Disposition;
    const closes = kind === 'close' && subject !== undefined && view.record(subject.id)?.state === 'detained';
    return reasonFindings(reasons, dispositionReasons, closes || kind === 'detain' || kind === 'return', text);
  },
};

export const withdrawalGrounds: Rule = {
  name: 'a withdrawal gives its grounds',
  check({ claims }) {
    const { reason, text } = claims as unknown as Withdrawal;
    if (!Object.hasOwn(withdrawalReasons, reason))
      return [finding('reason-unknown', 'refuse', '/reason', { code: reason })];
    return text === undefined && textNeeded.has(reason) ? [finding('reason-untold', 'refuse', '/text')] : [];
  },
};
