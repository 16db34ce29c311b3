import type { Key, LedgerDeclaration, Movement, Statement } from '../../../kernel/profile.ts';
import { massScale } from '../mass.ts';
import { weekOf } from '../week.ts';
import { exportingPart, growerPart, importingPart, productPart, weekPart } from './parts.ts';
import { exporter } from './posters.ts';
import { sourceAccountsOf } from './season-balance.ts';

export const weeklyLedger = 'weekly';

/** What certificates of one ISO week say was shipped. Figures for signals: nothing debits it, nothing takes back. */
export const weeklyDeclaration: LedgerDeclaration = {
  title: { az: 'Həftəlik göndərişlər', ru: 'Отгрузки по неделям', en: 'Shipments by week' },
  parts: [exportingPart, importingPart, growerPart, productPart, weekPart],
  unit: 'KGM',
  scale: massScale,
  movements: {
    shipped: { title: { az: 'Göndərilib', ru: 'Отгружено', en: 'Shipped' }, kind: 'credit', by: exporter },
  },
};

/** `week` as `weekOf` names it. */
export const weeklyKey = (exporter: string, importer: string, grower: string, product: string, week: string): Key => [
  exporter,
  importer,
  grower,
  product,
  week,
];

/** The week is that of the statement's own time, which the log proves, not of a claim. */
export function countShipments(statement: Statement): readonly Movement[] {
  const week = weekOf(statement.time);
  return sourceAccountsOf(statement).map(({ key: [exporting, importing, grower, product], mass }) => ({
    ledger: weeklyLedger,
    key: weeklyKey(exporting as string, importing as string, grower as string, product as string, week),
    movement: 'shipped',
    amount: mass,
  }));
}
