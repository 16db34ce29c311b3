import type { Finding } from './wire.ts';

/** What findings come to for a draft that nobody signed: the sentence that says so. */
export function verdictOf(findings: readonly Finding[]): 'would-be-refused' | 'would-pass' | 'no-findings' {
  if (findings.some(({ severity }) => severity === 'refuse')) return 'would-be-refused';
  return findings.length > 0 ? 'would-pass' : 'no-findings';
}
