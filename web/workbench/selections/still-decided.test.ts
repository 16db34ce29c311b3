import { describe, expect, it } from 'vitest';
import type { LifeCycle } from '../api/shapes.ts';
import { isStillDecided } from './still-decided.ts';

const lifeCycle: LifeCycle = {
  initial: 'sent',
  events: {},
  states: {},
  transitions: [],
  turns: { sent: { limit: 'departure' }, arrived: { limit: 'border' } },
};

describe('what a record is chosen for', () => {
  it.each([
    ['sent', true],
    ['arrived', true],
    ['released', false],
    ['constructor', false],
  ])('may be changed while somebody has to act: %s', (state, may) => {
    expect(isStillDecided({ lifeCycle }, state)).toBe(may);
  });

  it('may be changed where a type names no turns', () => {
    const { turns: _, ...bare } = lifeCycle;
    expect(isStillDecided({ lifeCycle: bare }, 'sent')).toBe(true);
    expect(isStillDecided({}, 'sent')).toBe(true);
  });
});
