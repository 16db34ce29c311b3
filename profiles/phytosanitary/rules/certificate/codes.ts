import { isContainerNumber, isContainerShaped } from '../../../../kernel/check-digits.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import type { Container } from '../../claims/party.ts';
import { packageTypes } from '../../codes/packages.ts';
import { certificateOf, finding } from '../finding.ts';

/** Plants have five characters, pests and higher taxa six, the first a letter or digit of the EPPO code. */
const eppoCode = /^(?:[A-Z]{5}|[0-9A-Z][A-Z]{4}[A-Z0-9])$/;
const hsCode = /^[0-9]{6}$/;

function containers(list: readonly Container[] | undefined, path: string): readonly Finding[] {
  return (list ?? []).flatMap(({ number }, index) =>
    number !== undefined && isContainerShaped(number) && !isContainerNumber(number)
      ? [finding('container-check-digit', 'warn', `${path}/containers/${index}/number`, { number })]
      : [],
  );
}

export const codes: Rule = {
  name: 'codes have their form',
  check(statement) {
    const claims = certificateOf(statement);
    const found: Finding[] = [...containers(claims.containers, '')];
    for (const [index, line] of claims.lines.entries()) {
      const path = `/lines/${index}`;
      found.push(...containers(line.containers, path));
      for (const [at, { type }] of (line.packages ?? []).entries()) {
        if (packageTypes.has(type)) continue;
        found.push(finding('package-type-unknown', 'refuse', `${path}/packages/${at}/type`, { code: type }));
      }
      for (const [at, code] of (line.eppoCodes ?? []).entries()) {
        if (eppoCode.test(code)) continue;
        found.push(finding('eppo-code-format', 'refuse', `${path}/eppoCodes/${at}`, { code }));
      }
      for (const [at, { code }] of (line.hs ?? []).entries()) {
        if (code !== undefined && hsCode.test(code)) continue;
        found.push(finding('hs-code-format', 'refuse', `${path}/hs/${at}`, { code: code ?? '' }));
      }
    }
    return found;
  },
};
