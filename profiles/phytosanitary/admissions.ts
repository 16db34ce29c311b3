import type { JsonObject } from '../../kernel/canonical.ts';
import type {
  Movement,
  RecordType,
  RegisterStatement,
  Statement,
  Subject,
  Summary,
  View,
} from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { balanceKey, balanceLedger } from './balance.ts';
import type { Admission } from './claims/admission.ts';
import { admissionSchema } from './claims/schemas.ts';
import { toGoodsMass } from './mass.ts';
import { exporterReached } from './receivers.ts';
import { admissionKey, admissionRegister } from './registers.ts';
import {
  aboveCertified,
  admissionFree,
  admissionParts,
  growerAdmissible,
  withinCapacity,
} from './rules/registers/admissions.ts';
import { exporterTold } from './rules/registers/exporter.ts';
import { touchedRecords, touchesLine } from './touched.ts';

const admissionOf = ({ claims }: Pick<Statement, 'claims'>): Admission => claims as unknown as Admission;

function keyOf(statement: Statement) {
  const { exporter, grower, product, season } = admissionOf(statement);
  return admissionKey(statement.issuer, exporter, grower, product, season);
}

const statements = (statement: Statement): readonly RegisterStatement[] => [
  { register: admissionRegister, key: keyOf(statement), value: statement.claims },
];

/** The volume is the limit of the season balance: each admission posts what it differs by from the one before. */
function limit(statement: Statement): readonly Movement[] {
  const { exporter, grower, product, season, volume } = admissionOf(statement);
  const amount = toGoodsMass(volume);
  if (amount instanceof Refusal) return [];
  const key = balanceKey(exporter, statement.issuer, grower, product, season);
  return [{ ledger: balanceLedger, key, movement: 'limit', amount, slot: 'admission', path: '/volume' }];
}

function concerns(statement: Statement, subject: Subject, view: View): boolean {
  const { exporter, grower, product, season } = admissionOf(statement);
  if (subject.issuer !== exporter || !subject.to.includes(statement.issuer)) return false;
  return touchesLine(subject, view, ({ sources }) =>
    (sources ?? []).some((one) => one.grower === grower && one.product === product && one.season === season),
  );
}

function rows(statement: Statement, view: View) {
  const key = keyOf(statement);
  return view.register(admissionRegister, key) === undefined ? [] : [{ register: admissionRegister, key }];
}

function summary(claims: JsonObject): Summary {
  const { exporter, grower, product, season, volume, checkpoints } = admissionOf({ claims });
  return {
    number: grower,
    title: `${grower} ${product} ${season}: ${volume.value} ${volume.unit}`,
    search: [grower, product, season, exporter, ...(checkpoints ?? [])],
  };
}

export const admission: RecordType = {
  stands: true,
  title: { az: 'İstehsalçının buraxılması', ru: 'Допуск производителя', en: 'Admission of a grower' },
  version: 1,
  schemas: { 1: admissionSchema },
  issuedBy: 'nppo',
  sentTo: ['nppo', 'customs'],
  receiver: exporterReached,
  rules: [exporterTold, admissionParts, growerAdmissible, withinCapacity, aboveCertified, admissionFree],
  statements,
  movements: limit,
  posts: [{ ledger: balanceLedger, movement: 'limit' }],
  impact: { records: touchedRecords, concerns, rows },
  summary,
};
