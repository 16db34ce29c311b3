import type {
  Key,
  LedgerDeclaration,
  Movement,
  Need,
  Poster,
  RegisterStatement,
  Statement,
  Subject,
} from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Certificate } from './claims/certificate.ts';
import { importingInstitution } from './institutions.ts';
import { massScale, toMass } from './mass.ts';

export const lineLedger = 'certificate-line';
export const numberRegister = 'number';

/** Places in the account's key: 0 the exporting, 1 the importing institution. */
const exporter: Poster = { function: 'nppo', key: 0, same: 'institution' };
const importer: Poster = { function: 'nppo', key: 1, same: 'institution' };
const importerCustoms: Poster = { function: 'customs', key: 1, same: 'country' };

export const lineLedgerDeclaration: LedgerDeclaration = {
  title: {
    az: 'Sertifikat sətri üzrə miqdar',
    ru: 'Количество по строке сертификата',
    en: 'Quantity of a certificate line',
  },
  unit: 'KGM',
  scale: massScale,
  movements: {
    issued: { kind: 'credit', by: exporter },
    reserved: { kind: 'restate-debit', by: importerCustoms },
    consumed: { kind: 'restate-debit', by: importerCustoms },
    freeze: { kind: 'freeze', by: exporter },
    settled: { kind: 'settle', by: importer },
  },
  offers: ['reserved', 'consumed'],
};

/** What a certificate is for its ledger: a statement in the making, or a record held. */
type Issued = Pick<Statement | Subject, 'issuer' | 'to' | 'claims'>;

export const numberKey = (issuer: string, number: string): Key => [issuer, number];

export function lineKey(exporting: string, importing: string, number: string, sequence: number): Key {
  return [exporting, importing, number, String(sequence)];
}

interface Account {
  readonly sequence: number;
  readonly key: Key;
  readonly mass: bigint;
}

/** The accounts a certificate opens: one for each line whose net weight is a mass that can be kept exactly. */
export function accountsOf(issued: Issued): readonly Account[] {
  const claims = issued.claims as unknown as Certificate;
  const importing = importingInstitution(issued.to, claims.importCountry.code);
  if (importing === undefined) return [];
  const accounts: Account[] = [];
  for (const line of claims.lines) {
    if (line.netWeight?.unit === undefined) continue;
    const mass = toMass(line.netWeight.value, line.netWeight.unit);
    if (mass instanceof Refusal) continue;
    const key = lineKey(issued.issuer, importing, claims.number, line.sequence);
    accounts.push({ sequence: line.sequence, key, mass });
  }
  return accounts;
}

export const accountNeeds = (issued: Issued): readonly Need[] =>
  accountsOf(issued).map(({ key }) => ({ ledger: lineLedger, key }));

/** The number is taken for good: nothing takes a key of this register out. */
export function takeNumber(statement: Statement): readonly RegisterStatement[] {
  const claims = statement.claims as unknown as Certificate;
  const value = { type: statement.type, issued: claims.issued };
  return [{ register: numberRegister, key: numberKey(statement.issuer, claims.number), value }];
}

export function freeze(subject: Subject): readonly Movement[] {
  return accountsOf(subject).map(({ key }) => ({ ledger: lineLedger, key, movement: 'freeze', amount: 0n }));
}

export function creditLines(statement: Statement): readonly Movement[] {
  return accountsOf(statement).map(({ key, mass }) => ({
    ledger: lineLedger,
    key,
    movement: 'issued',
    amount: mass,
  }));
}
