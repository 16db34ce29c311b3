import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import type { Statement, View } from '../../kernel/profile.ts';
import { commitmentRegister, laneCommitment } from './commitments.ts';
import { lanes } from './selection/lanes.ts';

const claims = {
  selection: 'customs/lanes',
  from: '2026-11-22T00:00:00Z',
  until: '2026-11-23T00:00:00Z',
  secret: '0'.repeat(64),
  settings: 'a'.repeat(64),
};

const statement = (changes: Partial<typeof claims> = {}): Statement => ({
  type: 'lane-commitment',
  issuer: 'az.customs',
  to: ['ru.fts'],
  claims: { ...claims, ...changes },
  time: Date.UTC(2026, 10, 21, 20),
});

const holding = (value?: JsonObject): View => ({
  register: (name, key): Json | undefined =>
    name === commitmentRegister && key.join() === 'az.customs,customs/lanes' ? value : undefined,
  list: () => [],
  account: () => undefined,
  record: () => undefined,
  offered: () => undefined,
  comesAfter: () => false,
});

const codes = (changes: Partial<typeof claims>, held?: JsonObject) =>
  laneCommitment.rules
    .flatMap((rule) => rule.check(statement(changes), holding(held)))
    .map(({ code, path }) => [code, path]);

describe('a commitment', () => {
  it('as the selection writes it holds', () => {
    const { from, until } = lanes.commitment.read(claims);
    const written = lanes.commitment.claims({ ...lanes.commitment.read(claims), from, until });
    expect(written).toEqual(claims);
    expect(codes({})).toEqual([]);
  });

  it('is called by its times, told to the minute', () => {
    const times = { from: '2026-11-22T06:16:05Z', until: '2026-11-23T06:16:05Z' };
    expect(laneCommitment.summary({ ...claims, ...times }).title).toBe('2026-11-22 06:16 – 2026-11-23 06:16 UTC');
    expect(laneCommitment.summary({ ...claims, from: 'x', until: 'y' }).title).toBe('x – y');
  });

  it.each<[Partial<typeof claims>, string, string]>([
    [{ from: '2026-11-22T00:00:00.500Z' }, 'commitment-moment', '/from'],
    [{ until: '2026-11-23T00:00:00+04:00' }, 'commitment-moment', '/until'],
    [{ until: '2026-11-31T00:00:00Z' }, 'commitment-moment', '/until'],
    [{ from: '2026-11-22' }, 'commitment-moment', '/from'],
    [{ until: claims.from }, 'commitment-empty', '/until'],
    [{ until: '2026-11-21T00:00:00Z' }, 'commitment-empty', '/until'],
    [{ selection: 'customs/colours' }, 'commitment-selection-unknown', '/selection'],
  ])('%j is refused: %s', (changes, code, path) => {
    expect(codes(changes)).toEqual([[code, path]]);
  });

  it('begins no earlier than the one before it', () => {
    expect(codes({ from: '2026-11-21T23:59:59Z' }, claims)).toEqual([['commitment-behind', '/from']]);
    expect(codes({ from: '2026-11-22T12:00:00Z' }, claims)).toEqual([]);
    expect(codes({}, claims)).toEqual([]);
  });

  it('stands in the register for everybody who holds it', () => {
    expect(laneCommitment.statements?.(statement())).toEqual([
      { register: commitmentRegister, key: ['az.customs', 'customs/lanes'], value: claims },
    ]);
  });
});
