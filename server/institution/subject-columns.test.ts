import { expect, test } from 'vitest';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import type { LifeCycle, Profile, RecordType } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { compileSchema } from '../schema-compiler.ts';
import { subjectColumns } from './subject-columns.ts';

const parcel = parcelProfile.types['parcel'] as RecordType;
const cycle = parcel.lifeCycle as LifeCycle;
const [taken = '', open = ''] = Object.keys(cycle.states).filter((state) => state !== cycle.initial);

function revokedIn(state: string, revoked: readonly string[] | undefined): 0 | 1 {
  const lifeCycle = { ...cycle, turns: {}, ...(revoked && { revoked }) };
  const profile: Profile = { ...parcelProfile, types: { ...parcelProfile.types, parcel: { ...parcel, lifeCycle } } };
  const catalogue = loadCatalogue([profile], compileSchema);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const row: SubjectRow = {
    id: '1'.repeat(64),
    seq: 1,
    time: 0,
    profile: 'parcel',
    type: 'parcel',
    version: 1,
    issuer: 'az.post',
    to: ['ru.post'],
    addressees: ['ru.post'],
    claims: {},
    base: 'effective',
    refused: false,
    contribution: { statements: [], movements: [] },
    events: [],
    state,
    since: '1'.repeat(64),
  };
  return subjectColumns(catalogue, 'az.post', row).revoked;
}

test('a status list says revoked in the states that the life cycle names, and when void', () => {
  expect(taken).not.toBe(open);
  expect([cycle.initial, open, taken, 'void'].map((state) => revokedIn(state, [taken]))).toEqual([0, 0, 1, 1]);
});

test('a type without revoked states stands in no list', () => {
  expect([taken, 'void'].map((state) => revokedIn(state, undefined))).toEqual([0, 0]);
});
