import { describe, expect, it } from 'vitest';
import { heldBack } from './still-empty.ts';

const missing = (path: string) => ({ code: 'input.missing-member', path });
const wrong = { code: 'input.bad-value', path: '/number' };
const findings = [missing('/issued'), wrong, missing('/lines/0/net/unit'), missing('/lines/0')];

describe('what is still empty', () => {
  it('is held back, all else is told', () => {
    expect(heldBack(findings, new Set())).toEqual({
      told: [wrong],
      empty: [missing('/issued'), missing('/lines/0/net/unit'), missing('/lines/0')],
    });
  });

  it('is told once its place was left, or what stands around or inside of it', () => {
    const told = (...left: string[]) => heldBack(findings, new Set(left)).told.map(({ path }) => path);
    expect(told('/issued')).toEqual(['/issued', '/number']);
    expect(told('/lines/0/net')).toEqual(['/number', '/lines/0/net/unit', '/lines/0']);
    expect(told('/issue', '/lines/01')).toEqual(['/number']);
  });
});
