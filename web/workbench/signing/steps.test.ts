import { expect, test } from 'vitest';
import { firstStep, type Happening, isFirstOfTwo, nextStep, type Step } from './steps.ts';

const walk = (...happenings: Happening<string, string>[]): Step<string, string> =>
  happenings.reduce<Step<string, string>>(nextStep, firstStep);
const fault = 'desk.out-of-turn';

test('what is prepared is shown, then approved', () => {
  const step = walk({ what: 'prepared', prepared: 'a' }, { what: 'approve' });
  expect(step).toEqual({ at: 'approving', prepared: 'a', changes: [] });
});

test('what changed is shown anew, and is not approved by the answer to what was shown before', () => {
  const step = walk(
    { what: 'prepared', prepared: 'a' },
    { what: 'approve' },
    { what: 'changed', changes: ['time', 'basis'], prepared: 'b' },
  );
  expect(step).toEqual({ at: 'review', prepared: 'b', changes: ['time', 'basis'] });
});

test('a key that was not given, or a refusal, leaves the record on screen for another try', () => {
  const shown: Happening<string, string> = { what: 'prepared', prepared: 'a' };
  for (const ends of [
    { what: 'key-fault', fault: 'cancelled' },
    { what: 'refused', fault },
  ] as const) {
    const step = walk(shown, { what: 'approve' }, ends);
    expect(step).toEqual({ at: 'review', prepared: 'a', changes: [], fault: ends.fault });
    expect(nextStep(step, { what: 'approve' }).at).toBe('approving');
  }
});

test('what could not be prepared can be tried again', () => {
  const step = walk({ what: 'refused', fault });
  expect(step).toEqual({ at: 'failed', fault });
  expect(nextStep(step, { what: 'again' })).toEqual(firstStep);
});

test('nothing is approved that is not on screen', () => {
  expect(walk({ what: 'approve' })).toEqual(firstStep);
  expect(walk({ what: 'prepared', prepared: 'a' }, { what: 'countersigned' }, { what: 'approve' })).toEqual({
    at: 'countersigned',
  });
});

test('of two officers the first is who finds no approval', () => {
  expect(isFirstOfTwo({ needed: 2, given: 0 })).toBe(true);
  expect(isFirstOfTwo({ needed: 2, given: 1 })).toBe(false);
  expect(isFirstOfTwo({ needed: 1, given: 0 })).toBe(false);
});
