import type { JsonObject } from '../../kernel/canonical.ts';
import type {
  Impact,
  LifeCycle,
  RecordType,
  RegisterStatement,
  Statement,
  Subject,
  View,
} from '../../kernel/profile.ts';
import type { Lifting, Suspension } from './claims/admission.ts';
import { liftingSchema, suspensionSchema } from './claims/schemas.ts';
import { exporterReached } from './receivers.ts';
import { measureReferences } from './references.ts';
import {
  type AdmissionValue,
  admissionRegister,
  type SuspensionValue,
  suspensionKey,
  suspensionRegister,
} from './registers.ts';
import { everyParty } from './rules/parties.ts';
import { exporterTold } from './rules/registers/exporter.ts';
import {
  caseConcerned,
  growerRegistered,
  notSuspendedYet,
  stillBinding,
  suspensionDays,
  suspensionGrounds,
  wholeCountry,
} from './rules/registers/suspension-records.ts';
import { growersOf } from './rules/requirements/consignment.ts';
import { productsOf } from './rules/requirements/requirements-in-force.ts';
import { partOwed } from './rules/requirements/source-complete.ts';
import { touchedRecords, touchesLine } from './touched.ts';

const suspensionOf = ({ claims }: Pick<Statement, 'claims'>): Suspension => claims as unknown as Suspension;
const iso = (ms: number): string => new Date(ms).toISOString();

function stated(importer: string, value: SuspensionValue): readonly RegisterStatement[] {
  const key = suspensionKey(importer, value, value.since);
  return [{ register: suspensionRegister, key, value: value as unknown as JsonObject }];
}

/** The suspension that a statement makes or lifts. */
const measureOf = (statement: Statement): Suspension => suspensionOf(statement.subject ?? statement);

function concerns(statement: Statement, subject: Subject, view: View): boolean {
  const { exporter, grower, product } = measureOf(statement);
  if (subject.issuer !== exporter || !subject.to.includes(statement.issuer)) return false;
  return touchesLine(subject, view, (line) => {
    if (grower === undefined) return product === undefined || productsOf(line).includes(product);
    const sources = line.sources ?? [];
    return sources
      .filter((one) => product === undefined || one.product === product)
      .some((one) => growersOf(one).includes(grower) || partOwed(view, exporter, one, grower) !== undefined);
  });
}

/** Admissions of its growers: of a member or a site those under another name stay out of the list. */
function admissions(statement: Statement, view: View) {
  const { exporter, grower, product } = measureOf(statement);
  const prefix = [statement.issuer, exporter, ...(grower === undefined ? [] : [grower])];
  return view
    .list(admissionRegister, prefix)
    .filter(({ value }) => product === undefined || (value as unknown as AdmissionValue).product === product)
    .map(({ key }) => ({ register: admissionRegister, key }));
}

const impact: Impact = { records: touchedRecords, concerns, rows: admissions };

const lifeCycle: LifeCycle = {
  initial: 'in-force',
  events: {
    lift: { az: 'dayandırmanın ləğvi', ru: 'отмена', en: 'lifting' },
  },
  states: {
    'in-force': { az: 'Qüvvədədir', ru: 'Действует', en: 'In force' },
    lifted: { az: 'Ləğv edilib', ru: 'Отменено', en: 'Lifted' },
  },
  transitions: [{ from: 'in-force', event: 'lift', to: 'lifted', by: 'issuer' }],
  precedence: ['lift'],
};

const shared = { version: 1, issuedBy: 'nppo', sentTo: ['nppo', 'customs'] } as const;

export const suspension: RecordType = {
  stands: true,
  ...shared,
  title: { az: 'İdxalın dayandırılması', ru: 'Приостановление ввоза', en: 'Suspension of imports' },
  schemas: { 1: suspensionSchema },
  approvals: 2,
  receiver: exporterReached,
  lifeCycle,
  rules: [
    exporterTold,
    suspensionGrounds,
    suspensionDays,
    wholeCountry,
    growerRegistered,
    notSuspendedYet,
    caseConcerned,
  ],
  statements: (statement) => stated(statement.issuer, { ...suspensionOf(statement), since: iso(statement.time) }),
  impact: {
    ...impact,
    begins(statement) {
      const { from } = suspensionOf(statement);
      return from === undefined ? undefined : Date.parse(from);
    },
  },
  references: measureReferences,
  summary(claims) {
    const { exporter, grower, product, pest, reason, legalAct, text } = suspensionOf({ claims });
    const parts = [grower ?? exporter, product, pest].filter((part) => part !== undefined);
    return {
      number: parts.join(' '),
      title: parts.join(' '),
      search: [...parts, exporter, reason, ...(legalAct === undefined ? [] : [legalAct]), text ?? ''].filter(Boolean),
    };
  },
};

export const lifting: RecordType = {
  stands: true,
  ...shared,
  title: { az: 'Dayandırmanın ləğvi', ru: 'Отмена приостановления', en: 'Lifting of a suspension' },
  schemas: { 1: liftingSchema },
  follows: { types: ['suspension'], required: true, event: () => 'lift' },
  rules: [everyParty, stillBinding, caseConcerned],
  statements({ issuer, time, subject }) {
    if (subject === undefined) return [];
    return stated(issuer, { ...suspensionOf(subject), since: iso(subject.time), lifted: iso(time) });
  },
  impact,
  references: measureReferences,
  summary: (claims) => ({ number: '', title: ((claims as unknown as Lifting).text ?? '').slice(0, 200), search: [] }),
};
