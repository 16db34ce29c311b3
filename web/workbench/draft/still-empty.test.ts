import { describe, expect, it } from 'vitest';
import { heldBack } from './still-empty.ts';

const refuse = (code: string, path: string) => ({ code, path, severity: 'refuse' as const });
const missing = (path: string) => refuse('input.missing-member', path);
const wrong = refuse('input.bad-value', '/number');
const findings = [missing('/issued'), wrong, missing('/lines/0/net/unit'), missing('/lines/0')];
const claims = { number: '?', lines: [{ net: { value: '1' } }], text: '' };

describe('what is still empty', () => {
  it('is held back, all else is told', () => {
    expect(heldBack(findings, claims, new Set())).toEqual({
      told: [wrong],
      empty: [missing('/issued'), missing('/lines/0/net/unit'), missing('/lines/0')],
    });
  });

  it('is told once its place was left, or what stands around or inside of it', () => {
    const told = (...left: string[]) => heldBack(findings, claims, new Set(left)).told.map(({ path }) => path);
    expect(told('/issued')).toEqual(['/issued', '/number']);
    expect(told('/lines/0/net')).toEqual(['/number', '/lines/0/net/unit', '/lines/0']);
    expect(told('/issue', '/lines/01')).toEqual(['/number']);
  });

  it('is also what a rule misses; what it says of what is there, of the whole, or only warns of is told', () => {
    const rules = [refuse('a', '/reasons'), refuse('b', '/text'), refuse('c', '/number'), refuse('d', '')];
    const warning = { ...refuse('e', '/reasons'), severity: 'warn' as const };
    const { told, empty } = heldBack([...rules, warning], claims, new Set());
    expect(told.map(({ code }) => code)).toEqual(['c', 'd', 'e']);
    expect(empty.map(({ code }) => code)).toEqual(['a', 'b']);
  });
});
