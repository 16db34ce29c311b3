/** Goods of the project, offices and tolerances as the service that owns them states them. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../../kernel/profile.ts';
import type { CustomsOffice } from '../../claims/registers.ts';
import { countryOf } from '../../institutions.ts';
import { impossibleDays } from '../days.ts';
import { finding } from '../finding.ts';

export const daysInOrder: Rule = {
  name: 'what holds from a day holds until a later one',
  contents: true,
  check({ claims }: Statement) {
    const { from, until } = claims as { from: string; until?: string };
    const found = impossibleDays({ '/from': from, '/until': until });
    if (until === undefined || from <= until) return found;
    return [...found, finding('days-reversed', 'refuse', '/until', { from, until })];
  },
};

const officeIn = ({ claims }: Statement): CustomsOffice => claims as unknown as CustomsOffice;

export const officeOfOwnCountry: Rule = {
  name: 'an office is one of the country of the service that states it',
  contents: true,
  check(statement) {
    const { country, locode } = officeIn(statement);
    const found: Finding[] = [];
    if (country !== countryOf(statement.issuer))
      found.push(finding('office-of-another-country', 'refuse', '/country', { country }));
    if (locode !== undefined && !locode.startsWith(country))
      found.push(finding('locode-of-another-country', 'refuse', '/locode', { locode, country }));
    return found;
  },
};

export const leadOfModes: Rule = {
  name: 'an office says for each of its modes how long before arrival a manifest is due',
  check(statement) {
    const { modes, lead } = officeIn(statement);
    const stated = Object.keys(lead) as CustomsOffice['modes'];
    const others = stated.filter((mode) => !modes.includes(mode));
    const silent = modes.filter((mode) => lead[mode] === undefined);
    return [
      ...others.map((mode) => finding('lead-of-another-mode', 'warn', `/lead/${mode}`, { mode })),
      ...silent.map((mode) => finding('lead-unstated', 'inform', '/lead', { mode })),
    ];
  },
};
