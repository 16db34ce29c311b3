import type {
  Impact,
  LifeCycle,
  RecordType,
  RegisterStatement,
  Statement,
  Subject,
  View,
} from '../../kernel/profile.ts';
import type { Repeal, Requirement } from './claims/requirement.ts';
import { repealSchema, requirementSchema } from './claims/schemas.ts';
import { countryOf } from './institutions.ts';
import { countriesReached } from './receivers.ts';
import { type AdmissionValue, admissionRegister, requirementKeys, requirementRegister } from './registers.ts';
import { everyParty } from './rules/parties.ts';
import {
  obligationsSound,
  repealDay,
  requirementLanguages,
  requirementParts,
  versions,
} from './rules/registers/requirement-records.ts';
import { productsOf } from './rules/requirements/requirements-in-force.ts';
import { touchedRecords, touchesLine } from './touched.ts';

const requirementOf = ({ claims }: Pick<Statement, 'claims'>): Requirement => claims as unknown as Requirement;

function stated(issuer: string, requirement: Requirement): readonly RegisterStatement[] {
  return requirementKeys(issuer, requirement).map((key) => ({
    register: requirementRegister,
    key,
    value: { ...requirement },
  }));
}

/** The requirement that a statement makes or repeals. */
const measureOf = (statement: Statement): Requirement => requirementOf(statement.subject ?? statement);

const fits = (list: readonly string[] | undefined, one: string): boolean => list?.includes(one) ?? true;

function concerns(statement: Statement, subject: Subject, view: View): boolean {
  const { countries, products } = measureOf(statement);
  if (!fits(countries, countryOf(subject.issuer)) || !subject.to.includes(statement.issuer)) return false;
  // Of a line that names no product, its rules tell.
  return touchesLine(subject, view, (line) => {
    const named = productsOf(line);
    return named.length === 0 || named.some((product) => fits(products, product));
  });
}

function admissions(statement: Statement, view: View) {
  const { countries, products } = measureOf(statement);
  return view
    .list(admissionRegister, [statement.issuer])
    .filter(({ value }) => {
      const { exporter, product } = value as unknown as AdmissionValue;
      return fits(countries, countryOf(exporter)) && fits(products, product);
    })
    .map(({ key }) => ({ register: admissionRegister, key }));
}

const impact: Impact = { records: touchedRecords, concerns, rows: admissions };
const dayMs = 86_400_000;

const lifeCycle: LifeCycle = {
  initial: 'in-force',
  events: {
    repeal: { az: 'ləğv', ru: 'отмена', en: 'repeal' },
  },
  states: {
    'in-force': { az: 'Qüvvədədir', ru: 'Действует', en: 'In force' },
    repealed: { az: 'Ləğv edilib', ru: 'Отменено', en: 'Repealed' },
  },
  transitions: [{ from: 'in-force', event: 'repeal', to: 'repealed', by: 'issuer' }],
  precedence: ['repeal'],
};

const shared = { version: 1, issuedBy: 'nppo', sentTo: ['nppo', 'customs'] } as const;

export const requirement: RecordType = {
  stands: true,
  ...shared,
  title: { az: 'İdxal tələbi', ru: 'Требование к ввозу', en: 'Import requirement' },
  schemas: { 1: requirementSchema },
  approvals: 2,
  receiver: countriesReached,
  lifeCycle,
  rules: [requirementParts, requirementLanguages, obligationsSound, versions],
  statements: (statement) => stated(statement.issuer, requirementOf(statement)),
  impact: { ...impact, begins: (statement) => Date.parse(requirementOf(statement).from) },
  summary(claims) {
    const { number, titles, legalAct, countries, products, obligations } = requirementOf({ claims });
    const kinds = obligations.map(({ kind }) => kind);
    const words = [number, ...titles.map(({ text }) => text), legalAct, ...(countries ?? []), ...(products ?? [])];
    return {
      number,
      title: (titles[0]?.text ?? '').slice(0, 200),
      search: [...new Set([...words, ...kinds])].slice(0, 200),
    };
  },
};

export const repeal: RecordType = {
  stands: true,
  ...shared,
  title: { az: 'Tələbin ləğvi', ru: 'Отмена требования', en: 'Repeal of a requirement' },
  schemas: { 1: repealSchema },
  follows: { types: ['requirement'], required: true, event: () => 'repeal' },
  rules: [everyParty, repealDay],
  statements({ issuer, claims, subject }) {
    if (subject === undefined) return [];
    const { to } = claims as unknown as Repeal;
    return stated(issuer, { ...requirementOf(subject), to });
  },
  impact: { ...impact, begins: ({ claims }) => Date.parse((claims as unknown as Repeal).to) + dayMs },
  summary(claims) {
    const { to, text } = claims as unknown as Repeal;
    return { number: '', title: (text ?? to).slice(0, 200), search: [to] };
  },
};
