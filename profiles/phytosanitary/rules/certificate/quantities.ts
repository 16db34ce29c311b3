import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Line } from '../../claims/line.ts';
import type { Measure } from '../../claims/text.ts';
import { isVolumeUnit, toVolume } from '../../codes/volume.ts';
import { isMassUnit, toMass } from '../../mass.ts';
import { certificateOf, finding } from '../finding.ts';

const weights = ['netWeight', 'grossWeight'] as const;
const volumes = ['netVolume', 'grossVolume'] as const;

type Convert = (value: string, unit: string) => bigint | Refusal;

function exceeds(net: Measure | undefined, gross: Measure | undefined, convert: Convert): boolean {
  if (net?.unit === undefined || gross?.unit === undefined) return false;
  const [less, more] = [convert(net.value, net.unit), convert(gross.value, gross.unit)];
  return !(less instanceof Refusal) && !(more instanceof Refusal) && less > more;
}

/** A quantity in any of the forms that ISPM 12 section II.8 allows. */
function hasQuantity(line: Line): boolean {
  return (
    [...weights, ...volumes].some((member) => line[member] !== undefined) ||
    line.otherQuantity?.value !== undefined ||
    line.packages !== undefined
  );
}

function unitFindings(line: Line, path: string): readonly Finding[] {
  const found: Finding[] = [];
  for (const member of [...weights, ...volumes]) {
    const measure = line[member];
    if (measure === undefined) continue;
    const unit = measure.unit ?? '';
    const known = member.endsWith('Weight') ? isMassUnit(unit) : isVolumeUnit(unit);
    if (!known) found.push(finding('unit-unknown', 'refuse', `${path}/${member}/unit`, { unit }));
  }
  const net = line.netWeight;
  if (net?.unit !== undefined && isMassUnit(net.unit) && toMass(net.value, net.unit) instanceof Refusal) {
    const detail = { value: net.value, unit: net.unit };
    found.push(finding('amount-too-fine', 'refuse', `${path}/netWeight/value`, detail));
  }
  return found;
}

export const quantities: Rule = {
  name: 'quantities are stated, exact and consistent',
  check(statement) {
    const found: Finding[] = [];
    for (const [index, line] of certificateOf(statement).lines.entries()) {
      const path = `/lines/${index}`;
      const detail = { line: line.sequence };
      if (!hasQuantity(line)) found.push(finding('quantity-missing', 'refuse', path, detail));
      else if (line.netWeight === undefined) found.push(finding('net-weight-missing', 'warn', path, detail));
      found.push(...unitFindings(line, path));
      if (exceeds(line.netWeight, line.grossWeight, toMass)) {
        found.push(finding('net-over-gross', 'refuse', `${path}/netWeight`, detail));
      }
      if (exceeds(line.netVolume, line.grossVolume, toVolume)) {
        found.push(finding('net-over-gross', 'refuse', `${path}/netVolume`, detail));
      }
    }
    return found;
  },
};
