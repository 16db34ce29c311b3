import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, Statement, Subject, View } from '../../../../kernel/profile.ts';
import type { NonCompliance } from '../../claims/case.ts';
import type { LaboratoryResult } from '../../claims/laboratory.ts';
import { finding } from '../finding.ts';

type Naming = { readonly laboratoryResults?: readonly string[] };

const namedBy = (statement: Statement) => (statement.claims as unknown as Naming).laboratoryResults ?? [];

/** The notification itself, or the one that a reply or ruling follows. */
const caseOf = (statement: Statement) => (statement.subject?.claims ?? statement.claims) as unknown as NonCompliance;

export const resultOf = (held: Subject) => held.claims as unknown as LaboratoryResult;

const isResult = (held: Subject | undefined): held is Subject => held?.type === 'laboratory-result';

/** Results that a statement of a case names, as far as they are held here, with their places. */
export const heldResults = (statement: Statement, view: View) =>
  namedBy(statement).flatMap((id, index) => {
    const held = view.record(id);
    return isResult(held) ? [{ held, path: `/laboratoryResults/${index}` }] : [];
  });

/** True when every result named is held here, so that something can be said of all of them. */
export const allHeld = (statement: Statement, view: View): boolean =>
  heldResults(statement, view).length === namedBy(statement).length;

export const resultReads = (statement: Statement): readonly Need[] => namedBy(statement).map((record) => ({ record }));

/**
 * Asked of the issuer alone: a laboratory's record reaches others on a channel of its own, so that they may not have
 * it yet. That it is on its way to both services is seen from its recipients.
 */
export const resultsShared: Rule = {
  name: 'laboratory results are in force and before both services',
  reads: resultReads,
  askedOf: () => [],
  check(statement, view) {
    const services = [statement.subject?.issuer ?? statement.issuer, caseOf(statement).exporter];
    return namedBy(statement).flatMap((id, index): readonly Finding[] => {
      const path = `/laboratoryResults/${index}`;
      const held = view.record(id);
      if (!isResult(held)) return [finding('result-not-held', 'refuse', path)];
      const { number } = resultOf(held);
      if (held.state !== 'valid') return [finding('result-annulled', 'refuse', path, { number })];
      return services
        .filter((one) => one !== held.issuer && !held.to.includes(one))
        .map((institution) => finding('result-not-shared', 'refuse', path, { number, institution }));
    });
  },
};

/** A result that names a certificate is about that one. */
export const resultsFit: Rule = {
  name: 'laboratory results are about the certificate of the case',
  reads: resultReads,
  check(statement, view) {
    const { certificate, lines } = caseOf(statement);
    return heldResults(statement, view).flatMap(({ held, path }) => {
      const { number, lot } = resultOf(held);
      const other = lot.certificate !== undefined && lot.certificate !== certificate;
      const otherLine = lot.line !== undefined && !lines.includes(lot.line);
      return other || otherLine ? [finding('result-of-another', 'refuse', path, { number })] : [];
    });
  },
};
