import type { Key, LedgerDeclaration, Movement, Need, Statement } from '../../../kernel/profile.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Inspection } from '../claims/inspection.ts';
import type { Original } from '../claims/line.ts';
import { massScale, toGoodsMass } from '../mass.ts';
import { originalsOf } from '../sources.ts';
import { type Issued, importerOf } from './line.ts';
import { exportingPart, importingPart, linePart, numberPart } from './parts.ts';
import { importer } from './posters.ts';

export const reExportLedger = 're-export';

/** What of a certificate's line came into a country and has not gone on from there. */
export const reExportDeclaration: LedgerDeclaration = {
  title: {
    az: 'Təkrar ixrac üçün qalan miqdar',
    ru: 'Остаток для реэкспорта',
    en: 'Quantity left for re-export',
  },
  parts: [exportingPart, importingPart, numberPart, linePart],
  unit: 'KGM',
  scale: massScale,
  movements: {
    released: {
      title: { az: 'Yoxlamada buraxılıb', ru: 'Выпущено при досмотре', en: 'Released at inspection' },
      kind: 'restate-credit',
      by: importer,
    },
    're-exported': {
      title: { az: 'Təkrar ixrac edilib', ru: 'Реэкспортировано', en: 'Re-exported' },
      kind: 'debit',
      by: importer,
    },
  },
};

/** By the original certificate: its exporter and number, the institution it was imported by, the line. */
export const reExportKey = (exporter: string, importer: string, number: string, line: number): Key => [
  exporter,
  importer,
  number,
  String(line),
];

const keyOf = (issuer: string, { exporter, number, line }: Original): Key =>
  reExportKey(exporter, issuer, number, line);

export const originalNeeds = (issued: Issued): readonly Need[] =>
  (issued.claims as unknown as Certificate).lines.flatMap(({ originals }) =>
    (originals ?? []).map(({ certificate }) => ({ record: certificate })),
  );

/** A certificate debits what its issuer's own inspections released of the originals it names. */
export const debitOriginals = (statement: Statement): readonly Movement[] =>
  (statement.claims as unknown as Certificate).lines.flatMap((line, at) =>
    originalsOf(line).map(({ index, of, mass }) => ({
      ledger: reExportLedger,
      key: keyOf(statement.issuer, of),
      movement: 're-exported',
      amount: mass,
      path: `/lines/${at}/originals/${index}/quantity`,
    })),
  );

export function creditReleased({ claims, subject }: Statement): readonly Movement[] {
  const importing = subject && importerOf(subject);
  if (subject === undefined || importing === undefined) return [];
  const { number } = subject.claims as unknown as Certificate;
  return (claims as unknown as Inspection).lines.flatMap(({ sequence, released }, at) => {
    const amount = released && toGoodsMass(released);
    if (amount === undefined || amount instanceof Refusal) return [];
    const key = reExportKey(subject.issuer, importing, number, sequence);
    return [{ ledger: reExportLedger, key, movement: 'released', amount, path: `/lines/${at}/released` }];
  });
}
