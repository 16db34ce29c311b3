import type { Finding } from '../../../../kernel/finding.ts';
import type { Key, Rule, Statement } from '../../../../kernel/profile.ts';
import { evenReference } from '../../../../kernel/reference.ts';
import type { Manifest } from '../../claims/manifest.ts';
import { manifestOf, receivingCustoms } from '../../institutions.ts';
import {
  type MovementValue,
  manifestNumberKey,
  manifestNumberRegister,
  movementKey,
  movementRegister,
} from '../../manifest-registers.ts';
import { isDayOfNumber } from '../days.ts';
import { finding } from '../finding.ts';

export const numberForm: Rule = {
  name: 'the number names the office of departure and a day',
  check(statement) {
    const { number, departureOffice } = manifestOf(statement);
    const found: Finding[] = [];
    if (!number.startsWith(`${departureOffice}/`)) {
      found.push(finding('number-other-office', 'refuse', '/number', { number, office: departureOffice }));
    }
    if (!isDayOfNumber(number, statement.time)) {
      found.push(finding('number-day-wrong', 'refuse', '/number', { number }));
    }
    return found;
  },
};

/** A number is used once by a service and never comes back, not even after withdrawal. */
export const numberUnused: Rule = {
  name: 'the number is new',
  reads: (statement) => [
    { register: manifestNumberRegister, key: manifestNumberKey(statement.issuer, manifestOf(statement).number) },
  ],
  check(statement, view) {
    const { number } = manifestOf(statement);
    if (view.register(manifestNumberRegister, manifestNumberKey(statement.issuer, number)) === undefined) return [];
    return [finding('number-used', 'refuse', '/number', { number })];
  },
};

export const replacement: Rule = {
  name: 'a replacement is of the same movement',
  check(statement) {
    if (statement.subject === undefined) return [];
    const old = manifestOf(statement.subject);
    const { destination } = manifestOf(statement);
    const before = receivingCustoms(statement.subject);
    if (destination === old.destination && before === receivingCustoms(statement)) return [];
    return [finding('replacement-other-way', 'refuse', '/destination', { number: old.number })];
  },
};

const rowOf = (statement: Statement): Key => movementKey(statement.issuer, manifestOf(statement));

const sameMeans = (one: readonly string[], other: Manifest['means']): boolean =>
  other.some(({ number }) => one.includes(evenReference(number)));

/** A changed manifest follows the one it replaces: a second one beside it would be matched with the same goods. */
export const movementOnce: Rule = {
  name: 'a movement is announced once',
  reads: (statement) => [{ register: movementRegister, key: rowOf(statement) }],
  check(statement, view) {
    const manifest = manifestOf(statement);
    const other = view.register(movementRegister, rowOf(statement)) as MovementValue | undefined;
    const followed = statement.subject && manifestOf(statement.subject).number;
    if (other === undefined || other.number === followed || !sameMeans(other.means, manifest.means)) return [];
    return [finding('movement-announced', 'warn', '/transport/number', { number: other.number })];
  },
};
