import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vectorView } from '../../kernel/testing/vector-view.ts';
import { massScale } from './mass.ts';
import { operator } from './operators.ts';
import { operatorKey, operatorRegister } from './registers.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);

function stated(state: string, at: number, effective = at) {
  const document = { number: 'D-1', date: day(at) };
  const claims = { number: 'RU00011', name: 'N', grade: 'authorised', state, document, effective: day(effective) };
  return { type: 'operator', issuer: 'ru.fts', to: ['az.customs'], claims, time: Date.parse(day(at)) };
}

type Stated = ReturnType<typeof stated>;

const refused = (statement: Stated, former: Stated | undefined) => {
  const key = operatorKey('ru.fts', 'RU00011');
  const view = former ? { registers: [{ name: operatorRegister, key, value: former.claims }] } : {};
  const found = operator.rules.flatMap((rule) => rule.check(statement, vectorView(view, massScale)));
  return found.filter(({ severity }) => severity === 'refuse').map(({ code }) => code);
};

it('goes 02, 03, 04, 03 and so on, and ends once, whatever is tried', () => {
  const state = fc.constantFrom('02', '03', '04', '05');
  fc.assert(
    fc.property(fc.array(fc.tuple(state, fc.nat(3)), { maxLength: 30 }), (tried) => {
      let former: Stated | undefined;
      let at = 0;
      const taken: string[] = [];
      for (const [next, days] of tried) {
        at += days;
        const statement = stated(next, at);
        if (refused(statement, former).length > 0) continue;
        former = statement;
        if (taken.at(-1) !== next) taken.push(next);
      }
      expect(taken.join(' ')).toMatch(/^(02( 03( 04 03)*( 04)?)?( 05)?)?$/);
    }),
  );
});

it('says nothing ahead that would hide a registration that is still valid', () => {
  const valid = stated('02', 0);
  expect(refused(stated('02', 0, 9), undefined)).toEqual([]);
  expect(refused(stated('03', 5, 6), valid)).toEqual([]);
  expect(refused(stated('03', 5, 7), valid)).toEqual(['operator-effective-later']);
  expect(refused(stated('05', 5, 7), valid)).toEqual(['operator-effective-later']);
  expect(refused(stated('04', 5, 7), stated('03', 1))).toEqual([]);
  expect(refused(stated('03', 5, 0), stated('02', 1))).toEqual(['operator-effective-before']);
});
