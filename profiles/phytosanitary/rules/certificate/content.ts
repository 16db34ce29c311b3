import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { certificateOf, finding } from '../finding.ts';

/** What ISPM 12 asks of every certificate; the schema leaves it open, since documents come without it. */
export const mandatoryParts: Rule = {
  name: 'mandatory parts are stated',
  check(statement) {
    const claims = certificateOf(statement);
    const found: Finding[] = [];
    for (const part of ['consignor', 'consignee', 'signatories'] as const) {
      if (claims[part] === undefined) found.push(finding('part-missing', 'refuse', `/${part}`, { part }));
    }
    for (const part of ['entryPoint', 'conveyances', 'issuingOrganisation'] as const) {
      if (claims[part] === undefined) found.push(finding('part-missing', 'warn', `/${part}`, { part }));
    }
    if (claims.status !== undefined && claims.status !== '39') {
      found.push(finding('status-not-issued', 'refuse', '/status', { status: claims.status }));
    }
    if (claims.unmapped !== undefined) {
      found.push(finding('content-unmapped', 'inform', '/unmapped', { count: claims.unmapped.length }));
    }
    return found;
  },
};

export const lines: Rule = {
  name: 'each line tells what it is',
  check(statement) {
    const found: Finding[] = [];
    const seen = new Set<number>();
    for (const [index, line] of certificateOf(statement).lines.entries()) {
      const path = `/lines/${index}`;
      const detail = { line: line.sequence };
      if (seen.has(line.sequence)) found.push(finding('line-doubled', 'refuse', `${path}/sequence`, detail));
      seen.add(line.sequence);
      if (line.botanicalNames === undefined) found.push(finding('botanical-name-missing', 'refuse', path, detail));
      if (line.origins === undefined) found.push(finding('origin-country-missing', 'warn', path, detail));
    }
    return found;
  },
};

/** ISPM 12 section 6: a re-export certificate refers to the original, for the whole or for each line. */
export const originalNamed: Rule = {
  name: 're-export names its original',
  check(statement) {
    const claims = certificateOf(statement);
    if (claims.reExport?.originalNumber !== undefined) return [];
    return claims.lines.flatMap((line, index) =>
      line.reExport?.originalNumber === undefined && line.originals === undefined
        ? [finding('original-missing', 'refuse', `/lines/${index}/reExport`)]
        : [],
    );
  },
};
