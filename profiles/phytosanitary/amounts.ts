/** What certificates sum up to, for figures: goods by grower and by product, in 10^-6 kg. */
import type { AmountOf, Statement } from '../../kernel/profile.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Line } from './claims/line.ts';
import { netMassOf, sourcesOf } from './sources.ts';

/** A line without sources is told by its product alone, and only where it states one. */
function amountsOfLine(line: Line, at: number): readonly AmountOf[] {
  if (line.sources !== undefined) {
    return sourcesOf(line).flatMap(({ of: { grower, product }, mass, index }) => {
      const path = `/lines/${at}/sources/${index}`;
      return [
        { by: 'grower', key: grower, amount: mass, path },
        { by: 'product', key: product, amount: mass, path },
      ];
    });
  }
  const mass = netMassOf(line);
  const [product, other] = line.eppoCodes ?? [];
  if (mass === undefined || product === undefined || other !== undefined) return [];
  return [{ by: 'product', key: product, amount: mass, path: `/lines/${at}` }];
}

export const certifiedAmounts = ({ claims }: Pick<Statement, 'claims'>): readonly AmountOf[] =>
  (claims as unknown as Certificate).lines.flatMap(amountsOfLine);
