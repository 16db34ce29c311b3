import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AccountView, Statement, View } from '../../kernel/profile.ts';
import { lineKey, lineLedger } from './ledgers/line.ts';
import { phytosanitary } from './profile.ts';
import { numberKey } from './registers.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8')) as Statement;
const statementOf = (name: string): Statement => ({ ...read(name), time: Date.UTC(2026, 10, 10) });

const { certificate, withdrawal, settlement } = phytosanitary.types;
const number = 'AZ-PC-2026-220001';
const key = (sequence: number) => lineKey('az.afsa', 'ru.fsvps', number, sequence);

function viewOf(accounts: readonly (readonly [number, AccountView])[]): View {
  const held = new Map(accounts.map(([sequence, account]) => [JSON.stringify(key(sequence)), account]));
  return {
    register: () => undefined,
    account: (ledger, wanted) => (ledger === lineLedger ? held.get(JSON.stringify(wanted)) : undefined),
    record: () => undefined,
  };
}

const account = (credited: bigint, consumed: bigint, reserved: bigint): AccountView => ({
  available: credited - consumed - reserved,
  credited,
  debited: consumed + reserved,
  frozen: true,
  byMovement: new Map([
    ['issued', credited],
    ['consumed', consumed],
    ['reserved', reserved],
  ]),
});

describe('quantities of a certificate', () => {
  it('are credited by net weight in kilograms', () => {
    expect(certificate?.movements?.(statementOf('tomatoes-and-persimmons'))).toEqual([
      { ledger: lineLedger, key: key(1), movement: 'issued', amount: 18_000_000_000n },
      { ledger: lineLedger, key: key(2), movement: 'issued', amount: 500_000_000n },
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
  const view = viewOf([
    [1, account(18_000_000_000n, 1_000_000_000n, 500_500_000n)],
    [2, account(500_000_000n, 0n, 0n)],
  ]);

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
      { ledger: lineLedger, key: key(1), movement: 'settled', amount: 17_000_000_000n },
      { ledger: lineLedger, key: key(2), movement: 'settled', amount: 499_500_000n },
    ]);
  });
});

describe('a number', () => {
  const statement = statementOf('tomatoes-and-persimmons');
  const rule = certificate?.rules.find(({ name }) => name === 'the number is new');
  const taken: View = { ...viewOf([]), register: () => ({ type: 'certificate', issued: '2026-11-01' }) };

  it('is taken in the register', () => {
    expect(certificate?.statements?.(statement).map(({ key }) => key)).toEqual([numberKey('az.afsa', number)]);
    expect(rule?.reads?.(statement)).toEqual([{ register: 'number', key: ['az.afsa', number] }]);
  });

  it('is refused when taken before', () => {
    expect(rule?.check(statement, viewOf([]))).toEqual([]);
    expect(rule?.check(statement, taken)).toEqual([
      { code: 'number-used', severity: 'refuse', path: '/number', detail: { number } },
    ]);
  });
});
