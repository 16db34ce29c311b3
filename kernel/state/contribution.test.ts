import { expect, it } from 'vitest';
import type { LoadedType } from '../catalogue.ts';
import type { RecordType, Statement } from '../profile.ts';
import { contributionOf } from './contribution.ts';

/** Tells back all that a profile may look at. */
const statements: RecordType['statements'] = ({ issuer, time, to, subject, annexes }) => [
  { register: 'seen', key: [issuer], value: { time, to, subject: subject?.id ?? '', annexes: annexes ?? [] } },
];
const type = { profile: { name: 'plain' }, declaration: { statements } } as unknown as LoadedType;
const claims = { number: 'A' };
const subject = { id: 'a', type: 'paper', issuer: 'az.one', to: [], claims: {}, time: 1, state: 'sent' };
const first: Statement = { type: 'note', issuer: 'az.one', to: ['ru.one'], claims, time: 1, annexes: [] };
const others: Statement[] = [
  { ...first, time: 2 },
  { ...first, issuer: 'az.two' },
  { ...first, to: ['ru.two'] },
  { ...first, annexes: ['00'] },
  { ...first, subject },
  { ...first, subject: { ...subject, id: 'b' } },
];
const told = ({ statements: [one] }: ReturnType<typeof contributionOf>) => one?.value;

it('two statements with the same claims post each its own, in whatever order they are asked', () => {
  for (const statement of [first, ...others, first, ...others.toReversed()]) {
    const { issuer, time, to, annexes } = statement;
    const contribution = contributionOf(type, statement);
    expect(contribution.statements[0]?.key).toEqual([issuer]);
    expect(told(contribution)).toEqual({ time, to, subject: statement.subject?.id ?? '', annexes });
  }
});

it('a statement is asked once, and again for another type', () => {
  let asked = 0;
  const counting = (): LoadedType =>
    ({
      profile: { name: 'plain' },
      declaration: { statements: () => [{ register: 'count', key: ['az.one'], value: ++asked }] },
    }) as unknown as LoadedType;
  const [one, two] = [counting(), counting()];
  expect(told(contributionOf(one, first))).toBe(1);
  expect(told(contributionOf(one, { ...first, to: [...first.to] }))).toBe(1);
  expect(told(contributionOf(two, first))).toBe(2);
  expect(told(contributionOf(one, first))).toBe(3);
});
