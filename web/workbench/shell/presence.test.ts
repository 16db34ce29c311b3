import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo, keptName, nextPresence, type Presence, present, type Sign } from './presence.ts';

const come = (...signs: Sign[]): Presence => signs.reduce(nextPresence, present);

describe('presence', () => {
  test('a lost connection is over with the first answer', () => {
    expect(come('unreachable')).toEqual({ reachable: false, ended: false });
    expect(come('unreachable', 'answered')).toEqual(present);
  });

  test('a session that ended stays so, whatever else is answered, until somebody signs in', () => {
    const sign = fc.constantFrom<Sign>('answered', 'unreachable', 'no-session');
    fc.assert(
      fc.property(fc.array(sign), (later) => {
        const now = come('no-session', ...later);
        expect(now.ended).toBe(true);
        expect(nextPresence(now, 'signed-in')).toEqual(present);
      }),
    );
  });

  test('what changes nothing is the same value, so that nobody is told', () => {
    const sign = fc.constantFrom<Sign>('answered', 'unreachable', 'no-session', 'signed-in');
    fc.assert(
      fc.property(fc.array(sign), sign, (before, last) => {
        const now = nextPresence(come(...before), last);
        expect(nextPresence(now, last)).toBe(now);
      }),
    );
  });
});

describe('a word from another tab', () => {
  const own = { person: 'a', institution: 'az.one' };

  test('the same person is back', () => {
    expect(answerTo({ said: 'in', whose: { ...own } }, own)).toBe('back');
  });

  test('another person, the same at another institution, and signing out end the page', () => {
    expect(answerTo({ said: 'in', whose: { ...own, person: 'b' } }, own)).toBe('leave');
    expect(answerTo({ said: 'in', whose: { ...own, institution: 'az.two' } }, own)).toBe('leave');
    expect(answerTo({ said: 'out' }, own)).toBe('leave');
  });

  test('a page of nobody does nothing', () => {
    expect(answerTo({ said: 'out' }, undefined)).toBe('nothing');
    expect(answerTo({ said: 'in', whose: own }, undefined)).toBe('nothing');
  });
});

test('what is kept for one person has another name for any other', () => {
  const whose = fc.record({
    person: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    institution: fc.stringMatching(/^[a-z]{2}\.[a-z]{1,8}$/),
  });
  fc.assert(
    fc.property(whose, whose, fc.string(), (one, other, name) => {
      const same = one.person === other.person && one.institution === other.institution;
      expect(keptName(one, name) === keptName(other, name)).toBe(same);
    }),
  );
});
