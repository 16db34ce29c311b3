import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ProfileDeclaration, Profiles, TypeDeclaration } from '../api/shapes.ts';
import { freshCopy } from './fresh-copy.ts';
import { mediaTypeOf } from './media-type.ts';
import { mayReceive, typesToIssue, usualRecipients } from './types-to-issue.ts';

const title = { az: '', ru: '', en: '' };
const type = (name: string, more: Partial<TypeDeclaration> = {}): TypeDeclaration => ({
  name,
  title,
  version: 1,
  schemas: {},
  issuedBy: 'service',
  sentTo: ['service'],
  ...more,
});
const profile = (name: string, types: readonly TypeDeclaration[]) => ({ name, types }) as unknown as ProfileDeclaration;
const followUp = (required: boolean) => ({ follows: { types: [], required, events: [] } });

describe('what may be begun', () => {
  const profiles: Profiles = {
    inForce: { letters: { letter: 1, daily: 1, replacing: 1, following: 1, theirs: 1 }, exchange: { rule: 1 } },
    items: [
      profile('letters', [
        type('letter'),
        type('following', followUp(true)),
        type('replacing', followUp(false)),
        type('theirs', { issuedBy: 'customs' }),
        type('planned'),
        type('daily', { appliedFor: true, issuedBy: '*' }),
      ]),
      profile('exchange', [type('rule', { issuedBy: '*' })]),
    ],
  };

  it('is in force, of a held function, able to stand alone; what is applied for comes first', () => {
    const names = (functions: string[]) => typesToIssue(profiles, functions).map(({ declaration }) => declaration.name);
    expect(names(['service'])).toEqual(['daily', 'letter', 'replacing']);
    expect(names(['customs'])).toEqual(['daily', 'theirs']);
    expect(names([])).toEqual(['daily']);
  });

  it('goes to those who hold a function for it, at first to those abroad', () => {
    const all = [
      { id: 'az.one', functions: ['service'] },
      { id: 'az.two', functions: ['service'] },
      { id: 'ru.one', functions: ['customs'] },
      { id: 'ru.two', functions: ['customs', 'service'] },
    ];
    const found = mayReceive(type('letter'), all, 'az.one');
    expect(found).toEqual(['az.two', 'ru.two']);
    expect(usualRecipients(found, 'az.one')).toEqual(['ru.two']);
    expect(mayReceive(type('letter', { sentTo: ['*'] }), all, 'ru.one')).toEqual(['az.one', 'az.two', 'ru.two']);
  });
});

const text = { type: 'string' };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const schema: JsonObject = {
  type: 'object',
  properties: {
    number: text,
    other: text,
    issued: day,
    seen: { type: 'array', items: day },
    lines: { type: 'array', items: text },
  },
  required: ['number', 'issued', 'lines'],
};

describe('a fresh copy', () => {
  it('leaves out the number, the days and what the schema does not know', () => {
    const claims = { number: 'N-1', other: 'kept', issued: '2026-01-31', seen: ['2026-01-30'], lines: ['a'], stray: 1 };
    expect(freshCopy(schema, claims, 'N-1')).toEqual({ other: 'kept', lines: ['a'] });
    expect(freshCopy(schema, { other: '' }, '')).toEqual({ other: '' });
  });
});

describe('media types', () => {
  it.each([
    ['text/plain; charset=utf-8', 'text/plain'],
    ['image/JPEG', 'image/jpeg'],
    ['', 'application/octet-stream'],
    ['rubbish', 'application/octet-stream'],
  ])('%s is %s', (told, essence) => {
    expect(mediaTypeOf(told)).toBe(essence);
  });
});
