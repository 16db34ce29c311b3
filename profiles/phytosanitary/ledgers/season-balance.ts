import type { LedgerDeclaration, Movement, Need, Statement, Subject } from '../../../kernel/profile.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { parseDecimal } from '../../../kernel/state/quantity.ts';
import { balanceKey, balanceLedger } from '../balance.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Settlement } from '../claims/follow-ups.ts';
import type { Source } from '../claims/line.ts';
import { massScale } from '../mass.ts';
import { sourcesOf } from '../sources.ts';
import { type Issued, importerOf } from './line.ts';
import { exportingPart, growerPart, importingPart, productPart, seasonPart } from './parts.ts';
import { exporter, importer } from './posters.ts';

export const balanceDeclaration: LedgerDeclaration = {
  title: { az: 'Mövsüm balansı', ru: 'Сезонный баланс', en: 'Season balance' },
  parts: [exportingPart, importingPart, growerPart, productPart, seasonPart],
  balance: true,
  unit: 'KGM',
  scale: massScale,
  movements: {
    limit: {
      title: { az: 'Buraxılmış həcm', ru: 'Допущенный объём', en: 'Volume admitted' },
      kind: 'restate-credit',
      by: importer,
    },
    certified: {
      title: { az: 'Sertifikatlarla təsdiqlənib', ru: 'Удостоверено сертификатами', en: 'Certified' },
      kind: 'debit',
      by: exporter,
    },
    freed: {
      title: { az: 'Hesablaşma ilə qaytarılıb', ru: 'Возвращено расчётом', en: 'Freed by settlement' },
      kind: 'restate-credit',
      by: importer,
    },
  },
};

interface SourceAccount {
  /** JSON Pointer to the source. */
  readonly path: string;
  /** Sequence of the line, and place of the source in it. */
  readonly sequence: number;
  readonly index: number;
  readonly key: readonly string[];
  readonly mass: bigint;
}

const keyOf = (issued: Issued, importing: string, { grower, product, season }: Source) =>
  balanceKey(issued.issuer, importing, grower, product, season);

/** The season balance that each source of a certificate debits. */
export function sourceAccountsOf(issued: Issued): readonly SourceAccount[] {
  const importing = importerOf(issued);
  if (importing === undefined) return [];
  const { lines } = issued.claims as unknown as Certificate;
  return lines.flatMap((line, at) =>
    sourcesOf(line).map(({ index, of, mass }) => ({
      path: `/lines/${at}/sources/${index}`,
      sequence: line.sequence,
      index,
      key: keyOf(issued, importing, of),
      mass,
    })),
  );
}

export const balanceNeeds = (issued: Issued): readonly Need[] =>
  sourceAccountsOf(issued).map(({ key }) => ({ ledger: balanceLedger, key }));

export const debitBalances = (statement: Statement): readonly Movement[] =>
  sourceAccountsOf(statement).map(({ path, key, mass }) => ({
    ledger: balanceLedger,
    key,
    movement: 'certified',
    amount: mass,
    path: `${path}/quantity`,
  }));

/** One slot for each source of each certificate: a later settlement of the same certificate restates, never adds. */
export function freeBalances(subject: Subject, { lines }: Settlement): readonly Movement[] {
  const { number } = subject.claims as unknown as Certificate;
  const shares = new Map(lines.map(({ sequence, sources }) => [sequence, sources]));
  return sourceAccountsOf(subject).flatMap(({ sequence, index, key }) => {
    const share = shares.get(sequence)?.[index];
    const amount = share === undefined ? undefined : parseDecimal(share, massScale);
    if (amount === undefined || amount instanceof Refusal) return [];
    return [{ ledger: balanceLedger, key, movement: 'freed', amount, slot: `${number}/${sequence}/${index}` }];
  });
}
