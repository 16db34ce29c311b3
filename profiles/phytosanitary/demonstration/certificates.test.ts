import { describe, expect, test } from 'vitest';
import type { Told } from '../../../kernel/demonstration.ts';
import type { Certificate } from '../claims/certificate.ts';
import { demonstration } from '../demonstration.ts';

const ends = Date.UTC(2026, 10, 20, 9, 30);
const time = (offset: number) => `${new Date(ends + offset * 86_400_000).toISOString().slice(0, 19)}Z`;
const told: Told = { id: () => '0'.repeat(64), time, day: (offset) => time(offset).slice(0, 10) };

const certificates = demonstration.flatMap(({ type, claims, key, at }) =>
  type === 'certificate' && claims ? [{ key, at, claims: claims(told) as unknown as Certificate }] : [],
);

describe.each(certificates)('certificate $key of the story', ({ at, claims }) => {
  test('is dated by the time at which it is signed', () => {
    expect(claims.issued).toBe(time(at));
    expect(claims.signatories?.map(({ date }) => date)).toEqual([time(at)]);
  });

  test('certifies by the statement of the model, and describes goods in both languages of the corridor', () => {
    expect(claims.signatories?.flatMap(({ statements }) => statements)).toEqual([{ number: '1' }]);
    const described = claims.lines.flatMap(
      ({ descriptions = [], plantParts = [], conditions = [], intendedUses = [], treatments = [] }) => [
        descriptions,
        intendedUses,
        ...[...plantParts, ...conditions].map(({ names = [] }) => names),
        ...treatments.flatMap(({ characteristics = [] }) => characteristics.map(({ texts = [] }) => texts)),
      ],
    );
    const stated = described.filter((texts) => texts.length > 0);
    expect(stated.length).toBeGreaterThan(1);
    for (const texts of stated)
      expect(texts.map(({ language }) => language)).toEqual(expect.arrayContaining(['az', 'ru']));
  });
});
