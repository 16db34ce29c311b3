import type { Rule, Statement } from '../../../../kernel/profile.ts';
import type { Inspection } from '../../claims/inspection.ts';
import type { Requirement } from '../../claims/requirement.ts';
import { dayOf } from '../../day.ts';
import { toGoodsMass } from '../../mass.ts';
import { noticedKey, noticedRegister } from '../../registers.ts';
import { certificateOf, finding } from '../finding.ts';
import { pathedLines } from '../requirements/consignment.ts';
import { citationOf, productsOf, requirementNeeds, requirementsFor } from '../requirements/requirements-in-force.ts';

/** Lines of the certificate of which something arrived, and that no prior notice is named for. */
function arrivedLines({ subject, claims }: Statement) {
  const { lines, notice } = claims as unknown as Inspection;
  if (subject === undefined || notice !== undefined) return [];
  const places = new Map(
    lines.flatMap(({ sequence, arrived }, index) =>
      toGoodsMass(arrived) === 0n ? [] : [[sequence, `/lines/${index}`] as const],
    ),
  );
  return pathedLines(certificateOf(subject)).flatMap(({ line }) => {
    const path = places.get(line.sequence);
    return path === undefined ? [] : [{ line, path }];
  });
}

/** Of a certificate that names no mode of transport any obligation is meant: nothing is evaded by leaving it out. */
function asksNotice({ obligations }: Requirement, modes: ReadonlySet<string>): boolean {
  return obligations.some((one) => one.kind === 'prior-notice' && (modes.size === 0 || modes.has(one.mode)));
}

/** What came without a notice has come: the inspection is entered all the same, and says so. */
export const noticeGiven: Rule = {
  name: 'goods that arrived were announced where a requirement asks for it',
  askedOf: () => [],
  reads(statement) {
    const { subject, issuer } = statement;
    const lines = arrivedLines(statement);
    if (subject === undefined || lines.length === 0) return [];
    const products = [...new Set(lines.flatMap(({ line }) => productsOf(line)))];
    return [
      ...requirementNeeds(issuer, certificateOf(subject).exportCountry.code, products),
      ...lines.map(({ line }) => ({
        register: noticedRegister,
        key: noticedKey(subject.issuer, subject.id, line.sequence),
      })),
    ];
  },
  check(statement, view) {
    const { subject, issuer, time } = statement;
    if (subject === undefined) return [];
    const { exportCountry, conveyances } = certificateOf(subject);
    const modes = new Set((conveyances ?? []).flatMap(({ mode }) => mode ?? []));
    const unannounced = arrivedLines(statement).filter(
      ({ line }) => view.register(noticedRegister, noticedKey(subject.issuer, subject.id, line.sequence)) === undefined,
    );
    return requirementsFor(view, issuer, exportCountry.code, unannounced, dayOf(time))
      .filter(({ requirement }) => asksNotice(requirement, modes))
      .flatMap(({ requirement, lines }) =>
        lines.map(({ line, path }) =>
          finding('notice-missing', 'warn', path, { line: line.sequence, ...citationOf(requirement) }),
        ),
      );
  },
};
