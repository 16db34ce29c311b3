import { describe, expect, it } from 'vitest';
import type { FollowUp, LifeCycle } from '../api/shapes.ts';
import { lifeSteps, nextOf } from './life-steps.ts';

const cycle: LifeCycle = {
  initial: 'sent',
  events: {},
  states: {},
  transitions: [
    { from: 'sent', event: 'ask', to: 'asked', by: 'recipient' },
    { from: 'asked', event: 'tell', to: 'sent', by: 'issuer' },
    { from: 'sent', event: 'take', to: 'taken', by: 'recipient' },
  ],
};
const followUp = (event: string, time: number, outcome = 'effective'): FollowUp => ({
  id: `${event}${time}`,
  type: event,
  event,
  issuer: 'ru.two',
  time,
  outcome,
});

describe('the life of a record', () => {
  it('goes from state to state by what took effect', () => {
    const steps = lifeSteps(cycle, [followUp('take', 3), followUp('tell', 2), followUp('ask', 1)], 'taken');
    expect(steps.map(({ state }) => state)).toEqual(['sent', 'asked', 'sent', 'taken']);
    expect(steps[1]).toEqual({ state: 'asked', event: 'ask', by: 'ru.two', time: 1, record: 'ask1' });
  });

  it('leaves out what took none, and ends where the record is', () => {
    const steps = lifeSteps(cycle, [followUp('take', 1, 'superseded'), followUp('tell', 2)], 'void');
    expect(steps).toEqual([{ state: 'sent' }, { state: 'void' }]);
  });

  it('may go on by these events', () => {
    expect(nextOf(cycle, 'sent').map(({ event, by }) => `${event} ${by}`)).toEqual(['ask recipient', 'take recipient']);
    expect(nextOf(cycle, 'taken')).toEqual([]);
  });
});
