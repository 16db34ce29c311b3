import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../kernel/profile.ts';
import type { CaseReply, NonCompliance } from '../claims/case.ts';
import { importingInstitution } from '../institutions.ts';
import { decisionReasons } from '../reasons.ts';
import { certificateOf, finding } from './finding.ts';
import { isAfter } from './moments.ts';
import { allHeld, heldResults, resultOf, resultReads } from './shipment/held-results.ts';

export const caseOf = (statement: Pick<Statement, 'claims'>) => statement.claims as unknown as NonCompliance;
const replyOf = (statement: Pick<Statement, 'claims'>) => statement.claims as unknown as CaseReply;

const pestReasons: ReadonlySet<string> = new Set(['quarantine-pest', 'regulated-pest']);

/** ISPM 13: what was found, and when. */
export const caseGrounds: Rule = {
  name: 'a notification gives its grounds',
  check(statement) {
    const { reasons, pests, found: day, exporter } = caseOf(statement);
    const found: Finding[] = [];
    if (!statement.to.includes(exporter)) {
      found.push(finding('party-left-out', 'refuse', '/exporter', { institution: exporter }));
    }
    for (const [index, code] of reasons.entries()) {
      if (!Object.hasOwn(decisionReasons, code)) {
        found.push(finding('reason-unknown', 'refuse', `/reasons/${index}`, { code }));
      }
    }
    if (pests === undefined && reasons.some((code) => pestReasons.has(code))) {
      found.push(finding('case-pest-missing', 'refuse', '/pests'));
    }
    if (isAfter(day, statement.time)) {
      found.push(finding('found-ahead', 'refuse', '/found', { found: day }));
    }
    return found;
  },
};

/** The exporting service issued the certificate and so holds it; others among the recipients may not. */
export const caseCertificate: Rule = {
  name: 'a case is about a certificate, its lines and growers',
  reads: (statement) => [{ record: caseOf(statement).certificate }],
  askedOf: (statement) => [caseOf(statement).exporter],
  check(statement, view) {
    const claims = caseOf(statement);
    const held = view.record(claims.certificate);
    if (held === undefined || (held.type !== 'certificate' && held.type !== 're-export-certificate')) {
      return [finding('case-certificate-not-held', 'refuse', '/certificate')];
    }
    const { number, importCountry, lines } = certificateOf(held);
    const found: Finding[] = [];
    const importing = importingInstitution(held.to, importCountry.code) ?? '';
    if (statement.issuer !== importing) {
      found.push(finding('case-of-another-importer', 'refuse', '/certificate', { number, institution: importing }));
    }
    if (claims.exporter !== held.issuer) {
      found.push(finding('case-other-exporter', 'refuse', '/exporter', { number, institution: held.issuer }));
    }
    const seen = new Set<number>();
    for (const [index, line] of claims.lines.entries()) {
      const path = `/lines/${index}`;
      if (!lines.some(({ sequence }) => sequence === line))
        found.push(finding('line-unknown', 'refuse', path, { line }));
      if (seen.has(line)) found.push(finding('line-doubled', 'refuse', path, { line }));
      seen.add(line);
    }
    const sources = lines.filter(({ sequence }) => seen.has(sequence)).flatMap((line) => line.sources ?? []);
    const growers = sources.flatMap(({ grower, member, site, packingHouse }) => [grower, member, site, packingHouse]);
    for (const [index, grower] of (claims.growers ?? []).entries()) {
      if (growers.includes(grower)) continue;
      found.push(finding('case-grower-unknown', 'refuse', `/growers/${index}`, { grower, number }));
    }
    return found;
  },
};

/** The importing institution inspects, so the exporting service has it from the same channel as the case. */
export const caseInspection: Rule = {
  name: 'the inspection of a case is that of its certificate',
  reads(statement) {
    const { inspection } = caseOf(statement);
    return inspection === undefined ? [] : [{ record: inspection }];
  },
  askedOf: (statement) => [caseOf(statement).exporter],
  check(statement, view) {
    const { inspection, certificate } = caseOf(statement);
    if (inspection === undefined) return [];
    const held = view.record(inspection);
    if (held?.type === 'inspection' && held.about === certificate && held.state === 'recorded') return [];
    return [finding('case-inspection-unknown', 'refuse', '/inspection')];
  },
};

export const pestsShown: Rule = {
  name: 'laboratory results show the pests of the case',
  reads: resultReads,
  check(statement, view) {
    const { pests = [], laboratoryResults } = caseOf(statement);
    if (laboratoryResults === undefined || !allHeld(statement, view)) return [];
    const detected = new Set(
      heldResults(statement, view)
        .flatMap(({ held }) => resultOf(held).tests)
        .flatMap(({ pest, result }) => (result === 'detected' ? [pest] : [])),
    );
    return pests.flatMap((pest, index) =>
      detected.has(pest) ? [] : [finding('pest-not-shown', 'warn', `/pests/${index}`, { pest })],
    );
  },
};

export const exportingSide: Rule = {
  name: 'only the exporting service replies',
  check(statement) {
    if (statement.subject === undefined) return [];
    const { exporter } = caseOf(statement.subject);
    if (statement.issuer === exporter) return [];
    return [finding('not-exporting-service', 'refuse', '', { institution: exporter })];
  },
};

export const replyGrounds: Rule = {
  name: 'an investigation gives cause and measures',
  check(statement) {
    const { kind, cause, measures } = replyOf(statement);
    const found: Finding[] = [];
    if (kind === 'investigate' && cause === undefined) found.push(finding('cause-missing', 'refuse', '/cause'));
    if (kind === 'investigate' && measures === undefined)
      found.push(finding('measures-missing', 'refuse', '/measures'));
    return found;
  },
};

/** A dispute rests on a counter-sample; without one its text has to carry it. */
export const counterSample: Rule = {
  name: 'a dispute rests on a counter-sample',
  reads: resultReads,
  check(statement, view) {
    const { kind, laboratoryResults } = replyOf(statement);
    if (kind !== 'dispute' || statement.subject === undefined) return [];
    const path = '/laboratoryResults';
    if (laboratoryResults === undefined) return [finding('counter-sample-missing', 'warn', path)];
    if (!allHeld(statement, view)) return [];
    const counter = heldResults(statement, view).filter(({ held }) => resultOf(held).purpose === 'counter-sample');
    if (counter.length === 0) return [finding('counter-sample-none', 'refuse', path)];
    const tests = counter.flatMap(({ held }) => resultOf(held).tests);
    return (caseOf(statement.subject).pests ?? []).flatMap((pest) => {
      const results = tests.flatMap((test) => (test.pest === pest ? [test.result] : []));
      if (results.length === 0) return [finding('counter-sample-not-tested', 'warn', path, { pest })];
      return results.includes('detected') ? [finding('counter-sample-detects', 'warn', path, { pest })] : [];
    });
  },
};
