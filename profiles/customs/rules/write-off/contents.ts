/** What every holder can tell from a write-off alone. What breaks it has no effect with anyone. */
import type { Rule } from '../../../../kernel/profile.ts';
import { toMass } from '../../mass.ts';
import { institutionsOf, nameOf, writeOffOf } from '../../positions.ts';
import { doubled, finding } from '../finding.ts';
import { outcome } from './outcomes.ts';

export const linesKept: Rule = {
  name: 'each line of a write-off is told once, in a unit of mass',
  contents: true,
  check(statement) {
    const { lines } = writeOffOf(statement);
    const units = lines.flatMap((line, index) =>
      (['reserved', 'consumed'] as const).flatMap((member) => {
        const { value, unit } = line[member];
        if (toMass(line[member]) !== undefined) return [];
        return [outcome('unit-unknown', 'refuse', `/lines/${index}/${member}`, { value, unit })];
      }),
    );
    const twice = doubled(lines, nameOf, ({ certificate: { number }, line }, index) =>
      outcome('line-stated-twice', 'refuse', `/lines/${index}/line`, { number, line }),
    );
    return [...units, ...twice];
  },
};

/** All whom an account names hold all that was written off on it: they judge, settle and show by that. */
export const institutionsTold: Rule = {
  name: 'a write-off goes to both institutions of each certificate',
  contents: true,
  check(statement) {
    const told = new Set([statement.issuer, ...statement.to]);
    const concerned = new Set(writeOffOf(statement).lines.flatMap(institutionsOf));
    return [...concerned]
      .filter((institution) => !told.has(institution))
      .map((institution) => finding('institution-not-told', 'refuse', '/to', { institution }));
  },
};
