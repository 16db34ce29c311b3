/** Valid vectors as starting points of tests: a statement with what its rules look at, changed in one place. */
import { readFileSync } from 'node:fs';
import type { Json } from '../../../kernel/canonical.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../kernel/profile.ts';
import { subjectOf, type VectorAccount, type VectorRecord } from '../../../kernel/testing/vector-view.ts';
import type { Admission } from '../claims/admission.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Grower } from '../claims/grower.ts';
import type { LaboratoryResult } from '../claims/laboratory.ts';
import type { Notice } from '../claims/notice.ts';
import type { Requirement } from '../claims/requirement.ts';
import type { SuspensionValue } from '../registers.ts';
import { massView } from './mass-view.ts';

/** Parsed JSON of a vector; what stands in it is changed in place. */
export interface Case<T = Certificate> {
  type: string;
  issuer: string;
  to: string[];
  time: string;
  claims: T;
  subject?: VectorRecord;
  view: {
    registers: { name: string; key: string[]; value: Json }[];
    accounts: VectorAccount[];
    records: (Omit<VectorRecord, 'to'> & { to: string[] })[];
  };
}

export const caseOf = <T = Certificate>(name: string): Case<T> =>
  JSON.parse(readFileSync(new URL(`../vectors/valid/${name}.json`, import.meta.url), 'utf8'));

export const noticeCase = () => caseOf<Notice>('prior-notice-requirements-met');

export function stated<T>({ view, time, subject, claims, ...rest }: Case<T>): { statement: Statement; view: View } {
  const statement = { ...rest, claims: claims as Statement['claims'], time: Date.parse(time) };
  return {
    statement: subject === undefined ? statement : { ...statement, subject: subjectOf(subject) },
    view: massView(view),
  };
}

export function asked<T>(rules: readonly Rule[], vector: Case<T>): readonly Finding[] {
  const { statement, view } = stated(vector);
  return rules.flatMap((rule) => rule.check(statement, view));
}

function row(vector: Case<unknown>, name: string, last: string): Json {
  const found = vector.view.registers.find(({ name: of, key }) => of === name && key.includes(last));
  if (found === undefined) throw new Error(`no row of ${name} for ${last}`);
  return found.value;
}

export const growerOf = (vector: Case<unknown>, id: string) => row(vector, 'grower', id) as unknown as Grower;
export const admissionOf = (vector: Case<unknown>, id: string) => row(vector, 'admission', id) as unknown as Admission;
export const requirementOf = (vector: Case<unknown>) => row(vector, 'requirement', 'LYPES') as unknown as Requirement;
export const resultOf = (vector: Case<unknown>, index: number) =>
  vector.view.records[index]?.claims as unknown as LaboratoryResult;

/** Puts a suspension into the register as the importing institution's server would. */
export function suspend(
  vector: Case<unknown>,
  suspension: Omit<SuspensionValue, 'exporter' | 'reason'> & { readonly since: string },
): void {
  const { grower = '*', product = '*', pest = '*', since } = suspension;
  const value = { exporter: 'az.afsa', reason: 'pest-found', ...suspension };
  vector.view.registers.push({ name: 'suspension', key: ['ru.fsvps', 'az.afsa', grower, product, pest, since], value });
}
