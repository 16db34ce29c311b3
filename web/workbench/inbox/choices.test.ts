import { describe, expect, it } from 'vitest';
import type { ProfileDeclaration } from '../api/shapes.ts';
import { stateChoices, typeChoices } from './choices.ts';

const text = (word: string) => ({ az: word, ru: word, en: word });
const type = (name: string, states: Record<string, string>, turns: string[]) => ({
  name,
  title: text(name.toUpperCase()),
  lifeCycle: {
    states: Object.fromEntries(Object.entries(states).map(([state, word]) => [state, text(word)])),
    turns: Object.fromEntries(turns.map((state) => [state, { limit: 'limit' }])),
  },
});
const profiles = [
  {
    name: 'post',
    types: [
      type('parcel', { sent: 'Sent', lost: 'Lost', taken: 'Taken' }, ['sent', 'lost']),
      type('letter', { sent: 'Posted', lost: 'Lost' }, ['sent']),
      { name: 'note', title: text('NOTE') },
    ],
  },
] as unknown as ProfileDeclaration[];

describe('choices of a filter', () => {
  it('are the types that somebody acts on, or all, in order', () => {
    expect(typeChoices(profiles, 'turns', 'en').map(({ value }) => value)).toEqual(['post/letter', 'post/parcel']);
    expect(typeChoices(profiles, 'all', 'en').map(({ title }) => title)).toEqual(['LETTER', 'NOTE', 'PARCEL']);
  });

  it('are the states that can come up, each once', () => {
    expect(stateChoices(profiles, 'turns', '', 'en')).toEqual([
      { value: 'lost', title: 'Lost' },
      { value: 'sent', title: 'Sent / Posted' },
    ]);
    expect(stateChoices(profiles, 'turns', 'post/letter', 'en')).toEqual([{ value: 'sent', title: 'Posted' }]);
    expect(stateChoices(profiles, 'all', 'post/parcel', 'en').map(({ value }) => value)).toEqual([
      'lost',
      'sent',
      'taken',
    ]);
    expect(stateChoices(profiles, 'all', 'post/note', 'en')).toEqual([]);
  });

  it('are told apart by their types where different states have one word', () => {
    const alike = [
      { name: 'post', types: [type('parcel', { held: 'Held' }, ['held']), type('letter', { held: 'Held' }, ['held'])] },
      { name: 'toll', types: [type('cart', { stopped: 'Held', paid: 'Paid' }, ['stopped'])] },
    ] as unknown as ProfileDeclaration[];
    expect(stateChoices(alike, 'all', '', 'en').map(({ value, title }) => [value, title])).toEqual([
      ['stopped', 'Held (CART)'],
      ['held', 'Held (PARCEL, LETTER)'],
      ['paid', 'Paid'],
    ]);
    expect(stateChoices(alike, 'all', 'toll/cart', 'en').map(({ title }) => title)).toEqual(['Held', 'Paid']);
  });
});
