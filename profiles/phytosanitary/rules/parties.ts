import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../kernel/profile.ts';
import { countryOf, importingInstitution } from '../institutions.ts';
import { certificateOf, finding } from './finding.ts';

/** The certificate goes from its issuer's country to a recipient in the importing country. */
export const countries: Rule = {
  name: 'countries match the institutions',
  check(statement) {
    const { exportCountry, importCountry } = certificateOf(statement);
    const found: Finding[] = [];
    if (countryOf(statement.issuer) !== exportCountry.code) {
      found.push(finding('export-country-differs', 'refuse', '/exportCountry/code', { country: exportCountry.code }));
    }
    if (importingInstitution(statement.to, importCountry.code) === undefined) {
      found.push(finding('import-recipient-missing', 'refuse', '/importCountry/code', { country: importCountry.code }));
    }
    return found;
  },
};

/** Decisions and settlements come from the importing country. */
export const importingSide: Rule = {
  name: 'only the importing side acts',
  check(statement) {
    if (statement.subject === undefined) return [];
    const country = certificateOf(statement.subject).importCountry.code;
    if (countryOf(statement.issuer) === country) return [];
    return [finding('not-importing-side', 'refuse', '', { country })];
  },
};

/** A follow-up reaches every party of its subject; otherwise their states would differ for ever. */
export const everyParty: Rule = {
  name: 'every party is told',
  check(statement: Statement) {
    const subject = statement.subject;
    if (subject === undefined) return [];
    return [subject.issuer, ...subject.to]
      .filter((id) => id !== statement.issuer && !statement.to.includes(id))
      .map((institution) => finding('party-left-out', 'refuse', '', { institution }));
  },
};
