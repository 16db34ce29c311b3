import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { LoadedType } from '../../../kernel/catalogue.ts';
import type { Rule } from '../../../kernel/profile.ts';
import type { TrustList } from '../../../kernel/trust/trust-list.ts';
import { type Corridor, foundTestCorridor } from '../../../test/corridor.ts';
import { contentsFindings, mayApplyFor, usualRecipients } from './contents-findings.ts';

const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims } = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };
let corridor: Corridor;
let type: LoadedType;
let trust: TrustList;

beforeAll(async () => {
  corridor = await foundTestCorridor({ ru: ['ru.fsvps', 'ru.customs', 'ru.laboratory'], functions: functionsOf });
  const { ground } = corridor.servers.get('AZ')!.desks.get('az.afsa')!;
  trust = ground.service.trust();
  type = ground.catalogue.type('phytosanitary', 'certificate')!;
}, 60_000);
afterAll(() => corridor.end());

function functionsOf(id: string): readonly string[] {
  if (id.endsWith('.customs')) return ['customs'];
  return id.endsWith('.laboratory') ? ['laboratory'] : ['nppo'];
}

function found(
  changed: JsonObject,
  rules: readonly Rule[] = type.declaration.rules,
  left = type.declaration.leftToOffice,
) {
  const { leftToOffice: _, ...rest } = type.declaration;
  const declared = { ...type, declaration: { ...rest, rules, ...(left && { leftToOffice: left }) } };
  const contents = { title: '', to: [], claims: changed, annexes: [] };
  const office = { institution: 'az.afsa', trust, time: Date.parse('2026-11-09T10:15:00Z') };
  return contentsFindings(declared, contents, office).map(({ code, path }) => `${code} ${path}`);
}

const without = (...members: string[]): JsonObject =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !members.includes(name)));
const rule = (check: Rule['check']): Rule => ({ name: 'test', check });
const say = (path = '') => [{ code: 'said', severity: 'refuse' as const, path }];

test('whole contents have nothing that refuses, nor have those without what the office states', () => {
  expect(found(claims)).toEqual([]);
  expect(found(without('number', 'issued', 'issuingOrganisation', 'signatories'))).toEqual([]);
});

test('what is missing besides, or does not fit, is told', () => {
  expect(found(without('number', 'lines'))).toEqual(['input.missing-member /lines']);
  expect(found({ ...without('issued'), number: 7 })).toEqual(['input.bad-value /number']);
  expect(found(without('consignor', 'signatories'))).toEqual(['part-missing /consignor']);
});

test('a rule that asks what the institution holds tells nothing', () => {
  const asks: readonly Rule['check'][] = [
    (_, view) => (view.register('admissions', ['a']) === undefined ? say() : []),
    (_, view) => (view.account('balance', ['a']) === undefined ? say() : []),
    (_, view) => (view.record('00') === undefined ? say() : []),
    (_, view) => (view.list('growers', []).length === 0 ? say() : []),
  ];
  for (const check of asks) expect(found(claims, [rule(check)])).toEqual([]);
  expect(found(claims, [rule(() => say('/lines/0'))])).toEqual(['said /lines/0']);
});

test('nor does one that needs a required member which is still to come, even if it throws', () => {
  const reads = rule(({ claims: its }) => say(String(its['number']).slice(0, 0)));
  const throws = rule(({ claims: its }) => say((its['number'] as string).slice(0, 0)));
  expect(found(without('number'), [reads, throws])).toEqual([]);
  expect(found(claims, [reads, throws])).toEqual(['said ', 'said ']);
  expect(() => found(claims, [rule(() => JSON.parse('{'))])).toThrow();
});

test('what is left to the office is not the applicant’s to mend', () => {
  const rules = [rule(() => [...say('/declarations/0/text'), ...say('/declarationsOfOthers')])];
  expect(found(claims, rules)).toEqual(['said /declarationsOfOthers']);
});

test('it goes to those abroad whom it concerns, and only who may issue it takes applications', () => {
  expect(usualRecipients(type, 'az.afsa', trust)).toEqual(['ru.customs', 'ru.fsvps']);
  expect(mayApplyFor(type, 'az.afsa', trust)).toBe(true);
  expect(mayApplyFor(type, 'ru.customs', trust)).toBe(false);
  const { appliedFor: _, ...never } = type.declaration;
  expect(mayApplyFor({ ...type, declaration: never }, 'az.afsa', trust)).toBe(false);
});
