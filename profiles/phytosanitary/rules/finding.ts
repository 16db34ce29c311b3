import type { Finding, Severity } from '../../../kernel/finding.ts';
import type { Statement } from '../../../kernel/profile.ts';
import type { RefusalDetail } from '../../../kernel/refusal.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { RuleCode } from '../findings/index.ts';

export function finding(code: RuleCode, severity: Severity, path: string, detail?: RefusalDetail): Finding {
  return detail === undefined ? { code, severity, path } : { code, severity, path, detail };
}

/** Claims of a certificate; the schema was checked before any rule is asked. */
export function certificateOf(statement: Pick<Statement, 'claims'>): Certificate {
  return statement.claims as unknown as Certificate;
}

/** Detail of a finding without what is not there. */
export function stated(figures: Readonly<Record<string, string | number | undefined>>): RefusalDetail {
  const present = Object.entries(figures).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return Object.fromEntries(present);
}

/** Leaves out what is said a second time, word for word. */
export const onceEach = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((one) => [JSON.stringify(one), one])).values(),
];
