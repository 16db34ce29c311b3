import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../../kernel/profile.ts';
import type { Obligation, Repeal, Requirement } from '../../claims/requirement.ts';
import { dayOf } from '../../day.ts';
import { countryOf } from '../../institutions.ts';
import { any, type RequirementValue, requirementKeys, requirementRegister } from '../../registers.ts';
import { impossibleDays, isCalendarDay, listedTwice, reversedDays } from '../days.ts';
import { finding } from '../finding.ts';
import { checkpointsAbroad } from './exporter.ts';

const requirementOf = ({ claims }: Pick<Statement, 'claims'>): Requirement => claims as unknown as Requirement;

/** Rows that one requirement may take: each holds all of it. */
const mostRows = 100;

export const requirementParts: Rule = {
  name: 'a requirement names its days, countries and products',
  check(statement) {
    const requirement = requirementOf(statement);
    const { from, to, countries, products } = requirement;
    const own = countryOf(statement.issuer);
    const found: Finding[] = [
      ...impossibleDays({ from, to }),
      ...reversedDays(from, to, '/to'),
      ...listedTwice(countries, '/countries'),
      ...listedTwice(products, '/products'),
    ];
    for (const [index, country] of (countries ?? []).entries()) {
      if (country === own) found.push(finding('country-own', 'refuse', `/countries/${index}`, { country }));
    }
    const count = (countries?.length ?? 1) * (products?.length ?? 1);
    if (count > mostRows) found.push(finding('requirement-wide', 'refuse', '', { count, most: mostRows }));
    if (from < dayOf(statement.time)) found.push(finding('requirement-backdated', 'warn', '/from', { from }));
    return found;
  },
};

/** Script and region aside (BCP 47): `ru` and `ru-RU` are one language. */
const primary = (tag: string): string => (tag.split('-')[0] as string).toLowerCase();

/** Both sides read it in their language: which ones those are, the corridor's officers know. */
export const requirementLanguages: Rule = {
  name: 'titles and texts stand in the same two languages or more',
  check(statement) {
    const { titles, texts } = requirementOf(statement);
    const found: Finding[] = [];
    const languagesOf = (name: 'titles' | 'texts') => {
      const list = name === 'titles' ? titles : texts;
      for (const [index, { language }] of list.entries()) {
        if (language === undefined) found.push(finding('language-unstated', 'refuse', `/${name}/${index}`));
      }
      const stated = new Set(list.flatMap(({ language }) => (language === undefined ? [] : primary(language))));
      if (stated.size < 2) found.push(finding('languages-few', 'refuse', `/${name}`));
      return stated;
    };
    const differing = languagesOf('titles').symmetricDifference(languagesOf('texts'));
    for (const language of [...differing].sort()) {
      const path = titles.some((one) => one.language && primary(one.language) === language) ? '/texts' : '/titles';
      found.push(finding('languages-differ', 'refuse', path, { language }));
    }
    return found;
  },
};

/** What tells two obligations of one kind apart; undefined where any number of them has a meaning. */
function placeOf(obligation: Obligation): string | undefined {
  switch (obligation.kind) {
    case 'declaration':
    case 'laboratory-test':
      return undefined;
    case 'checkpoints':
    case 'transport':
    case 'prior-notice':
      return `${obligation.kind} ${obligation.mode ?? ''}`;
    case 'age':
      return `${obligation.kind} ${obligation.of}`;
    default:
      return obligation.kind;
  }
}

const asksNothing = ({ kind, ...rest }: Obligation): boolean =>
  (kind === 'transport' && Object.keys(rest).length === 1) ||
  (kind === 'origin-control' && Object.keys(rest).length === 0);

/** 29 February stands in no window: it would begin or end nowhere in most years. */
const isYearly = (day: string): boolean => isCalendarDay(`2025-${day}`);

export const obligationsSound: Rule = {
  name: 'each obligation asks for something that can be met',
  check(statement) {
    const found: Finding[] = [];
    const places = new Set<string>();
    for (const [index, obligation] of requirementOf(statement).obligations.entries()) {
      const { kind } = obligation;
      const path = `/obligations/${index}`;
      const place = placeOf(obligation);
      if (place !== undefined && places.has(place)) found.push(finding('obligation-doubled', 'refuse', path, { kind }));
      if (place !== undefined) places.add(place);
      if (asksNothing(obligation)) found.push(finding('obligation-empty', 'refuse', path, { kind }));
      if (kind === 'season-window') {
        for (const name of ['from', 'to'] as const) {
          const day = obligation[name];
          if (!isYearly(day)) found.push(finding('day-of-year-impossible', 'refuse', `${path}/${name}`, { day }));
        }
      }
      if (kind === 'prior-notice' && !/^[1-4]$/.test(obligation.mode)) {
        found.push(finding('mode-unknown', 'refuse', `${path}/mode`, { mode: obligation.mode }));
      }
      if (kind === 'laboratory-test') found.push(...listedTwice(obligation.pests, `${path}/pests`));
      if (kind === 'checkpoints') {
        found.push(...listedTwice(obligation.codes, `${path}/codes`));
        found.push(...checkpointsAbroad(obligation.codes, statement.issuer, `${path}/codes`));
      }
    }
    return found;
  },
};

const fits = (one: string, other: string): boolean => one === other || one === any || other === any;

/**
 * For each country and product the latest version holds. So one may not be stated twice for any of them, and an
 * earlier one goes on where the new one does not reach.
 */
export const versions: Rule = {
  name: 'a version is stated once, and what an earlier one asks beyond it is told',
  askedOf: () => [],
  reads: (statement) => [{ register: requirementRegister, prefix: [statement.issuer] }],
  check(statement, view) {
    const { number, from } = requirementOf(statement);
    const places = requirementKeys(statement.issuer, requirementOf(statement));
    const found: Finding[] = [];
    for (const { key, value } of view.list(requirementRegister, [statement.issuer])) {
      const [, country = '', product = ''] = key;
      const other = value as unknown as RequirementValue;
      if (other.number !== number) continue;
      const figures = { number, from: other.from, product, country };
      if (
        other.from === from &&
        places.some(([, one = '', goods = '']) => fits(one, country) && fits(goods, product))
      ) {
        found.push(finding('requirement-exists', 'refuse', '/from', figures));
      }
      const covered = places.some(
        ([, one, goods]) => [any, country].includes(one ?? '') && [any, product].includes(goods ?? ''),
      );
      if (other.from < from && !covered && (other.to === undefined || other.to >= from)) {
        found.push(finding('requirement-narrower', 'warn', '', figures));
      }
    }
    return found;
  },
};

export const repealDay: Rule = {
  name: 'a requirement ends on a day that is left to it',
  check(statement) {
    if (statement.subject === undefined) return [];
    const { to } = statement.claims as unknown as Repeal;
    const { from, to: end } = requirementOf(statement.subject);
    const found: Finding[] = [...impossibleDays({ to }), ...reversedDays(from, to, '/to')];
    if (to < dayOf(statement.time)) found.push(finding('repeal-past', 'refuse', '/to', { to }));
    if (end !== undefined && to > end) found.push(finding('repeal-after-end', 'refuse', '/to', { to, end }));
    return found;
  },
};
