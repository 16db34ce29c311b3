import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { parseDecimal } from '../kernel/state/quantity.ts';
import { parcelProfile } from '../kernel/testing/parcel-profile.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import type { Context } from './command.ts';
import { quantityText, whatIfText } from './what-if-output.ts';
import type { Affected, RecordLine, WhatIf } from './wire.ts';
import { say } from './words.ts';

const catalogue = loadCatalogue([parcelProfile], compileSchema) as Catalogue;
const context = {
  catalogue,
  language: 'en',
  say: (word, detail) => say(word, 'en', detail),
} as Pick<Context, 'catalogue' | 'language' | 'say'> as Context;

const none: Affected = { count: 0, byState: [], items: [], totals: [], amounts: [] };
const nothing: WhatIf = {
  profile: 'parcel',
  type: 'rate',
  findings: [],
  time: 0,
  asks: [{ type: 'parcel', states: ['announced'] }],
  asked: 3,
  truncated: false,
  waiting: 0,
  records: none,
  freed: none,
  rows: { count: 0, items: [] },
  accounts: [],
};
const line: RecordLine = {
  id: 'ab'.repeat(32),
  direction: 'received',
  profile: 'parcel',
  type: 'parcel',
  version: 1,
  issuer: 'xa.post',
  to: ['xb.post'],
  time: 0,
  number: 'P-1',
  title: '',
  state: 'announced',
};
const finding = { code: 'too-heavy', severity: 'refuse', path: '/load', text: 'Too heavy' } as const;
const some: Affected = {
  count: 30,
  byState: [{ type: 'parcel', state: 'announced', count: 30 }],
  items: Array.from({ length: 25 }, () => ({ ...line, findings: [finding] })),
  totals: [{ type: 'parcel', by: 'sender', keys: 1, amount: '1234500', unit: 'KGM' }],
  amounts: [{ type: 'parcel', by: 'sender', key: 'xa.post', records: 30, amount: '1234500', unit: 'KGM' }],
};
const told = (changes: Partial<WhatIf>) => whatIfText(context, { ...nothing, ...changes });

describe('what a draft would change, for people', () => {
  it('says that nothing is hit, and of what it does not speak', () => {
    const text = told({});
    expect(text).toContain('Records that would be refused under it: 0.');
    expect(text).toContain('Records asked: 3 (Parcel).');
    expect(text).toContain('not yet delivered');
    for (const absent of ['no longer', 'Accounts', 'Register', 'Only the newest', 'wait for others'])
      expect(text).not.toContain(absent);
  });

  it('says what is hit, in tonnes, and that there is more', () => {
    const text = told({ records: some });
    expect(text).toMatch(/^Parcel {2}announced {2}30$/m);
    expect(text).toContain('Parcel: Sender — 1, 1234.5 t in all');
    expect(text).toMatch(/^Parcel {2}Sender xa.post {2}30 +1234.5 t$/m);
    expect(text.match(/Too heavy/g)).toHaveLength(20);
    expect(text).toContain('10 more: --json');
  });

  it('says what else there is to know', () => {
    const account = { ledger: 'parcel/allowance', key: ['xa.post', 'xb.post'], unit: 'KGM', frozenAfter: true };
    const text = told({
      truncated: true,
      waiting: 4,
      freed: some,
      rows: { count: 1, items: [{ register: 'parcel/rates', key: ['xb.post', 'greatest'] }] },
      accounts: [{ ...account, available: '10', availableAfter: '-5', overdrawn: true }],
      findings: [finding],
    });
    for (const sentence of [
      'Records that are refused now and would not be under it: 30.',
      'Only the newest records were asked',
      'Records not asked because they wait for others: 4.',
      'refuse: Too heavy [too-heavy] /load',
    ])
      expect(text).toContain(sentence);
    expect(text).toMatch(/^Rates +xb.post \/ greatest$/m);
    expect(text).toMatch(/^Allowance +xa.post \/ xb.post +0.01 t +-0.005 t +overdrawn, frozen$/m);
  });

  it('of a type that asks nobody says so', () => {
    const text = told({ asks: [], asked: 0 });
    expect(text).toContain('no other records are asked');
    expect(text).not.toContain('would be refused');
  });
});

describe('quantities', () => {
  it('tell kilograms as tonnes, exactly', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(999_999), (whole, fraction) => {
        const kilograms = `${whole}.${String(fraction).padStart(6, '0')}`;
        const [tonnes = '', unit] = quantityText(kilograms, 'KGM', 'en').split(' ');
        expect(unit).toBe('t');
        expect(parseDecimal(tonnes, 9)).toBe(parseDecimal(kilograms, 6));
      }),
    );
  });

  it('leave other units as they are', () => {
    expect(quantityText('12', 'H87', 'ru')).toBe('12 H87');
    expect(quantityText('1', 'KGM', 'ru')).toBe('0.001 т');
    expect(quantityText('0', '', 'en')).toBe('0');
  });
});
