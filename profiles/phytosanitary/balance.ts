/** The season balance: what an importing institution admits of a grower's product in a season, and what is left. */
import type { Key } from '../../kernel/profile.ts';

export const balanceLedger = 'season-balance';

export const balanceKey = (
  exporter: string,
  importer: string,
  grower: string,
  product: string,
  season: string,
): Key => [exporter, importer, grower, product, season];
