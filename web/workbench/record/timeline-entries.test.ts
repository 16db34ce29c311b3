import { describe, expect, it } from 'vitest';
import type { RecordDetails } from '../api/shapes.ts';
import { timelineOf } from './timeline-entries.ts';
import type { ToldProof, ToldRecord, Verification } from './verified.ts';

const origin = 'one.az/ru.two/1';
const record = {
  id: 'aa',
  time: 1000,
  approvals: [
    { id: 'ab', officer: 'o', roles: ['signatory'], of: 'record', time: 1100, userVerified: true, means: 'passkey' },
  ],
  placements: [{ origin, recipient: 'ru.two', index: 7, receipt: { size: 9, time: 2000 } }],
  followUps: [
    { id: 'ff', type: 'reply', event: 'take', issuer: 'ru.two', time: 3000, outcome: 'effective' },
    { id: 'fe', type: 'reply', event: 'take', issuer: 'ru.two', time: 0, outcome: 'effective' },
  ],
} as unknown as RecordDetails;
const proof = { origin, index: 7, size: 9, cosigned: 1999 } as unknown as ToldProof;
const told = (id: string, more: Partial<ToldRecord> = {}): ToldRecord => ({
  id,
  holds: true,
  steps: [],
  proofs: [proof],
  ...more,
});
const verification: Verification = {
  holds: true,
  shownAsSigned: true,
  steps: [],
  stateSteps: [],
  records: [told('aa'), told('ab'), told('ff'), told('fe')],
  approvals: [
    {
      id: 'ab',
      officer: 'o',
      roles: ['signatory'],
      of: 'record',
      time: 1100,
      userVerified: true,
      means: 'passkey',
      witnesses: ['w'],
    },
  ],
};
const shown = (given: Verification | undefined) =>
  timelineOf(record, given).map(({ kind, proved }) => `${kind} ${proved}`);

describe('the timeline of a record', () => {
  it('stands in the order in which things happened', () => {
    const entries = timelineOf(record, verification);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'signed',
      'logged',
      'approved',
      'received',
      'followed',
      'followed',
    ]);
    expect(entries[3]).toMatchObject({ time: 1999, size: 9 });
    expect(entries[2]).toMatchObject({ approval: { witnesses: ['w'] } });
    expect(entries.every(({ proved }) => proved === 'holds')).toBe(true);
  });

  it('has nothing before the signature, whatever the second of a cosignature', () => {
    const at = { ...record, approvals: [], followUps: [], time: 1999_500 } as unknown as RecordDetails;
    const early = { ...verification, records: [told('aa', { proofs: [{ ...proof, cosigned: 1999_000 }] })] };
    expect(timelineOf(at, early).map(({ kind }) => kind)).toEqual(['signed', 'logged', 'received']);
  });

  it('says nothing of what was not verified', () => {
    expect(shown(undefined).every((entry) => entry.endsWith('open'))).toBe(true);
  });

  it('tells what the evidence does not show, or shows otherwise', () => {
    const without = (id: string) => ({ ...verification, records: verification.records.filter((one) => one.id !== id) });
    expect(shown(without('ff'))).toContain('followed does-not-hold');
    expect(shown({ ...verification, approvals: [] })).toContain('approved does-not-hold');
    expect(shown({ ...verification, shownAsSigned: false })[0]).toBe('signed does-not-hold');
    const other = { ...verification, records: [told('aa', { proofs: [{ ...proof, index: 8 }] })] };
    expect(shown(other)).toContain('logged does-not-hold');
    const broken = { ...verification, records: [told('aa', { holds: false })] };
    expect(shown(broken).slice(0, 2)).toEqual(['signed does-not-hold', 'logged does-not-hold']);
  });

  it('leaves open what nobody has cosigned yet', () => {
    const fresh = { ...verification, records: [told('aa'), told('ff', { holds: false, proofs: [] })] };
    expect(shown(fresh)).toContain('followed open');
    const unsent = { ...record, placements: [{ origin, recipient: 'ru.two', index: 7 }] } as RecordDetails;
    expect(timelineOf(unsent, verification).map(({ kind }) => kind)).not.toContain('received');
  });
});
