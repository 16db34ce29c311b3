import { describe, expect, it } from 'vitest';
import type { ProfileDeclaration } from '../api/shapes.ts';
import { actionLacked, isRecordOfItsOwn, waysOn } from './ways.ts';

const follows = (required: boolean, ...events: string[]) => ({
  types: ['letter'],
  required,
  events: events.map((event) => ({ event, claims: { kind: event } })),
});
const profile = {
  name: 'post',
  types: [
    {
      name: 'letter',
      issuedBy: 'office',
      follows: follows(false, 'replace'),
      lifeCycle: {
        transitions: [
          { from: 'sent', event: 'take', to: 'taken', by: 'recipient' },
          { from: 'sent', event: 'ask', to: 'asked', by: 'recipient' },
          { from: 'sent', event: 'replace', to: 'replaced', by: 'issuer' },
          { from: 'asked', event: 'take', to: 'taken', by: 'recipient' },
        ],
      },
    },
    { name: 'reply', issuedBy: 'office', follows: follows(true, 'take', 'ask') },
    { name: 'seal', issuedBy: 'guard', follows: follows(true, 'take') },
    { name: 'note', issuedBy: '*' },
  ],
} as unknown as ProfileDeclaration;
const letter = { type: 'letter', issuer: 'az.one', to: ['ru.two'], state: 'sent' };
const actions = ['records.draft', 'records.sign', 'records.decide'];
const at = (id: string, more: Partial<{ functions: string[]; actions: string[] }> = {}) => ({
  institution: { id, functions: more.functions ?? ['office'] },
  actions: more.actions ?? actions,
});
const told = (...given: Parameters<typeof waysOn>) =>
  waysOn(...given).map(({ type, event }) => `${type.name} ${event}`);

describe('ways on with a record', () => {
  it('are those of the own side, by what the institution may issue', () => {
    expect(told(letter, profile, at('ru.two'))).toEqual(['reply take', 'reply ask']);
    expect(told(letter, profile, at('ru.two', { functions: ['office', 'guard'] }))).toContain('seal take');
    expect(told(letter, profile, at('az.one'))).toEqual(['letter replace']);
    expect(waysOn(letter, profile, at('az.one')).map(isRecordOfItsOwn)).toEqual([true]);
    expect(waysOn(letter, profile, at('ru.two')).map(isRecordOfItsOwn)).toEqual([false, false]);
  });

  it('are those of the state that the record is in', () => {
    expect(told({ ...letter, state: 'asked' }, profile, at('ru.two'))).toEqual(['reply take']);
    expect(told({ ...letter, state: 'taken' }, profile, at('ru.two'))).toEqual([]);
  });

  it('that are closed to a person are open to whoever has the action', () => {
    const lacked = (...given: Parameters<typeof actionLacked>) => actionLacked(...given);
    const drafts = { actions: ['records.draft', 'records.decide'] };
    expect(lacked(letter, profile, at('az.one', drafts))).toBe('records.sign');
    expect(lacked(letter, profile, at('ru.two', { actions: [] }))).toBe('records.decide');
    expect(lacked(letter, profile, at('ru.two', drafts))).toBeUndefined();
    expect(lacked({ ...letter, state: 'taken' }, profile, at('az.one', drafts))).toBeUndefined();
    expect(lacked(letter, profile, at('ru.three', { actions: [] }))).toBeUndefined();
  });

  it('are none for third parties, and for people without the action', () => {
    expect(told(letter, profile, at('ru.three'))).toEqual([]);
    expect(told(letter, profile, at('ru.two', { actions: ['records.draft', 'records.sign'] }))).toEqual([]);
    expect(told(letter, profile, at('az.one', { actions: ['records.draft', 'records.decide'] }))).toEqual([]);
    expect(told(letter, profile, at('ru.two', { actions: ['records.decide'] }))).toEqual([]);
  });
});
