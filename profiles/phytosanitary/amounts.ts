/** What certificates sum up to, for figures: goods by grower and by product, in 10^-6 kg. */
import type { AmountOf, Statement } from '../../kernel/profile.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Line } from './claims/line.ts';
import { netMassOf, sourcesOf } from './sources.ts';

/** A line without sources is told by its product alone, and only where it states one. */
function amountsOfLine(line: Line): readonly AmountOf[] {
  const sources = sourcesOf(line);
  if (sources.length > 0) {
    return sources.flatMap(({ of: { grower, product }, mass }) => [
      { by: 'grower', key: grower, amount: mass },
      { by: 'product', key: product, amount: mass },
    ]);
  }
  const mass = netMassOf(line);
  const [product, other] = line.eppoCodes ?? [];
  if (mass === undefined || product === undefined || other !== undefined) return [];
  return [{ by: 'product', key: product, amount: mass }];
}

export function certifiedAmounts({ claims }: Pick<Statement, 'claims'>): readonly AmountOf[] {
  const sums = new Map<string, AmountOf>();
  for (const one of (claims as unknown as Certificate).lines.flatMap(amountsOfLine)) {
    const name = `${one.by} ${one.key}`;
    sums.set(name, { ...one, amount: one.amount + (sums.get(name)?.amount ?? 0n) });
  }
  return [...sums.values()];
}
