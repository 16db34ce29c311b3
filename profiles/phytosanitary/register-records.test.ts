import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import type { RecordType, Statement, Subject } from '../../kernel/profile.ts';
import { subjectOf, type VectorRecord, type VectorView } from '../../kernel/testing/vector-view.ts';
import { phytosanitary } from './profile.ts';
import { massView } from './testing/mass-view.ts';

interface Vector extends Omit<Statement, 'time' | 'subject'> {
  readonly time: string;
  readonly subject?: VectorRecord;
  readonly view?: VectorView;
}

const vectorOf = (name: string): Vector =>
  JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8')) as Vector;

function statementOf(name: string, change: Readonly<Record<string, Json>> = {}): Statement {
  const { view: _, time, subject, ...stated } = vectorOf(name);
  const claims = { ...stated.claims, ...change } as JsonObject;
  const statement = { ...stated, claims, time: Date.parse(time) };
  return subject === undefined ? statement : { ...statement, subject: subjectOf(subject) };
}

const typeOf = (name: string): RecordType => phytosanitary.types[name] as RecordType;
const az = 'az.afsa';
const ru = 'ru.fsvps';

describe('what a registration states', () => {
  it('is the grower under its id, and who has the tax number', () => {
    const statement = statementOf('grower');
    expect(typeOf('grower').statements?.(statement)).toEqual([
      { register: 'grower', key: [az, 'AZ-G-0017'], value: statement.claims },
      { register: 'grower-tax-number', key: [az, 'AZ', '2000187712'], value: { grower: 'AZ-G-0017' } },
    ]);
  });

  it('of one that ceases, also when', () => {
    const statement = statementOf('grower-ceased');
    expect(typeOf('grower').statements?.(statement)[0]?.value).toEqual({
      ...statement.claims,
      ceased: '2027-05-20T06:00:00.000Z',
    });
  });

  it('of a site is no tax number, though it states one', () => {
    const taxNumber = { country: 'AZ', value: '2000187712' };
    expect(typeOf('grower').statements?.(statementOf('grower-greenhouse', { taxNumber }))).toHaveLength(1);
  });
});

describe('what an admission posts', () => {
  const key = [az, ru, 'AZ-G-0017', 'LYPES', '2026-27'];
  const limit = (amount: bigint) => [
    { ledger: 'season-balance', key, movement: 'limit', amount, slot: 'admission', path: '/volume' },
  ];
  const movements = (change: Readonly<Record<string, Json>>) =>
    typeOf('admission').movements?.(statementOf('admission', change));

  it('is its volume as the limit of the season balance', () => {
    expect(movements({})).toEqual(limit(1_700_000_000_000n));
  });

  it('is exact for pieces', () => {
    const volume = { value: '3', unit: 'H87', each: { value: '0.333', unit: 'GRM' } };
    expect(movements({ volume })).toEqual(limit(999n));
  });

  it('is nothing for a volume that cannot be kept: a rule refuses it', () => {
    expect(movements({ volume: { value: '0.0001', unit: 'GRM' } })).toEqual([]);
  });
});

describe('what a suspension and its lifting state', () => {
  const lifting = statementOf('lifting');
  const suspension: Statement = { ...(lifting.subject as Subject), to: [az] };
  const key = [ru, az, 'AZ-G-0017', 'LYPES', 'GNORAB', '2026-11-18T10:00:00.000Z'];
  const since = '2026-11-18T10:00:00.000Z';

  it('stands under one key, from the signing of one to that of the other', () => {
    expect(typeOf('suspension').statements?.(suspension)).toEqual([
      { register: 'suspension', key, value: { ...suspension.claims, since } },
    ]);
    expect(typeOf('lifting').statements?.(lifting)).toEqual([
      { register: 'suspension', key, value: { ...suspension.claims, since, lifted: '2026-12-20T10:00:00.000Z' } },
    ]);
  });

  it('is for anyone and anything where nothing is named', () => {
    expect(typeOf('suspension').statements?.(statementOf('suspension-of-country'))[0]?.key.slice(0, 5)).toEqual([
      ru,
      az,
      '*',
      'LYPES',
      '*',
    ]);
  });
});

describe('what a requirement and its repeal state', () => {
  it('stands under each country and product', () => {
    const statement = statementOf('requirement', { products: ['LYPES', 'CPSAN'] });
    expect(typeOf('requirement').statements?.(statement)).toEqual(
      ['LYPES', 'CPSAN'].map((product) => ({
        register: 'requirement',
        key: [ru, 'AZ', product, 'RU-T-2026-01', '2026-09-15'],
        value: statement.claims,
      })),
    );
    expect(typeOf('requirement').statements?.(statementOf('requirement-for-all'))[0]?.key.slice(0, 3)).toEqual([
      ru,
      '*',
      '*',
    ]);
  });

  it('ends under the same keys', () => {
    const repeal = statementOf('repeal');
    expect(typeOf('repeal').statements?.(repeal)).toEqual([
      {
        register: 'requirement',
        key: [ru, 'AZ', 'LYPES', 'RU-T-2026-01', '2026-09-15'],
        value: { ...(repeal.subject as Subject).claims, to: '2027-03-01' },
      },
    ]);
  });
});

