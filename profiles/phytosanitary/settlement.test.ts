import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../kernel/profile.ts';
import type { VectorAccount } from '../../kernel/testing/vector-view.ts';
import { lineKey, lineLedger } from './ledgers/line.ts';
import { phytosanitary } from './profile.ts';
import { conveyanceRegister, numberKey, numberRegister } from './registers.ts';
import { massView } from './testing/mass-view.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8')) as Statement;
const statementOf = (name: string): Statement => ({ ...read(name), time: Date.UTC(2026, 10, 10) });

const { certificate, withdrawal, settlement } = phytosanitary.types;
const number = 'AZ-PC-2026-220001';
const key = (sequence: number) => lineKey('az.afsa', 'ru.fsvps', number, sequence);

/** Amounts in kilograms. */
const account = (sequence: number, credited: string, consumed: string, reserved: string): VectorAccount => ({
  ledger: lineLedger,
  key: key(sequence),
  credited,
  debited: String(Number(consumed) + Number(reserved)),
  frozen: true,
  byMovement: { issued: credited, consumed, reserved },
});

describe('quantities of a certificate', () => {
  it('are credited by net weight in kilograms', () => {
    expect(certificate?.movements?.(statementOf('tomatoes-and-persimmons'))).toEqual([
      { ledger: lineLedger, key: key(1), movement: 'issued', amount: 18_000_000_000n, path: '/lines/0/netWeight' },
      { ledger: lineLedger, key: key(2), movement: 'issued', amount: 500_000_000n, path: '/lines/1/netWeight' },
    ]);
  });

  it('of a replacement are credited anew and the old ones frozen', () => {
    const posted = certificate?.movements?.(statementOf('replacement')) ?? [];
    expect(posted.filter(({ movement }) => movement === 'issued').map(({ key }) => key[2])).toEqual([
      'AZ-PC-2026-220003',
      'AZ-PC-2026-220003',
    ]);
    expect(posted.filter(({ movement }) => movement === 'freeze').map(({ key }) => key[2])).toEqual([number, number]);
  });
});

describe('the settlement', () => {
  const statement = { ...statementOf('withdrawal'), id: 'W'.repeat(43) };
  const view = massView({ accounts: [account(1, '18000', '1000', '500.5'), account(2, '500', '0', '0')] });

  it('tells what is used, reserved and free', () => {
    expect(withdrawal?.answers?.(statement, 'ru.fsvps', view)).toEqual([
      {
        type: 'settlement',
        to: ['az.afsa'],
        about: statement.subject?.id,
        claims: {
          number,
          lines: [
            { sequence: 1, used: '1000', reserved: '500.5', free: '16499.5' },
            { sequence: 2, used: '0', reserved: '0', free: '500' },
          ],
        },
      },
    ]);
  });

  it('is that of the importing institution alone', () => {
    expect(withdrawal?.answers?.(statement, 'ru.fcs', view)).toEqual([]);
    expect(certificate?.answers?.({ ...statement, ...statementOf('recognition'), id: 'x' }, 'az.afsa', view)).toEqual(
      [],
    );
  });

  it('reads exactly the accounts it reports', () => {
    expect(withdrawal?.answerReads?.(statement)).toEqual([
      { ledger: lineLedger, key: key(1) },
      { ledger: lineLedger, key: key(2) },
    ]);
  });

  it('posts the free part', () => {
    expect(settlement?.movements?.(statementOf('settlement'))).toEqual([
      { ledger: lineLedger, key: key(1), movement: 'used', amount: 1_000_000_000n },
      { ledger: lineLedger, key: key(1), movement: 'settled', amount: 17_000_000_000n },
      { ledger: lineLedger, key: key(2), movement: 'used', amount: 0n },
      { ledger: lineLedger, key: key(2), movement: 'settled', amount: 499_500_000n },
    ]);
  });
});

describe('a number', () => {
  const statement = statementOf('tomatoes-and-persimmons');
  const rule = certificate?.rules.find(({ name }) => name === 'the number is new');
  const value = { type: 'certificate', issued: '2026-11-01' };
  const taken = massView({ registers: [{ name: 'number', key: ['az.afsa', number], value }] });

  it('is taken in the register', () => {
    const stated = certificate?.statements?.(statement).filter(({ register }) => register === numberRegister);
    expect(stated?.map(({ key }) => key)).toEqual([numberKey('az.afsa', number)]);
    expect(rule?.reads?.(statement)).toEqual([{ register: 'number', key: ['az.afsa', number] }]);
  });

  it('is refused when taken before', () => {
    expect(rule?.check(statement, massView())).toEqual([]);
    expect(rule?.check(statement, taken)).toEqual([
      { code: 'number-used', severity: 'refuse', path: '/number', detail: { number } },
    ]);
  });
});

describe('what carries the goods', () => {
  const statement = statementOf('tomatoes-and-persimmons');
  const said = (claims: Statement['claims']) =>
    certificate?.statements?.({ ...statement, claims }).filter(({ register }) => register === conveyanceRegister);

  it('is told with the certificate and the day of signing', () => {
    const value = { certificate: number };
    const day = '2026-11-10';
    expect(said(statement.claims)).toEqual([
      { register: 'conveyance', key: ['az.afsa', '10XX042', day], value },
      { register: 'conveyance', key: ['az.afsa', 'CSQU3054383', day], value },
    ]);
  });

  it('is one however its number is written, and named once', () => {
    const conveyances = [{ id: '10 xx 042' }, { id: '10-XX-042' }, { name: 'Truck' }];
    const lines = [{ sequence: 1, containers: [{ number: 'csqu 305438-3' }, { seals: [{ number: '1' }] }] }];
    const keys = said({ ...statement.claims, conveyances, lines })?.map(({ key }) => key[1]);
    expect([...new Set(keys)]).toEqual(['10XX042', 'CSQU3054383']);
  });
});
