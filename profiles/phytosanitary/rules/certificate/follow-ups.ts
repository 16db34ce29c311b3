import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import type { Decision, Withdrawal } from '../../claims/follow-ups.ts';
import { decisionReasons, withdrawalReasons } from '../../reasons.ts';
import { certificateOf, finding } from '../finding.ts';

export const decisionGrounds: Rule = {
  name: 'a decision gives its grounds',
  check(statement) {
    const decision = statement.claims as unknown as Decision;
    const found: Finding[] = [];
    if (decision.kind === 'refuse' && decision.reasons === undefined) {
      found.push(finding('reason-missing', 'refuse', '/reasons'));
    }
    if (decision.kind === 'query' && decision.text === undefined) {
      found.push(finding('question-missing', 'refuse', '/text'));
    }
    const lines = statement.subject && certificateOf(statement.subject).lines.map((line) => line.sequence);
    for (const [index, { code, line }] of (decision.reasons ?? []).entries()) {
      if (!Object.hasOwn(decisionReasons, code)) {
        found.push(finding('reason-unknown', 'refuse', `/reasons/${index}/code`, { code }));
      }
      if (line !== undefined && lines !== undefined && !lines.includes(line)) {
        found.push(finding('line-unknown', 'refuse', `/reasons/${index}/line`, { line }));
      }
    }
    return found;
  },
};

export const withdrawalGrounds: Rule = {
  name: 'a withdrawal gives its grounds',
  check(statement) {
    const { reason } = statement.claims as unknown as Withdrawal;
    if (Object.hasOwn(withdrawalReasons, reason)) return [];
    return [finding('reason-unknown', 'refuse', '/reason', { code: reason })];
  },
};