describe('what a measure may touch', () => {
  const line = (change: JsonObject = {}): JsonObject => ({
    sequence: 1,
    sources: [
      {
        ...{ grower: 'AZ-K-0002', member: 'AZ-G-0017', site: 'AZ-H-0041', product: 'LYPES', season: '2026-27' },
        quantity: { value: '18', unit: 'TNE' },
        ...change,
      },
    ],
  });
  const certificate = (claims: JsonObject, change: Partial<Subject> = {}): Subject => ({
    ...{ id: 'C', type: 'certificate', issuer: az, to: [ru], claims, time: 0, state: 'issued' },
    ...change,
  });
  const concerns = (
    name: string,
    subject: Subject,
    change: Readonly<Record<string, Json>> = {},
    records: readonly VectorRecord[] = [],
  ) => {
    const statement = statementOf(name, change);
    return typeOf(statement.type).impact?.concerns?.(statement, subject, massView({ records }));
  };
  const own = certificate({ lines: [line()] });

  it.each([
    ['suspension', {}, true],
    ['suspension', { grower: 'AZ-K-0002' }, true],
    ['suspension', { grower: 'AZ-H-0041' }, true],
    ['suspension', { grower: 'AZ-G-0018' }, false],
    ['suspension', { product: 'MABSD' }, false],
    ['suspension-of-country', {}, true],
    ['suspension-of-country', { product: 'MABSD' }, false],
    ['suspension-of-country', { exporter: 'ge.nfa' }, false],
    ['lifting', {}, true],
    ['admission', {}, false],
    ['admission', { grower: 'AZ-K-0002' }, true],
    ['admission', { grower: 'AZ-K-0002', season: '2025-26' }, false],
    ['requirement', {}, true],
    ['requirement', { countries: ['GE'] }, false],
    ['requirement', { products: ['MABSD'] }, false],
    ['requirement-for-all', {}, true],
    ['repeal', {}, true],
  ] as const)('by %s with %j: %s', (name, change, touched) => {
    expect(concerns(name, own, change)).toBe(touched);
  });

  it('is asked of a notice while a line that it announces is on its way, or is not held here', () => {
    const contents = [{ certificate: 'C', line: 1 }];
    const notice = certificate({ units: [{ contents }] }, { type: 'prior-notice' });
    const held = (state: string) => [{ ...certificate({ lines: [line()] }, { state }), time: '2026-11-01T00:00:00Z' }];
    expect(concerns('suspension', notice)).toBe(true);
    expect(concerns('suspension', notice, {}, held('recognised'))).toBe(true);
    expect(concerns('suspension', notice, { product: 'MABSD' }, held('recognised'))).toBe(false);
    expect(concerns('suspension', notice, {}, held('released'))).toBe(false);
  });

  it('is asked of lines that name no product', () => {
    expect(concerns('requirement', certificate({ lines: [{ sequence: 1 }] }))).toBe(true);
    expect(concerns('suspension', certificate({ lines: [{ sequence: 1 }] }))).toBe(false);
  });

  it('is nothing that went to another', () => {
    for (const name of ['suspension', 'requirement', 'lifting', 'repeal'])
      expect(concerns(name, certificate({ lines: [line()] }, { to: ['ge.nfa'] }))).toBe(false);
  });

  it('begins on its first day, or on the one after its last', () => {
    const begins = (name: string) => {
      const statement = statementOf(name);
      return typeOf(statement.type).impact?.begins?.(statement);
    };
    expect(begins('suspension')).toBeUndefined();
    expect(begins('suspension-of-country')).toBe(Date.UTC(2026, 11, 10));
    expect(begins('requirement')).toBe(Date.UTC(2026, 8, 15));
    expect(begins('repeal')).toBe(Date.UTC(2027, 2, 2));
  });

  it('names the admissions that it is about', () => {
    const row = (grower: string, product: string, exporter = az) => ({
      name: 'admission',
      key: [ru, exporter, grower, product, '2026-27'],
      value: { exporter, grower, product },
    });
    const view = massView({
      registers: [
        row('AZ-G-0017', 'LYPES'),
        row('AZ-G-0017', 'MABSD'),
        row('AZ-G-0018', 'LYPES'),
        row('G', 'LYPES', 'ge.nfa'),
      ],
    });
    const named = (name: string, change: Readonly<Record<string, Json>> = {}) => {
      const statement = statementOf(name, change);
      return typeOf(statement.type)
        .impact?.rows?.(statement, view)
        .map(({ key }) => `${key[2]} ${key[3]}`);
    };
    expect(named('suspension')).toEqual(['AZ-G-0017 LYPES']);
    expect(named('suspension-of-country')).toEqual(['AZ-G-0017 LYPES', 'AZ-G-0018 LYPES']);
    expect(named('lifting')).toEqual(['AZ-G-0017 LYPES']);
    expect(named('requirement')).toEqual(['AZ-G-0017 LYPES', 'AZ-G-0018 LYPES']);
    expect(named('requirement-for-all')).toHaveLength(4);
    expect(named('admission')).toEqual(['AZ-G-0017 LYPES']);
    expect(named('admission', { season: '2025-26' })).toEqual([]);
  });
});

describe('who asks', () => {
  it('what only the exporter and the issuer hold: they alone', () => {
    const asked = (name: string) => {
      const statement = statementOf(name);
      const askers = typeOf(statement.type).rules.map((rule) => rule.askedOf?.(statement));
      return new Set(askers.filter((list) => list !== undefined).map((list) => list.join()));
    };
    expect(asked('admission')).toEqual(new Set([az]));
    expect(asked('suspension')).toEqual(new Set([az]));
    expect(asked('lifting')).toEqual(new Set([az]));
    expect(asked('grower')).toEqual(new Set(['']));
    expect(asked('requirement')).toEqual(new Set(['']));
  });
});
