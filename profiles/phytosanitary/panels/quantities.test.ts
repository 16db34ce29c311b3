import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ShownRecord } from '../../../kernel/panel.ts';
import { balanceKey, balanceLedger } from '../balance.ts';
import { lineKey, lineLedger } from '../ledgers/line.ts';
import { massView } from '../testing/mass-view.ts';
import { quantities } from './quantities.ts';

const source = { grower: 'AZ-G-1', product: 'LYPES', season: '2026', quantity: { value: '1000', unit: 'KGM' } };
const claims = {
  number: 'AZ-1',
  importCountry: { code: 'RU' },
  lines: [{ sequence: 1, netWeight: { value: '1000', unit: 'KGM' }, sources: [source] }],
} as unknown as JsonObject;
const shown: ShownRecord = {
  id: 'a'.repeat(64),
  profile: 'phytosanitary',
  type: 'certificate',
  issuer: 'az.afsa',
  to: ['ru.fsvps'],
  claims,
  time: 0,
  state: 'issued',
  direction: 'issued',
  self: 'az.afsa',
};
const line = {
  ledger: lineLedger,
  key: lineKey('az.afsa', 'ru.fsvps', 'AZ-1', 1),
  credited: '1000',
  debited: '400.5',
  byMovement: { issued: '1000', consumed: '400.5' },
};
const balance = {
  ledger: balanceLedger,
  key: balanceKey('az.afsa', 'ru.fsvps', 'AZ-G-1', 'LYPES', '2026'),
  credited: '12000',
  debited: '1000',
};

describe('the panel of quantities', () => {
  it('shows what became of a line, and what is left on the balances', () => {
    const [bar, table, ...rest] = quantities.draw(shown, [], massView({ accounts: [line, balance] }), 'en', 0);
    expect(rest).toEqual([]);
    expect(bar).toEqual({
      kind: 'bar',
      label: 'Line 1',
      unit: 'kg',
      total: 1000,
      parts: [
        { label: 'Written off', value: 400.5 },
        { label: 'Left', value: 599.5 },
      ],
    });
    expect(table).toMatchObject({
      kind: 'table',
      rows: [{ cells: ['1', 'AZ-G-1', expect.anything(), '2026', '1,000', '11,000'] }],
    });
  });

  it('sets what left beside what is certified, let in and left over, once it is told', () => {
    const draw = (moved: Readonly<Record<string, string>>, language: 'az' | 'ru' | 'en') => {
      const accounts = [{ ...line, byMovement: { ...line.byMovement, ...moved } }];
      return quantities.draw(shown, [], massView({ accounts }), language, 0).filter(({ kind }) => kind === 'table');
    };
    expect(draw({ crossed: '400.5' }, 'en')).toEqual([]);
    expect(draw({ departed: '990.5' }, 'en')).toEqual([
      {
        kind: 'table',
        caption: 'Observed by line, kg',
        head: ['Line', 'Certified', 'Departed', 'Released or destroyed at inspection', 'Still available'],
        rows: [{ cells: ['1', '1,000', '990.5', 'not told yet', '599.5'] }],
      },
    ]);
    expect(draw({ departed: '990.5', crossed: '990.5' }, 'az')).toMatchObject([
      { rows: [{ cells: ['1', expect.anything(), '990,5', '990,5', '599,5'] }] },
    ]);
    const [table] = draw({ departed: '990.5', crossed: '990.500001' }, 'ru');
    expect(table).toMatchObject({ rows: [{ differs: true }] });
  });

  it('marks a balance that is overdrawn, and tells of a line that is frozen', () => {
    const accounts = [
      { ...line, frozen: true },
      { ...balance, credited: '500' },
    ];
    const blocks = quantities.draw(shown, [], massView({ accounts }), 'ru', 0);
    expect(blocks.map(({ kind }) => kind)).toEqual(['bar', 'text', 'table']);
    expect(blocks.at(-1)).toMatchObject({ rows: [{ differs: true }] });
  });

  it('shows nothing of accounts that are not held', () => {
    expect(quantities.draw(shown, [], massView({}), 'az', 0)).toEqual([]);
  });
});
