import { expect, test } from 'vitest';
import { type FollowUpRow, shownFollowUps } from './shown-follow-ups.ts';

test('a thousand follow-ups of one side leave what the other said, before and after, and the last of their own', () => {
  const many = (from: number): FollowUpRow[] =>
    Array.from({ length: 600 }, (_, at) => ({ seq: from + at, type: 'report', issuer: 'az.alpha' }));
  const arrival = { seq: 1000, type: 'arrival', issuer: 'ru.beta' };
  const decision = { seq: 3000, type: 'decision', issuer: 'ru.beta' };
  const shown = shownFollowUps([...many(1), arrival, ...many(2000), decision]);
  expect(shown).toEqual([1000, ...Array.from({ length: 100 }, (_, at) => 2500 + at), 3000]);
});
