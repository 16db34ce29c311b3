import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../../kernel/profile.ts';
import type { ControlResult } from '../../claims/control.ts';
import { finding } from '../finding.ts';
import { instantOf, instants, isAhead } from '../moments.ts';

export const controlIn = ({ claims }: Pick<Statement, 'claims'>): ControlResult => claims as unknown as ControlResult;

export const controlTimes: Rule = {
  name: 'a control has begun, ended and is then stated',
  check(statement) {
    const { started, ended, validUntil } = controlIn(statement);
    const wrong = instants({ '/started': started, '/ended': ended, '/validUntil': validUntil });
    const [first, last, until] = [started, ended, validUntil].map(instantOf);
    const found: Finding[] = [];
    if (first !== undefined && last !== undefined && last < first) {
      found.push(finding('control-reversed', 'refuse', '/ended', { started, ended }));
    }
    if (isAhead(ended, statement.time)) found.push(finding('control-ahead', 'refuse', '/ended', { ended }));
    if (last !== undefined && until !== undefined && until <= last) {
      found.push(finding('validity-over', 'refuse', '/validUntil', { ended, until: validUntil as string }));
    }
    return [...wrong, ...found];
  },
};
