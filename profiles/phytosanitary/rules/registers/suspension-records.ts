import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../../kernel/profile.ts';
import type { Suspension } from '../../claims/admission.ts';
import type { NonCompliance } from '../../claims/case.ts';
import type { Certificate } from '../../claims/certificate.ts';
import { dayOf } from '../../day.ts';
import { suspensionReasons } from '../../reasons.ts';
import {
  growerKey,
  growerRegister,
  type SuspensionValue,
  suspensionPrefix,
  suspensionRegister,
} from '../../registers.ts';
import { impossibleDays, reversedDays } from '../days.ts';
import { finding } from '../finding.ts';
import { exporterAlone } from './exporter.ts';
import { registered } from './growers.ts';

const suspensionOf = ({ claims }: Pick<Statement, 'claims'>): Suspension => claims as unknown as Suspension;

/** Grounds that are about a pest. */
const ofPests: ReadonlySet<string> = new Set(['pest-found', 'pest-outbreak']);

export const suspensionGrounds: Rule = {
  name: 'a suspension gives its reason',
  check(statement) {
    const { reason: code, pest } = suspensionOf(statement);
    if (!Object.hasOwn(suspensionReasons, code)) return [finding('reason-unknown', 'refuse', '/reason', { code })];
    return ofPests.has(code) && pest === undefined ? [finding('pest-missing', 'refuse', '/pest')] : [];
  },
};

export const suspensionDays: Rule = {
  name: 'a suspension has days in order that have not passed',
  check(statement) {
    const { from, until, review } = suspensionOf(statement);
    const today = dayOf(statement.time);
    const found: Finding[] = [...impossibleDays({ from, until, review }), ...reversedDays(from, until, '/until')];
    if (until !== undefined && until < today) found.push(finding('suspension-over', 'refuse', '/until', { until }));
    if (review !== undefined && review < today) found.push(finding('review-past', 'refuse', '/review', { review }));
    if (from !== undefined && from < today) found.push(finding('suspension-backdated', 'inform', '/from', { from }));
    return found;
  },
};

/** Without a grower it touches everyone in the country: that takes more than a find. */
export const wholeCountry: Rule = {
  name: 'a measure for a whole country names its legal act and an end or review',
  contents: true,
  check(statement) {
    const { grower, legalAct, until, review } = suspensionOf(statement);
    if (grower !== undefined) return [];
    const found: Finding[] = [];
    if (legalAct === undefined) found.push(finding('legal-act-missing', 'refuse', '/legalAct'));
    if (until === undefined && review === undefined) found.push(finding('end-missing', 'refuse', '/until'));
    return found;
  },
};

export const growerRegistered: Rule = {
  name: 'who is suspended is registered',
  askedOf: exporterAlone,
  reads(statement) {
    const { exporter, grower } = suspensionOf(statement);
    return grower === undefined ? [] : [{ register: growerRegister, key: growerKey(exporter, grower) }];
  },
  check(statement, view) {
    const { exporter, grower } = suspensionOf(statement);
    if (grower === undefined || registered(view, exporter, grower) !== undefined) return [];
    return [finding('grower-unknown', 'refuse', '/grower', { exporter, grower })];
  },
};

const prefixOf = (statement: Statement) => {
  const { exporter, grower, product } = suspensionOf(statement);
  return suspensionPrefix(statement.issuer, exporter, grower, product);
};

export const notSuspendedYet: Rule = {
  name: 'no suspension of the same grower, product and pest binds in the same days',
  askedOf: exporterAlone,
  reads: (statement) => [{ register: suspensionRegister, prefix: prefixOf(statement) }],
  check(statement, view) {
    const { pest, from, until } = suspensionOf(statement);
    const first = from ?? dayOf(statement.time);
    return view
      .list(suspensionRegister, prefixOf(statement))
      .map(({ value }) => value as unknown as SuspensionValue)
      .filter((other) => other.pest === pest && other.lifted === undefined)
      .filter((other) => other.until === undefined || other.until >= first)
      .filter((other) => until === undefined || (other.from ?? other.since.slice(0, 10)) <= until)
      .map(({ since }) => finding('suspension-in-force', 'refuse', '', { since: since.slice(0, 10) }));
  },
};

/** The case behind a suspension or a lifting, with what it must concern. */
export const caseConcerned: Rule = {
  name: 'the case named is held and concerns what is suspended',
  askedOf: (statement) => exporterAlone(statement.subject ?? statement),
  reads(statement) {
    const id = statement.claims['case'];
    return typeof id === 'string' ? [{ record: id }] : [];
  },
  check(statement, view) {
    const id = statement.claims['case'];
    if (typeof id !== 'string') return [];
    const record = view.record(id);
    if (record?.type !== 'non-compliance') return [finding('case-unknown', 'refuse', '/case')];
    const { exporter, grower, pest } = suspensionOf(statement.subject ?? statement);
    const claims = record.claims as unknown as NonCompliance;
    const { number, pests } = claims;
    if (record.issuer !== statement.issuer || claims.exporter !== exporter) {
      return [finding('case-other-side', 'refuse', '/case', { number, exporter })];
    }
    const found: Finding[] = [];
    if (grower !== undefined && !concerns(view, exporter, claims, grower)) {
      found.push(finding('case-other-grower', 'refuse', '/case', { number, grower }));
    }
    if (pest !== undefined && !pests?.includes(pest)) {
      found.push(finding('case-other-pest', 'refuse', '/case', { number, pest }));
    }
    return found;
  },
};

/** By the growers that the case names, else by those of its lines; of a site, by who works it. */
function concerns(view: View, exporter: string, claims: NonCompliance, grower: string): boolean {
  const named = claims.growers ?? growersOfLines(view, claims);
  const operator = registered(view, exporter, grower)?.operator;
  return named.includes(grower) || (operator !== undefined && named.includes(operator));
}

function growersOfLines(view: View, { certificate, lines }: NonCompliance): readonly string[] {
  const record = view.record(certificate);
  const held = record === undefined ? [] : ((record.claims as unknown as Certificate).lines ?? []);
  return held
    .filter(({ sequence }) => lines.includes(sequence))
    .flatMap(({ sources }) => sources ?? [])
    .flatMap(({ grower, member, site, packingHouse }) => [grower, member, site, packingHouse])
    .filter((id) => id !== undefined);
}

/** The life cycle keeps a second lifting out; one whose days are over needs none. */
export const stillBinding: Rule = {
  name: 'a suspension that is lifted has not ended by itself',
  check(statement) {
    if (statement.subject === undefined) return [];
    const { until } = suspensionOf(statement.subject);
    if (until === undefined || until >= dayOf(statement.time)) return [];
    return [finding('suspension-ended', 'refuse', '', { until })];
  },
};
