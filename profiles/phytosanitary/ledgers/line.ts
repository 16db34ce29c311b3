import type { Key, LedgerDeclaration, Movement, Need, Statement, Subject } from '../../../kernel/profile.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Departure } from '../claims/departure.ts';
import type { Inspection } from '../claims/inspection.ts';
import type { Line } from '../claims/line.ts';
import type { Quantity } from '../claims/text.ts';
import { importingInstitution } from '../institutions.ts';
import { massScale, toGoodsMass } from '../mass.ts';
import { netMassOf } from '../sources.ts';
import { exportingPart, importingPart, linePart, numberPart } from './parts.ts';
import { exporter, importer, importerCustoms } from './posters.ts';

export const lineLedger = 'certificate-line';

export const lineLedgerDeclaration: LedgerDeclaration = {
  title: {
    az: 'Sertifikat sətri üzrə miqdar',
    ru: 'Количество по строке сертификата',
    en: 'Quantity of a certificate line',
  },
  parts: [exportingPart, importingPart, numberPart, linePart],
  unit: 'KGM',
  scale: massScale,
  movements: {
    issued: {
      title: { az: 'Sertifikatla təsdiqlənib', ru: 'Удостоверено сертификатом', en: 'Certified' },
      kind: 'credit',
      by: exporter,
    },
    reserved: {
      title: { az: 'Gömrük tərəfindən ayrılıb', ru: 'Зарезервировано таможней', en: 'Reserved by customs' },
      kind: 'restate-debit',
      by: importerCustoms,
    },
    consumed: {
      title: { az: 'Gömrük tərəfindən silinib', ru: 'Списано таможней', en: 'Written off by customs' },
      kind: 'restate-debit',
      by: importerCustoms,
    },
    departed: {
      title: {
        az: 'İxrac edən xidmətin müşahidəsinə görə yola düşüb',
        ru: 'Убыло по наблюдению службы страны экспорта',
        en: 'Departed as the exporting service observed',
      },
      kind: 'observe',
      by: exporter,
    },
    freeze: {
      title: {
        az: 'Geri götürülmə və ya əvəzetmə ilə dayandırılıb',
        ru: 'Заблокировано отзывом или заменой',
        en: 'Frozen by withdrawal or replacement',
      },
      kind: 'freeze',
      by: exporter,
    },
    stopped: {
      title: {
        az: 'Yoxlamada buraxılmayıb',
        ru: 'Не выпущено при досмотре',
        en: 'Not released at inspection',
      },
      kind: 'freeze',
      by: importer,
    },
    crossed: {
      title: {
        az: 'Yoxlamada buraxılıb və ya məhv edilib',
        ru: 'Выпущено или уничтожено при досмотре',
        en: 'Released or destroyed at inspection',
      },
      kind: 'observe',
      by: importer,
    },
    used: {
      title: { az: 'Hesablaşma üzrə istifadə olunub', ru: 'Использовано по расчёту', en: 'Used by settlement' },
      kind: 'observe',
      by: importer,
    },
    settled: {
      title: { az: 'Hesablaşma ilə azad edilib', ru: 'Освобождено расчётом', en: 'Freed by settlement' },
      kind: 'settle',
      by: importer,
    },
  },
};

/** What a certificate is for its ledger: a statement in the making, or a record held. */
export type Issued = Pick<Statement | Subject, 'issuer' | 'to' | 'claims'>;

export function lineKey(exporting: string, importing: string, number: string, sequence: number): Key {
  return [exporting, importing, number, String(sequence)];
}

export interface Account {
  readonly line: Line;
  /** Place of the line among those of the certificate. */
  readonly index: number;
  readonly key: Key;
  /** Certified, 10^-6 kg. */
  readonly mass: bigint;
}

/** The importing institution of a certificate, by its claims and recipients. */
export const importerOf = ({ to, claims }: Pick<Issued, 'to' | 'claims'>): string | undefined =>
  importingInstitution(to, (claims as unknown as Certificate).importCountry.code);

/** The accounts a certificate opens: one for each line whose net weight is a mass that can be kept exactly. */
export function accountsOf(issued: Issued): readonly Account[] {
  const claims = issued.claims as unknown as Certificate;
  const importing = importerOf(issued);
  if (importing === undefined) return [];
  return claims.lines.flatMap((line, index) => {
    const mass = netMassOf(line);
    const key = lineKey(issued.issuer, importing, claims.number, line.sequence);
    return mass === undefined ? [] : [{ line, index, key, mass }];
  });
}

export const accountNeeds = (issued: Issued): readonly Need[] =>
  accountsOf(issued).map(({ key }) => ({ ledger: lineLedger, key }));

export function freeze(subject: Subject): readonly Movement[] {
  return accountsOf(subject).map(({ key }) => ({ ledger: lineLedger, key, movement: 'freeze', amount: 0n }));
}

/** What an inspection that ends the matter says has come in for good, released or destroyed, by line. */
export function crossedBy({ lines }: Inspection): ReadonlyMap<number, bigint> {
  return new Map(lines.map((line) => [line.sequence, keptMass(line.released) + keptMass(line.destroyed)]));
}

/** Nothing for what is not stated or cannot be kept exactly; rules refuse the latter. */
export function keptMass(quantity: Quantity | undefined): bigint {
  const mass = quantity === undefined ? 0n : toGoodsMass(quantity);
  return mass instanceof Refusal ? 0n : mass;
}

/** Told beside the account, so that a settlement can be computed again when customs has written off or freed. */
export function observeCrossed({ claims, subject }: Statement): readonly Movement[] {
  const inspection = claims as unknown as Inspection;
  if (subject === undefined || inspection.result === 'hold') return [];
  const crossed = crossedBy(inspection);
  return accountsOf(subject).map(({ line, key }) => ({
    ledger: lineLedger,
    key,
    movement: 'crossed',
    amount: crossed.get(line.sequence) ?? 0n,
  }));
}

/** What its exporter saw leave, told beside the account: nothing that is available hangs on it. */
export function observeDeparted({ claims, subject }: Statement): readonly Movement[] {
  if (subject === undefined) return [];
  const { lines } = claims as unknown as Departure;
  const departed = new Map(lines.map((line) => [line.sequence, keptMass(line.departed)]));
  return accountsOf(subject).flatMap(({ line, key }) => {
    const amount = departed.get(line.sequence);
    return amount === undefined ? [] : [{ ledger: lineLedger, key, movement: 'departed', amount }];
  });
}

export function creditLines(statement: Statement): readonly Movement[] {
  return accountsOf(statement).map(({ index, key, mass }) => ({
    ledger: lineLedger,
    key,
    movement: 'issued',
    amount: mass,
    path: `/lines/${index}/netWeight`,
  }));
}

/**
 * Stops the lines of which an inspection that ends the matter releases nothing. While samples are examined nothing
 * is stopped: nothing could ever lift it.
 */
export function stopLines({ claims, subject }: Statement): readonly Movement[] {
  const { result, lines } = claims as unknown as Inspection;
  if (subject === undefined || result === 'hold') return [];
  const released = new Map(lines.map((line) => [line.sequence, line.released && toGoodsMass(line.released)]));
  return accountsOf(subject)
    .filter(({ line }) => {
      const mass = released.get(line.sequence);
      return mass === undefined || mass instanceof Refusal || mass === 0n;
    })
    .map(({ key }) => ({ ledger: lineLedger, key, movement: 'stopped', amount: 0n }));
}
