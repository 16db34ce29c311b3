import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import type { Line } from '../../claims/manifest.ts';
import { isCurrency } from '../../codes/currencies.ts';
import { isSupplementaryUnit } from '../../codes/supplementary-units.ts';
import { manifestOf } from '../../institutions.ts';
import { toMass } from '../../mass.ts';
import { doubled, finding } from '../finding.ts';

/** HS 2022 has chapters 1 to 97; 77 is kept free. National codes add two or four digits to the six. */
const isHs = (hs: string): boolean =>
  [6, 8, 10].includes(hs.length) && /^(0[1-9]|[1-9][0-9])/.test(hs) && !/^(77|98|99)/.test(hs);

function weightFindings({ gross, net, sequence }: Line, path: string): readonly Finding[] {
  const masses = { gross: toMass(gross), net: toMass(net) };
  const found: Finding[] = [];
  for (const [member, mass] of Object.entries(masses)) {
    if (mass === undefined) {
      found.push(finding('weight-unit-unknown', 'refuse', `${path}/${member}`, { line: sequence }));
    } else if (mass === 0n) found.push(finding('weight-zero', 'refuse', `${path}/${member}`, { line: sequence }));
  }
  if (masses.gross !== undefined && masses.net !== undefined && masses.net > masses.gross) {
    found.push(finding('net-above-gross', 'refuse', `${path}/net`, { line: sequence }));
  }
  return found;
}

export const lines: Rule = {
  name: 'lines are told apart, classified, weighed and valued',
  check(statement) {
    const all = manifestOf(statement).lines;
    return [
      ...doubled(
        all,
        ({ sequence }) => String(sequence),
        ({ sequence }, index) => finding('line-doubled', 'refuse', `/lines/${index}/sequence`, { line: sequence }),
      ),
      ...all.flatMap((line, index) => {
        const path = `/lines/${index}`;
        const { hs, value, extra } = line;
        const wrong = isHs(hs) ? [] : [finding('hs-wrong', 'refuse', `${path}/hs`, { hs })];
        const paid = isCurrency(value.currency)
          ? []
          : [finding('currency-unknown', 'refuse', `${path}/value/currency`, { currency: value.currency })];
        const odd =
          extra === undefined || isSupplementaryUnit(extra.unit)
            ? []
            : [finding('unit-unusual', 'warn', `${path}/extra/unit`, { unit: extra.unit })];
        return [...wrong, ...paid, ...odd, ...weightFindings(line, path)];
      }),
    ];
  },
};
