import type { Finding } from '../../../../kernel/finding.ts';
import type { Subject } from '../../../../kernel/profile.ts';
import { certificateOf, finding } from '../finding.ts';

/** `found`: what is told twice or of no line of the certificate. `untold`: its lines of which nothing is said. */
export function toldLines(
  subject: Subject,
  lines: readonly { readonly sequence: number }[],
): { readonly found: readonly Finding[]; readonly untold: readonly number[] } {
  const untold = new Set(certificateOf(subject).lines.map(({ sequence }) => sequence));
  const told = new Set<number>();
  const found: Finding[] = [];
  for (const [index, { sequence }] of lines.entries()) {
    if (!untold.delete(sequence)) {
      const code = told.has(sequence) ? 'line-doubled' : 'line-unknown';
      found.push(finding(code, 'refuse', `/lines/${index}/sequence`, { line: sequence }));
    }
    told.add(sequence);
  }
  return { found, untold: [...untold] };
}
