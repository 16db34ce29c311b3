/** The life of a participant's registration: 02 valid, 03 suspended, 04 resumed, 05 ended for good. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, Statement, View } from '../../../../kernel/profile.ts';
import type { Operator } from '../../claims/registers.ts';
import { countryOf } from '../../institutions.ts';
import { type OperatorValue, operatorKey, operatorRegister } from '../../registers.ts';
import { dayOf, impossibleDays } from '../days.ts';
import { finding } from '../finding.ts';
import { isValid } from '../participants.ts';

const operatorOf = ({ claims }: Statement): Operator => claims as unknown as Operator;

/** Members of the Eurasian Economic Union, whose certificates are numbered alike. */
const union: ReadonlySet<string> = new Set(['AM', 'BY', 'KG', 'KZ', 'RU']);

const numberForm = /^([A-Z]{2})[0-9]{4}([123])$/;

export const operatorStated: Rule = {
  name: 'a registration has days of the calendar, and in the Eurasian Economic Union a number of its form',
  contents: true,
  check(statement) {
    const { number, grade, kind, document, effective, until } = operatorOf(statement);
    const found: Finding[] = [
      ...impossibleDays({ '/document/date': document.date, '/effective': effective, '/until': until }),
    ];
    if (until !== undefined && until < effective)
      found.push(finding('days-reversed', 'refuse', '/until', { from: effective, until }));
    const country = countryOf(statement.issuer);
    if (grade !== 'authorised' || !union.has(country)) return found;
    const [, of, last] = numberForm.exec(number) ?? [];
    if (of !== country) return [...found, finding('operator-number-form', 'refuse', '/number', { number })];
    if (kind === undefined || kind === last) return found;
    return [...found, finding('operator-kind-differs', 'refuse', '/kind', { number })];
  },
};

/** What may be stated upon a state; the same once more corrects what stands beside it. */
const successors: Readonly<Record<Operator['state'], readonly Operator['state'][]>> = {
  '02': ['02', '03', '05'],
  '03': ['03', '04', '05'],
  '04': ['04', '03', '05'],
  '05': [],
};

const ownRow = (statement: Statement): Need => ({
  register: operatorRegister,
  key: operatorKey(statement.issuer, operatorOf(statement).number),
});

const rowOf = ({ issuer, claims }: Statement, view: View): OperatorValue | undefined =>
  view.register(operatorRegister, operatorKey(issuer, claims['number'] as string)) as OperatorValue | undefined;

export const operatorStates: Rule = {
  name: 'a registration begins valid, is suspended, resumed and ended in turn',
  reads: (statement) => [ownRow(statement)],
  check(statement, view) {
    const { number, state } = operatorOf(statement);
    const former = rowOf(statement, view);
    if (former === undefined)
      return state === '02' ? [] : [finding('operator-begins-valid', 'refuse', '/state', { number })];
    if (former.state === '05')
      return [finding('operator-ended', 'refuse', '/state', { number, since: former.effective })];
    if (successors[former.state].includes(state)) return [];
    return [finding('operator-state-order', 'refuse', '/state', { number, before: former.state, after: state })];
  },
};

const dayLength = 86_400_000;

/** Places east of Greenwich are in the next day already. */
const lastToday = (time: number): string => dayOf(time + dayLength);

/**
 * A register shows the latest statement alone: a change that lies ahead would hide that the participant is still valid.
 */
export const operatorDays: Rule = {
  name: 'changes of a registration take effect one after the other, and when they are stated',
  reads: (statement) => [ownRow(statement)],
  check(statement, view) {
    const { number, effective } = operatorOf(statement);
    const former = rowOf(statement, view);
    if (former === undefined) return [];
    if (effective < former.effective) {
      const detail = { effective, before: former.effective };
      return [finding('operator-effective-before', 'refuse', '/effective', detail)];
    }
    if (effective <= lastToday(statement.time) || !isValid(former, dayOf(statement.time))) return [];
    return [finding('operator-effective-later', 'refuse', '/effective', { number, effective })];
  },
};

export const operatorTold: Rule = {
  name: 'a number stays with its person, and what gives or takes rights has a document or a reason',
  reads: (statement) => [ownRow(statement)],
  check(statement, view) {
    const { number, id, state, reason, name, grade, document } = operatorOf(statement);
    const former = rowOf(statement, view);
    const found: Finding[] = [];
    if (former?.id !== undefined && id !== former.id)
      found.push(finding('operator-of-another', 'warn', '/id', { number, id: former.id }));
    const same = former?.document.number === document.number && former.document.date === document.date;
    if (former !== undefined && same && name !== former.name)
      found.push(finding('operator-renamed', 'warn', '/document', { number, before: former.name, after: name }));
    if (former !== undefined && same && grade !== former.grade)
      found.push(finding('operator-regraded', 'warn', '/document', { number, document: document.number }));
    if ((state === '03' || state === '05') && reason === undefined)
      found.push(finding('operator-reason-missing', 'warn', '/reason', { number }));
    return found;
  },
};
