import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../kernel/refusal.ts';
import {
  type ApplicationAct,
  type ApplicationState,
  actsOf,
  applicationActs,
  applicationStates,
  mayWrite,
  next,
  type Side,
  steps,
  turnOf,
} from './application.ts';

const sides: readonly Side[] = ['applicant', 'office', 'server'];
const moves = fc.array(fc.record({ act: fc.constantFrom(...applicationActs), by: fc.constantFrom(...sides) }), {
  maxLength: 30,
});

/** Every state that a row of acts leads through, those out of turn left off. */
function lived(acts: readonly { act: ApplicationAct; by: Side }[]): ApplicationState[] {
  const states: ApplicationState[] = ['draft'];
  for (const { act, by } of acts) {
    const to = next(states.at(-1) as ApplicationState, act, by);
    if (!(to instanceof Refusal)) states.push(to);
  }
  return states;
}

describe('life of an application', () => {
  test('nobody but the server has it issued, and nobody does what is another’s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...applicationStates), fc.constantFrom(...applicationActs), (state, act) => {
        for (const by of sides) expect(next(state, act, by) instanceof Refusal || steps[act].by === by).toBe(true);
      }),
    );
  });

  test('is never issued before it was sent, and never changes after', () => {
    fc.assert(
      fc.property(moves, (acts) => {
        const states = lived(acts);
        const issued = states.indexOf('issued');
        if (issued < 0) return;
        expect(states.slice(0, issued)).toContain('sent');
        expect(issued).toBe(states.length - 1);
      }),
    );
  });

  test('the applicant writes only before sending and while a question is open', () => {
    fc.assert(
      fc.property(moves, (acts) => {
        const state = lived(acts).at(-1) as ApplicationState;
        const mine = actsOf(state, 'applicant').some((act) => act === 'send' || act === 'answer');
        expect(mayWrite(state)).toBe(mine);
        expect(turnOf(state) === 'applicant').toBe(mine);
      }),
    );
  });

  test('while it is open somebody can go on, and when it is over nobody', () => {
    for (const state of applicationStates) {
      const turn = turnOf(state);
      if (turn === undefined) expect([...actsOf(state, 'applicant'), ...actsOf(state, 'office')]).toEqual([]);
      else expect(actsOf(state, turn).length).toBeGreaterThan(0);
    }
  });

  test('every state is reached', () => {
    const reached = new Set<ApplicationState>(['draft']);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of Object.values(steps)) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...applicationStates].sort());
  });
});
