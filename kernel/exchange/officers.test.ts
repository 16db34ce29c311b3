import { expect, test } from 'vitest';
import { compileSchema } from '../../server/schema-compiler.ts';
import type { Json, JsonObject } from '../canonical.ts';
import { contentsOf } from '../contents.ts';
import type { JsonSchema } from '../profile.ts';
import { viewOf } from '../state/assess.ts';
import { context, Institution, loaded, recordOf, refusalOf } from '../testing/institution.ts';
import { exchangeProfile } from './exchange-profile.ts';

const issuer = 'xa.alpha';
const officer = 'A'.repeat(22);
const base = { profile: 'exchange', issuer, to: ['xb.beta', 'xb.gamma'] };
const stated = {
  roles: ['signatory'],
  key: { crv: 'Ed25519', kty: 'OKP', x: 'B'.repeat(43) },
  relyingParty: 'desk.example',
  means: 'passkey',
};
const enrol = (time: number, more: JsonObject = {}) =>
  recordOf(
    { ...base, type: 'enrolment', claims: { officer, ...stated, cause: 'enrolment', ...more, ...pair(time) }, time },
    time,
  );
/** Two witnesses: what they are is asked by rules, which the fold never does but for those of the contents. */
const pair = (time: number): JsonObject => ({
  witnesses: ['C', 'D'].map((name) => ({
    officer: name.repeat(22),
    key: { crv: 'Ed25519', kty: 'OKP', x: name.repeat(43) },
    relyingParty: 'desk.example',
    assertion: { time },
  })),
});

function registered(at: Institution): Json | undefined {
  return at.complete(() => viewOf(at.rows, context, 'exchange').register('officer', [issuer, officer]));
}

test('an enrolment is stated in the register until it ends, at every holder', () => {
  for (const id of [issuer, 'xb.beta', 'xb.gamma']) {
    const here = new Institution(id);
    here.take(enrol(1));
    expect(registered(here)).toEqual(stated);
    here.take(enrol(2, { roles: ['border-officer', 'signatory'], founding: true, witnesses: [] }));
    // Two witnesses and founding: void by its contents.
    expect(registered(here)).toEqual(stated);
    here.take(enrol(3, { roles: ['border-officer', 'signatory'] }));
    expect(registered(here)).toEqual({ ...stated, roles: ['border-officer', 'signatory'] });
    here.take(recordOf({ ...base, type: 'enrolment-end', claims: { officer }, time: 4 }, 4));
    expect(registered(here)).toBeUndefined();
  }
});

test('a refusal by a rule takes an enrolment back', () => {
  const here = new Institution('xb.beta');
  const bad = enrol(1);
  here.take(bad);
  here.take(refusalOf(bad, 'xb.gamma', 'rule.broken', 2, 2));
  expect(registered(here)).toBeUndefined();
});

test('an approval states nothing', () => {
  const here = new Institution('xb.beta');
  const approval = recordOf({ ...base, type: 'approval', claims: { record: '1'.repeat(64), officer }, time: 1 }, 1);
  here.take(approval);
  expect(here.row('subject', approval.id)).toBeUndefined();
  expect(here.folded.get(approval.id)).toEqual({ changes: [] });
});

test('the register loads, owned by any institution', () => {
  expect(loaded([], compileSchema).register('exchange/officer')).toMatchObject({ owner: '*' });
});

test('every member and every code of the exchange has words', () => {
  const { labels = {}, codes = {}, types } = exchangeProfile;
  const bare: string[] = [];
  const visit = (schema: JsonSchema, path: readonly string[]) => {
    for (const inner of (schema['anyOf'] ?? []) as JsonSchema[]) visit(inner, path);
    if (schema['items']) visit(schema['items'] as JsonSchema, path);
    const values = (schema['enum'] ?? []) as readonly string[];
    const named = codes[path.join('/')];
    // Refusal codes are names themselves.
    if (path.at(-1) !== 'code') bare.push(...values.filter((value) => !named?.[value]).map((v) => `${path} ${v}`));
    for (const [name, inner] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
      if (!labels[name]) bare.push(name);
      visit(inner, [...path, name]);
    }
  };
  for (const [type, { schemas, version }] of Object.entries(types)) visit(schemas[version] as JsonSchema, [type]);
  expect(bare).toEqual([]);
});

test('claims are told in words', () => {
  const [first, roles] = contentsOf(exchangeProfile, 'enrolment', 1, enrol(1).payload.claims, 'ru');
  expect(first).toMatchObject({ label: 'Должностное лицо (псевдоним)', value: officer });
  expect(roles).toMatchObject({ label: 'Роли', value: 'уполномоченный на подпись' });
});
