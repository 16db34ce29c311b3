import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../../kernel/profile.ts';
import type { LaboratoryResult } from '../../claims/laboratory.ts';
import { certificateOf, finding } from '../finding.ts';
import { isAfter, isLater } from '../moments.ts';

const resultOf = (statement: Pick<Statement, 'claims'>) => statement.claims as unknown as LaboratoryResult;

/** Taken, then examined, then told. */
export const examinationInOrder: Rule = {
  name: 'sample, examination and protocol are in order',
  check(statement) {
    const { sample, started, ended } = resultOf(statement);
    const found: Finding[] = [];
    if (isLater(sample.taken, started)) {
      found.push(finding('sample-after-start', 'refuse', '/started', { taken: sample.taken, started }));
    }
    if (isLater(started, ended)) found.push(finding('examination-reversed', 'refuse', '/ended', { started, ended }));
    if (isAfter(ended, statement.time)) {
      found.push(finding('examination-ahead', 'refuse', '/ended', { ended }));
    }
    return found;
  },
};

/** A result outside the accreditation proves nothing to the other side, so it is not stated at all. */
export const accredited: Rule = {
  name: 'the laboratory is accredited for what it tested',
  check(statement) {
    const { laboratory, ended, tests } = resultOf(statement);
    const { number, until, scope } = laboratory.accreditation;
    const found: Finding[] = [];
    if (until !== undefined && isLater(ended, until)) {
      found.push(finding('accreditation-ended', 'refuse', '/laboratory/accreditation/until', { number, until, ended }));
    }
    if (scope.includes('*')) return found;
    for (const [index, { pest }] of tests.entries()) {
      if (scope.includes(pest)) continue;
      found.push(finding('pest-outside-scope', 'refuse', `/tests/${index}/pest`, { pest, number }));
    }
    return found;
  },
};

/** A laboratory need not hold the certificate: what is not held is told, and what is held must fit. */
export const lotFits: Rule = {
  name: 'the lot is that of the certificate line',
  reads(statement) {
    const { certificate } = resultOf(statement).lot;
    return certificate === undefined ? [] : [{ record: certificate }];
  },
  check(statement, view) {
    const { certificate, line, product, grower } = resultOf(statement).lot;
    if (certificate === undefined) {
      return line === undefined ? [] : [finding('lot-line-alone', 'refuse', '/lot/line', { line })];
    }
    const held = view.record(certificate);
    if (held === undefined) return [finding('lot-certificate-not-held', 'warn', '/lot/certificate')];
    if (held.type !== 'certificate' && held.type !== 're-export-certificate') {
      return [finding('lot-certificate-other-type', 'refuse', '/lot/certificate')];
    }
    const { number, lines } = certificateOf(held);
    const named = line === undefined ? lines : lines.filter(({ sequence }) => sequence === line);
    if (named.length === 0) return [finding('lot-line-unknown', 'refuse', '/lot/line', { line: line ?? 0, number })];
    const sources = named.flatMap((one) => one.sources ?? []);
    const products = [...named.flatMap((one) => one.eppoCodes ?? []), ...sources.map((source) => source.product)];
    const growers = sources.flatMap((source) => [source.grower, source.member ?? source.grower]);
    const found: Finding[] = [];
    if (products.length > 0 && !products.includes(product)) {
      found.push(finding('lot-other-product', 'refuse', '/lot/product', { product, number }));
    }
    if (grower !== undefined && growers.length > 0 && !growers.includes(grower)) {
      found.push(finding('lot-other-grower', 'refuse', '/lot/grower', { grower, number }));
    }
    return found;
  },
};
