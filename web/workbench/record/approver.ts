/** An officer, as far as others may know: the role and the means, never the name. */
import type { RecordApproval } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';

/** Roles that keys are enrolled for. */
const roleTitles: Readonly<Record<string, () => string>> = {
  administrator: m.record_role_administrator,
  'border-officer': m.record_role_border_officer,
  signatory: m.record_role_signatory,
  supervisor: m.record_role_supervisor,
};

export function approverOf({ officer, roles, means }: Pick<RecordApproval, 'officer' | 'roles' | 'means'>): string {
  const role = roles.map((one) => roleTitles[one]?.() ?? one).join(', ');
  const pseudonym = officer.slice(0, 6);
  return means === 'demonstration'
    ? m.record_approver_demonstration({ role, pseudonym })
    : m.record_approver({ role, pseudonym });
}
