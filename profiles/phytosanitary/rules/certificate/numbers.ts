import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { numberKey, numberRegister } from '../../registers.ts';
import { certificateOf, finding } from '../finding.ts';

/** A number is used once by an issuer and never comes back, not even after withdrawal. */
export const numberUnused: Rule = {
  name: 'the number is new',
  reads(statement) {
    return [{ register: numberRegister, key: numberKey(statement.issuer, certificateOf(statement).number) }];
  },
  check(statement, view) {
    const { number } = certificateOf(statement);
    if (view.register(numberRegister, numberKey(statement.issuer, number)) === undefined) return [];
    return [finding('number-used', 'refuse', '/number', { number })];
  },
};

/** A replacement has a new number and names the old one; the record follows the certificate it replaces. */
export const replacement: Rule = {
  name: 'a replacement names what it replaces',
  check(statement) {
    const claims = certificateOf(statement);
    const stated = claims.replacement?.number;
    const path = '/replacement/number';
    const found: Finding[] = [];
    if (stated === claims.number) {
      found.push(finding('replacement-same-number', 'refuse', path, { number: claims.number }));
    }
    if (statement.subject === undefined) {
      if (stated !== undefined) found.push(finding('replacement-not-linked', 'warn', path, { number: stated }));
      return found;
    }
    const old = certificateOf(statement.subject);
    if (stated === undefined) found.push(finding('replacement-data-missing', 'refuse', '/replacement'));
    else if (stated !== old.number) {
      found.push(finding('replacement-other-number', 'refuse', path, { stated, number: old.number }));
    }
    if (claims.importCountry.code !== old.importCountry.code) {
      found.push(finding('replacement-other-way', 'refuse', '/importCountry/code'));
    }
    return found;
  },
};
