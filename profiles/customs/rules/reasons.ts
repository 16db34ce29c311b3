import type { Finding } from '../../../kernel/finding.ts';
import type { Rule } from '../../../kernel/profile.ts';
import type { Disposition, Registration, Withdrawal } from '../claims/follow-ups.ts';
import type { Reason } from '../claims/text.ts';
import { dispositionReasons, recognitionReasons, rejectionReasons, withdrawalReasons } from '../reasons.ts';
import { finding } from './finding.ts';

/** `needed`: what is decided has to be justified. */
function reasonFindings(reasons: readonly Reason[] | undefined, known: object, needed: boolean): readonly Finding[] {
  if (reasons === undefined) return needed ? [finding('reason-missing', 'refuse', '/reasons')] : [];
  return reasons.flatMap(({ code }, index) =>
    Object.hasOwn(known, code) ? [] : [finding('reason-unknown', 'refuse', `/reasons/${index}/code`, { code })],
  );
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
  name: 'detention and return give their reasons',
  check({ claims }) {
    const { kind, reasons } = claims as unknown as Disposition;
    return reasonFindings(reasons, dispositionReasons, kind === 'detain' || kind === 'return');
  },
};

export const withdrawalGrounds: Rule = {
  name: 'a withdrawal gives its grounds',
  check({ claims }) {
    const { reason } = claims as unknown as Withdrawal;
    if (Object.hasOwn(withdrawalReasons, reason)) return [];
    return [finding('reason-unknown', 'refuse', '/reason', { code: reason })];
  },
};
