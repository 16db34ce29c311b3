import { describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { parcelProfile } from '../kernel/exchange/vectors/parcel.ts';
import { profiles } from '../profiles/index.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { followUpFor, openSteps, stepsOf } from './follow-up.ts';

const catalogue = loadCatalogue([...profiles, parcelProfile], compileSchema) as Catalogue;
const certificate = { profile: 'phytosanitary', type: 'certificate' };
const parcel = { profile: 'parcel', type: 'parcel' };

describe('a step becomes the follow-up that its profile declares', () => {
  it.each([
    [certificate, 'recognise', [], undefined, 'decision', { kind: 'recognise' }],
    [
      certificate,
      'refuse',
      ['seal-broken'],
      undefined,
      'decision',
      { kind: 'refuse', reasons: [{ code: 'seal-broken' }] },
    ],
    [
      certificate,
      'query',
      ['data-mismatch', 'origin-unclear'],
      'Which field?',
      'decision',
      { kind: 'query', reasons: [{ code: 'data-mismatch' }, { code: 'origin-unclear' }], text: 'Which field?' },
    ],
    [certificate, 'answer', [], 'Field 12', 'answer', { text: 'Field 12' }],
    [certificate, 'withdraw', ['data-wrong'], undefined, 'withdrawal', { reason: 'data-wrong' }],
    [certificate, 'withdraw', ['data-wrong'], 'Weight', 'withdrawal', { reason: 'data-wrong', text: 'Weight' }],
    [parcel, 'accept', [], undefined, 'verdict', { kind: 'accept' }],
    [parcel, 'recall', ['mistake'], undefined, 'recall', { reason: 'mistake' }],
  ])('%j %s %j %j', (subject, event, reasons, text, type, claims) => {
    const words = { reasons, ...(text !== undefined && { text }) };
    expect(followUpFor(catalogue, subject, event, words)).toEqual({ type, claims });
  });

  it('leaves to the server what does not fit the schema', () => {
    expect(followUpFor(catalogue, certificate, 'withdraw', { reasons: [] })).toEqual({
      type: 'withdrawal',
      claims: {},
    });
    expect(followUpFor(catalogue, certificate, 'answer', { reasons: [] })?.type).toBe('answer');
  });

  it('tells who may take which step now', () => {
    const record = { issuer: 'az.afsa', to: ['ru.customs', 'ru.fsvps'] };
    expect(openSteps(catalogue, { ...certificate, ...record, state: 'queried' })).toEqual([
      ['az.afsa', 'answer, withdraw, replace, depart'],
      ['ru.customs, ru.fsvps', 'recognise, refuse, query, hold, release, release-part, reject'],
    ]);
    expect(openSteps(catalogue, { ...certificate, ...record, state: 'unknown' })).toEqual([]);
    expect(openSteps(catalogue, { profile: 'phytosanitary', type: 'grower', ...record, state: 'in-force' })).toEqual(
      [],
    );
  });

  it('knows no other step', () => {
    expect(followUpFor(catalogue, certificate, 'accept', { reasons: [] })).toBeUndefined();
    expect(followUpFor(catalogue, parcel, 'recognise', { reasons: [] })).toBeUndefined();
    expect(followUpFor(catalogue, { profile: 'none', type: 'none' }, 'accept', { reasons: [] })).toBeUndefined();
    expect(stepsOf(catalogue, 'parcel', 'parcel')).toEqual(['accept', 'return', 'recall', 'replace']);
  });
});
