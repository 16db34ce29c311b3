import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Challenges } from './challenges.ts';

function challengesAt(clock: { time: number }) {
  return new Challenges({ now: () => clock.time, random: (length) => randomBytes(length) });
}

test('a challenge serves once, for what it was given', () => {
  const challenges = challengesAt({ time: 0 });
  const one = challenges.give({ for: 'sign-in' });
  expect(challenges.take(one.handle, 'sign-in')).toEqual({ purpose: { for: 'sign-in' }, challenge: one.challenge });
  expect(challenges.take(one.handle, 'sign-in')).toBeUndefined();
  const two = challenges.give({ for: 'witness', person: 'p', enrolment: 'e' }, new Uint8Array(32));
  expect(two.challenge).toBe('A'.repeat(43));
  expect(challenges.take(two.handle, 'sign-in')).toBeUndefined();
  // Whoever tried it for something else has spent it.
  expect(challenges.take(two.handle, 'witness')).toBeUndefined();
});

test('a challenge is over after five minutes', () => {
  const clock = { time: 1000 };
  const challenges = challengesAt(clock);
  const { handle } = challenges.give({ for: 'sign-in' });
  const later = challenges.give({ for: 'sign-in' });
  clock.time += 299_999;
  expect(challenges.take(later.handle, 'sign-in')).toBeDefined();
  clock.time += 1;
  expect(challenges.take(handle, 'sign-in')).toBeUndefined();
});

test('of very many the oldest give way', () => {
  const challenges = challengesAt({ time: 0 });
  const known = challenges.give({ for: 'registration', person: 'p' });
  const given = Array.from({ length: 10_002 }, () => challenges.give({ for: 'sign-in' }));
  expect(challenges.take(given[0]!.handle, 'sign-in')).toBeUndefined();
  expect(challenges.take(given[1]!.handle, 'sign-in')).toBeUndefined();
  expect(challenges.take(given[2]!.handle, 'sign-in')).toBeDefined();
  expect(challenges.take(given.at(-1)!.handle, 'sign-in')).toBeDefined();
  // Nobody without a session or link pushes out what others were given by theirs.
  expect(challenges.take(known.handle, 'registration')).toBeDefined();
});
