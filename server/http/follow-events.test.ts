import { describe, expect, it } from 'vitest';
import type { LifeCycle, RecordType } from '../../kernel/profile.ts';
import { profiles } from '../../profiles/index.ts';
import { followEvents } from './follow-events.ts';

const text = (word: string) => ({ az: word, ru: word, en: word });
const type = (more: Partial<RecordType>): RecordType => ({
  title: text('type'),
  version: 1,
  schemas: { 1: { type: 'object' } },
  issuedBy: '*',
  sentTo: ['*'],
  rules: [],
  summary: () => ({ number: '', title: '', search: [] }),
  ...more,
});
const lifeCycle = { events: { open: text('open'), shut: text('shut') } } as unknown as LifeCycle;
const types = { letter: type({ lifeCycle }) };
const following = (event: (claims: Readonly<Record<string, unknown>>) => string, properties: object): RecordType =>
  type({
    schemas: { 1: { type: 'object', properties: JSON.parse(JSON.stringify(properties)) } },
    follows: { types: ['letter'], required: true, event },
  });

describe('events of a follow-up type', () => {
  it('are one where the claims decide nothing', () => {
    expect(
      followEvents(
        { types },
        following(() => 'shut', { kind: { const: 'x' } }),
      ),
    ).toEqual([{ event: 'shut', claims: {} }]);
  });

  it('are one for each listed value, as far as the life cycle knows it', () => {
    const kind = { anyOf: [{ const: 'open' }, { const: 'shut' }, { const: 'burn' }] };
    expect(
      followEvents(
        { types },
        following(({ kind }) => String(kind), { kind }),
      ),
    ).toEqual([
      { event: 'open', claims: { kind: 'open' } },
      { event: 'shut', claims: { kind: 'shut' } },
    ]);
    expect(
      followEvents(
        { types },
        following(({ kind }) => String(kind), { kind: { enum: ['shut'] } }),
      ),
    ).toEqual([{ event: 'shut', claims: { kind: 'shut' } }]);
  });

  it('are none where the type cannot tell by one member, or follows nothing', () => {
    const deep = following((claims) => (claims['a'] as { b: string }).b, { a: { const: 1 } });
    expect(followEvents({ types }, deep)).toEqual([]);
    expect(followEvents({ types }, type({}))).toEqual([]);
  });

  it('are told of every type here that others need to be followed by', () => {
    for (const profile of profiles)
      for (const [name, one] of Object.entries(profile.types))
        if (one.follows) expect(followEvents(profile, one), name).not.toEqual([]);
  });
});
