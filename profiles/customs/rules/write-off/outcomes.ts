/** What an answer to a write-off bears: the code of the EU's customs model, and how the line stands. */
import type { Finding, Severity } from '../../../../kernel/finding.ts';
import type { RefusalDetail } from '../../../../kernel/refusal.ts';
import { finding } from '../finding.ts';

/** 01 done, 02 not found, 03 goods, 04 state, 05 not enough left, 06 written off before, 07 line, 10 unit. */
const outcomes = {
  'written-off': '01',
  'certificate-unknown': '02',
  'certificate-differs': '02',
  'commodity-differs': '03',
  'commodity-unstated': '03',
  'certificate-state': '04',
  'certificate-state-consumed': '04',
  'line-standing': '05',
  'already-written-off': '06',
  'line-unknown': '07',
  'line-stated-twice': '07',
  'unit-unknown': '10',
} as const;

export const outcome = (
  code: keyof typeof outcomes,
  severity: Severity,
  path: string,
  detail: RefusalDetail,
): Finding => finding(code, severity, path, { ...detail, outcome: outcomes[code] });
