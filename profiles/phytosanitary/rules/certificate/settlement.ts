import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { parseDecimal } from '../../../../kernel/state/quantity.ts';
import type { Settlement } from '../../claims/follow-ups.ts';
import { type Account, accountsOf } from '../../ledgers/line.ts';
import { massScale, toGoodsMass } from '../../mass.ts';
import { certificateOf, finding } from '../finding.ts';
import { kilograms } from '../goods.ts';

type SettledLine = Settlement['lines'][number];

/** The schema leaves no decimal that is finer than a milligram of a kilogram. */
function massOf(text: string): bigint {
  const mass = parseDecimal(text, massScale);
  return mass instanceof Refusal ? -1n : mass;
}

function lineFindings(settled: SettledLine, { line, mass }: Account, path: string): readonly Finding[] {
  const detail = { line: line.sequence };
  const found: Finding[] = [];
  const sum = massOf(settled.used) + massOf(settled.reserved) + massOf(settled.free);
  if (sum !== mass) {
    const figures = { ...detail, sum: kilograms(sum), certified: kilograms(mass) };
    found.push(finding('settlement-sum-differs', 'refuse', path, figures));
  }
  const shares = (settled.sources ?? []).map(massOf);
  if (shares.length !== (line.sources?.length ?? 0)) {
    return [...found, finding('settlement-sources-differ', 'refuse', `${path}/sources`, detail)];
  }
  const shared = shares.reduce((all, share) => all + share, 0n);
  if (line.sources !== undefined && shared !== massOf(settled.free)) {
    const figures = { ...detail, sum: kilograms(shared), free: settled.free };
    found.push(finding('settlement-shares-differ', 'refuse', `${path}/sources`, figures));
  }
  for (const [at, source] of (line.sources ?? []).entries()) {
    const whole = toGoodsMass(source.quantity);
    if (whole instanceof Refusal || (shares[at] ?? 0n) <= whole) continue;
    const figures = { ...detail, grower: source.grower, certified: kilograms(whole) };
    found.push(finding('settlement-share-exceeds', 'refuse', `${path}/sources/${at}`, figures));
  }
  return found;
}

export const settlementFits: Rule = {
  name: 'a settlement accounts for all that its certificate certified',
  check(statement) {
    if (statement.subject === undefined) return [];
    const settlement = statement.claims as unknown as Settlement;
    const { number, lines } = certificateOf(statement.subject);
    const found: Finding[] = [];
    if (settlement.number !== number) found.push(finding('settlement-differs', 'refuse', '/number', { number }));
    const unkept = new Set(lines.map(({ sequence }) => sequence));
    const open = new Map(accountsOf(statement.subject).map((account) => [account.line.sequence, account]));
    for (const sequence of open.keys()) unkept.delete(sequence);
    for (const [index, line] of settlement.lines.entries()) {
      const path = `/lines/${index}`;
      const account = open.get(line.sequence);
      if (account === undefined) {
        const code = unkept.has(line.sequence) ? 'line-not-kept' : 'line-unknown';
        found.push(finding(code, 'refuse', `${path}/sequence`, { line: line.sequence }));
        continue;
      }
      open.delete(line.sequence);
      found.push(...lineFindings(line, account, path));
    }
    for (const line of open.keys()) found.push(finding('settlement-line-missing', 'refuse', '/lines', { line }));
    return found;
  },
};
