import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../kernel/profile.ts';
import { type VectorView, vectorView } from '../../kernel/testing/vector-view.ts';
import { manifest } from './manifest.ts';

interface Vector extends Omit<Statement, 'time'> {
  readonly time: string;
  readonly view: Required<Pick<VectorView, 'registers'>>;
}

const read = (name: string): Vector =>
  JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8'));

function answered(name: string, self: string) {
  const { view, time, ...stated } = read(name);
  const statement = { ...stated, time: Date.parse(time), id: 'a'.repeat(64) };
  const rows = new Set(view.registers.map(({ key }) => JSON.stringify(key)));
  const needs = (manifest.answerReads?.(statement) ?? []).map((need) => JSON.stringify('key' in need ? need.key : ''));
  // Whatever of the view an answer may rest on is read ahead.
  expect(needs.some((key) => rows.has(key)) || view.registers.length === 0).toBe(true);
  return manifest.answers?.(statement, self, vectorView(view)) ?? [];
}

describe('a manifest', () => {
  it('is registered by the server of the receiving service', () => {
    expect(answered('manifest-road', 'ru.fts')).toEqual([
      {
        type: 'manifest-registration',
        to: ['az.customs', 'ru.fsvps'],
        claims: { kind: 'register', office: '10899020' },
        about: 'a'.repeat(64),
      },
    ]);
  });

  it.each(['manifest-late', 'manifest-offices-not-registered', 'manifest-participant-resumed'])(
    'is registered although there is something to look at: %s',
    (name) => {
      expect(answered(name, 'ru.fts')).toHaveLength(1);
    },
  );

  it.each([
    'manifest-offices-doubted',
    'manifest-participants-doubted',
    'manifest-participant-is-another',
    'manifest-participant-ended-elsewhere',
  ])('waits for an officer: %s', (name) => {
    expect(answered(name, 'ru.fts')).toEqual([]);
  });

  it.each(['az.customs', 'ru.fsvps', 'ru.another'])('is not registered by %s', (self) => {
    expect(answered('manifest-road', self)).toEqual([]);
  });

  it('goes to a customs service of the country of destination', () => {
    const of = (to: readonly string[], destination: string) => manifest.receiver?.of({ to, claims: { destination } });
    expect(of(['ru.fts', 'ru.fsvps'], 'RU')).toBe('ru.fts');
    expect(of(['az.afsa', 'ru.fts'], 'RU')).toBe('ru.fts');
    expect(of(['kz.customs', 'ru.fts'], 'RU')).toBe('ru.fts');
    expect(of(['kz.customs'], 'RU')).toBe('kz.customs');
    expect(manifest.receiver?.function).toBe('customs');
  });

  it('is found by what stands on truck, seal and paper', () => {
    const { claims } = read('manifest-road');
    const words = manifest.summary(claims).search;
    const told = ['10-AA-042', '10-BB-417', 'AZ 118845', 'CMR 261120-7', 'AZ-26-004711', 'INV-2026-311', 'AZ-0017'];
    expect(words).toEqual(expect.arrayContaining([...told, '01300010/191126/0012345', '1401555071']));
  });
});
