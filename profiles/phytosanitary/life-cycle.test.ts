import { describe, expect, it } from 'vitest';
import type { Side } from '../../kernel/profile.ts';
import { foldLifeCycle, type SubjectEvent } from '../../kernel/state/life-cycle.ts';
import { certificateLifeCycle } from './life-cycle.ts';

const step = (id: string, event: string, side: Side, after: readonly string[] = []): SubjectEvent => ({
  id,
  event,
  side,
  after,
});

function stateOf(...events: SubjectEvent[]): string {
  const state = (list: SubjectEvent[]) => foldLifeCycle(certificateLifeCycle, 'subject', list, new Set()).state;
  expect(state(events.toReversed())).toBe(state(events));
  return state(events);
}

/** The crossings of README.md. Ids are chosen against the precedence, so that ids alone would order otherwise. */
describe('what crossed', () => {
  it.each(['recognise', 'refuse', 'query'])('withdrawal prevails over %s', (event) => {
    expect(stateOf(step('a', event, 'recipient'), step('b', 'withdraw', 'issuer'))).toBe('withdrawn');
    expect(stateOf(step('a', event, 'recipient'), step('b', 'replace', 'issuer'))).toBe('replaced');
  });

  it('a second query stays open beside the answer to the first', () => {
    const query = step('q', 'query', 'recipient');
    expect(stateOf(query, step('a', 'query', 'recipient', ['q']), step('b', 'answer', 'issuer', ['q']))).toBe(
      'queried',
    );
  });

  it.each([
    ['recognise', 'recognised'],
    ['refuse', 'refused'],
  ])('an answer does not undo %s', (event, state) => {
    const query = step('q', 'query', 'recipient');
    expect(stateOf(query, step('a', event, 'recipient', ['q']), step('b', 'answer', 'issuer', ['q']))).toBe(state);
  });

  it('refusal prevails over recognition of another recipient', () => {
    expect(stateOf(step('a', 'refuse', 'recipient'), step('b', 'recognise', 'recipient'))).toBe('refused');
  });

  it('recognition ends the query of another recipient', () => {
    expect(stateOf(step('a', 'recognise', 'recipient'), step('b', 'query', 'recipient'))).toBe('recognised');
  });

  it('a later recognition reverses a refusal', () => {
    expect(stateOf(step('b', 'refuse', 'recipient'), step('a', 'recognise', 'recipient', ['b']))).toBe('recognised');
  });

  it('a settlement leaves the state as it is', () => {
    const withdrawn = step('w', 'withdraw', 'issuer');
    expect(stateOf(withdrawn, step('s', 'settle', 'recipient', ['w']))).toBe('withdrawn');
  });
});
