import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Obligation } from '../../claims/requirement.ts';
import { asked, type Case, caseOf, growerOf, requirementOf, stated, suspend } from '../../testing/vector-case.ts';
import { originControl } from './control.ts';

type Control = Extract<Obligation, { kind: 'origin-control' }>;

const own = 'AZ-TM-014';
const other = 'AZ-TM-022';
const at = '/lines/0/sources/0';
const requirement = { number: 'RU-2026-LYPES', text: 'Ввоз томатов / Pomidorun idxalı' };
const about = { grower: own, product: 'LYPES' };

/** Signals of the certificate that gives them all, once one thing of it is changed. */
function changed(change: (vector: Case) => void): readonly Finding[] {
  const vector = caseOf('origin-signals');
  change(vector);
  return asked([originControl], vector);
}
const signal = (code: string, path: string, figures: Finding['detail']): Finding => ({
  code,
  severity: 'warn',
  path,
  detail: { ...figures, ...requirement },
});
const control = (vector: Case) => requirementOf(vector).obligations[0] as Control;
const limit = (limits: Partial<Control>) => (vector: Case) => Object.assign(control(vector), limits);
const coded = (code: string, change: (vector: Case) => void) => changed(change).filter((one) => one.code === code);

/** Kilograms that a ledger holds; a week that has no account gets one. */
function put(vector: Case, ledger: string, grower: string, part: string, kilograms: string): void {
  const { accounts } = vector.view;
  const key = ['az.afsa', 'ru.fsvps', grower, 'LYPES', part];
  const kept = accounts.filter((one) => one.ledger !== ledger || one.key.join() !== key.join());
  const shipped = { credited: kilograms, debited: '0', byMovement: { shipped: kilograms } };
  const certified = { credited: '5000000', debited: kilograms, byMovement: { certified: kilograms } };
  accounts.splice(0, Infinity, ...kept, { ledger, key, ...(ledger === 'weekly' ? shipped : certified) });
}

describe('signals of origin', () => {
  it('have their figures', () => {
    const season = { ...about, season: '2026-27', certified: '2007' };
    const week = { ...about, week: '2026-W47', shipped: '108' };
    expect(changed(() => {})).toEqual([
      signal('vehicle-twice', '/conveyances/0/id', {
        vehicle: '91860346',
        certificate: 'AZ-PC-2026-229990',
        day: '2026-11-15',
        days: 3,
        limit: 4,
      }),
      signal('wagon-two-growers', '/lines/0/containers/0/number', {
        unit: 'CSQU3054383',
        growers: 'AZ-TM-014, AZ-TM-100',
      }),
      signal('origin-over-capacity', at, { ...season, capacity: '2000' }),
      signal('origin-over-yield', at, { ...season, area: '12.5', reached: '160.56', limit: '150' }),
      signal('origin-week-share', at, { ...week, capacity: '2000', share: '5.4', limit: 4 }),
      signal('origin-week-rise', at, { ...week, mean: '36', weeks: 4, rise: '200', limit: 60 }),
      signal('origin-after-suspension', at, {
        ...about,
        ...{ other, day: '2026-11-12', weeks: 1 },
        ...{ before: '36', after: '108', theirs: '40', limit: 60, shared: 'AZ-PH-003' },
      }),
    ]);
  });

  it('are not given where no requirement asks for them', () => {
    expect(changed((vector) => vector.view.registers.shift())).toEqual([]);
    const codes = changed((vector) => {
      requirementOf(vector).obligations = [{ kind: 'origin-control' }];
    }).map(({ code }) => code);
    expect(codes).toEqual(['wagon-two-growers', 'origin-over-capacity']);
  });

  it('refuse nothing and are asked only by the issuer and the importing institution', () => {
    expect(changed(() => {}).map(({ severity }) => severity)).not.toContain('refuse');
    expect(originControl.askedOf?.(stated(caseOf('origin-signals')).statement)).toEqual(['ru.fsvps']);
  });
});

describe('a season', () => {
  it('may reach the declared capacity', () => {
    expect(coded('origin-over-capacity', (vector) => put(vector, 'season-balance', own, '2026-27', '1982000'))).toEqual(
      [],
    );
    const over = coded('origin-over-capacity', (vector) =>
      put(vector, 'season-balance', own, '2026-27', '1982000.000001'),
    );
    expect(over[0]?.detail).toMatchObject({ certified: '2000.000000001', capacity: '2000' });
  });

  it('may reach the credible yield', () => {
    const certified = (kilograms: string) => (vector: Case) => put(vector, 'season-balance', own, '2026-27', kilograms);
    expect(coded('origin-over-yield', certified('1857000'))).toEqual([]);
    expect(coded('origin-over-yield', certified('1857000.000001'))).toHaveLength(1);
  });

  it('is that of its members where a cooperative declares nothing', () => {
    const of = (vector: Case) => {
      delete growerOf(vector, 'AZ-TM-100').capacities;
      growerOf(vector, 'AZ-TM-101').capacities = [
        { product: 'LYPES', season: '2026-27', volume: { value: '117', unit: 'TNE' } },
      ];
    };
    const figures = { grower: 'AZ-TM-100', product: 'LYPES', season: '2026-27', certified: '118', capacity: '117' };
    expect(coded('origin-over-capacity', of)).toContainEqual(
      signal('origin-over-capacity', '/lines/1/sources/0', figures),
    );
  });

  it('without a declared capacity or area is not judged', () => {
    const codes = changed((vector) => {
      delete growerOf(vector, own).capacities;
      delete growerOf(vector, own).area;
    }).map(({ code }) => code);
    expect(codes).toEqual(['vehicle-twice', 'wagon-two-growers', 'origin-week-rise', 'origin-after-suspension']);
  });

  it('counts a replaced certificate once', () => {
    const replacing = (vector: Case) => {
      vector.subject = {
        ...{ id: 'f6'.repeat(32), type: 'certificate', issuer: 'az.afsa', to: ['ru.fsvps'], state: 'issued' },
        time: '2026-11-17T06:00:00Z',
        claims: { ...JSON.parse(JSON.stringify(vector.claims)), number: 'AZ-PC-2026-229990' },
      };
    };
    expect(changed(replacing).map(({ code, detail }) => [code, detail?.['certified'] ?? detail?.['shipped']])).toEqual([
      ['wagon-two-growers', undefined],
      ['origin-over-yield', '1989'],
      ['origin-week-share', '90'],
      ['origin-week-rise', '90'],
      ['origin-after-suspension', undefined],
    ]);
  });
});

describe('a week', () => {
  it.each([
    [5, 1],
    [6, 0],
  ])('may bring %i per cent of the capacity: %i signals', (weekShare, count) => {
    expect(coded('origin-week-share', limit({ weekShare }))).toHaveLength(count);
  });

  it.each([
    [199, 1],
    [200, 0],
  ])('may exceed the mean by %i per cent: %i signals', (rise, count) => {
    expect(coded('origin-week-rise', limit({ rise }))).toHaveLength(count);
  });

  it('is compared with weeks that had shipments, of which there must be two', () => {
    const without = (...weeks: number[]) =>
      coded('origin-week-rise', (vector) => {
        for (const week of weeks) put(vector, 'weekly', own, `2026-W${week}`, '0');
      }).map(({ detail }) => [detail?.['mean'], detail?.['weeks']]);
    expect(without(43, 44)).toEqual([['36', 2]]);
    expect(without(43, 44, 45)).toEqual([]);
  });
});

describe('after a suspension', () => {
  const code = 'origin-after-suspension';
  const suspension = { grower: other, product: 'LYPES', pest: 'TOBRFV' };
  const since = (day: string, more: { lifted?: string; product?: string } = {}) =>
    coded(code, (vector) => {
      vector.view.registers.pop();
      for (const week of [36, 37, 38, 39, 40, 41]) put(vector, 'weekly', other, `2026-W${week}`, '40000');
      suspend(vector, { ...suspension, since: `${day}T10:00:00Z`, ...more });
    }).map(({ detail }) => [detail?.['weeks'], detail?.['before'], detail?.['after'], detail?.['theirs']]);

  it('the weeks after its week are compared with the four before it', () => {
    expect(since('2026-11-12')).toEqual([[1, '36', '108', '40']]);
    // Week 41 was empty; weeks 46 and 47 hold 36 and 108 t.
    expect(since('2026-11-05')).toEqual([[2, '27', '72', '40']]);
    // Before week 41 the grower shipped nothing; since then 36, 36, 36, 36, 36 and 108 t.
    expect(since('2026-10-08')).toEqual([[6, '0', '48', '40']]);
  });

  it('of this week or too long ago nothing is told', () => {
    expect(since('2026-11-16')).toEqual([]);
    expect(since('2026-10-02')).toEqual([]);
  });

  it('that is lifted, or of another product, nothing is told', () => {
    expect(since('2026-11-12', { lifted: '2026-11-17T10:00:00Z' })).toEqual([]);
    expect(since('2026-11-12', { product: 'MABSD' })).toEqual([]);
  });

  it('at least the rise and half of the other’s volume is needed', () => {
    expect(coded(code, limit({ rise: 200 }))).toHaveLength(1);
    expect(coded(code, limit({ rise: 201 }))).toEqual([]);
    const theirs = (kilograms: string) =>
      coded(code, (vector) => {
        for (const week of [42, 43, 44, 45]) put(vector, 'weekly', other, `2026-W${week}`, kilograms);
      });
    expect(theirs('144000')).toHaveLength(1);
    expect(theirs('144000.000001')).toEqual([]);
    expect(theirs('0')).toEqual([]);
  });

  it('more than one load more than before is needed', () => {
    const week = (kilograms: string) =>
      coded(code, (vector) => {
        limit({ rise: 20 })(vector);
        put(vector, 'weekly', own, '2026-W47', kilograms);
        for (const one of [42, 43, 44, 45]) put(vector, 'weekly', other, `2026-W${one}`, '30000');
      });
    expect(week('36000.000001').map(({ detail }) => detail?.['after'])).toEqual(['54.000000001']);
    expect(week('36000')).toEqual([]);
  });

  it('what both growers have in common is told, or left out', () => {
    const shared = (change: (vector: Case) => void) => coded(code, change).map(({ detail }) => detail?.['shared']);
    const apart = (vector: Case) => delete growerOf(vector, other).packingHouses;
    expect(shared(apart)).toEqual([undefined]);
    expect(
      shared((vector) => {
        apart(vector);
        growerOf(vector, other).address = 'Nümunə küçəsi 5, Şəmkir';
      }),
    ).toEqual(['Nümunə küçəsi 5, Şəmkir']);
    expect(
      shared((vector) => {
        apart(vector);
        growerOf(vector, 'AZ-TM-014-1').operator = other;
      }),
    ).toEqual(['AZ-TM-014-1']);
    expect(
      shared((vector) => {
        apart(vector);
        growerOf(vector, other).members = [own];
      }),
    ).toEqual([other]);
  });
});

describe('vehicles', () => {
  const last = (vector: Case, day: string, certificate = 'AZ-PC-2026-229990') => {
    const row = vector.view.registers.find(({ name }) => name === 'conveyance');
    if (row) Object.assign(row, { key: [...row.key.slice(0, 2), day], value: { certificate } });
  };
  const twice = (change: (vector: Case) => void) => coded('vehicle-twice', change).length;

  it.each([
    ['2026-11-18', 1],
    ['2026-11-15', 1],
    ['2026-11-14', 0],
  ])('last seen on %s: %i signals', (day, count) => expect(twice((vector) => last(vector, day))).toBe(count));

  it('that carry many consignments at once are not expected to carry one', () => {
    expect(twice((vector) => Object.assign(vector.claims.conveyances?.[0] ?? {}, { mode: '1' }))).toBe(0);
    expect(twice((vector) => Object.assign(vector.claims.conveyances?.[0] ?? {}, { mode: '3' }))).toBe(1);
    const train = (vector: Case) => {
      vector.claims.conveyances = [{ mode: '2', id: '2201' }];
      for (const row of vector.view.registers) if (row.name === 'conveyance') row.key[1] = '2201';
    };
    expect(twice(train)).toBe(0);
  });

  it('include containers, and are told once', () => {
    const row = (vector: Case) => {
      const value = { certificate: 'AZ-PC-2026-229991' };
      vector.view.registers.push({ name: 'conveyance', key: ['az.afsa', 'CSQU3054383', '2026-11-16'], value });
    };
    expect(coded('vehicle-twice', row).map(({ path }) => path)).toEqual([
      '/conveyances/0/id',
      '/lines/0/containers/0/number',
    ]);
  });

  it('by road, and trains, may bring the goods of two growers, a wagon not', () => {
    const loose = (mode: string, id: string) => (vector: Case) => {
      for (const one of vector.claims.lines) delete one.containers;
      vector.claims.conveyances = [{ mode, id }];
    };
    expect(coded('wagon-two-growers', loose('3', '10-XX-042'))).toEqual([]);
    expect(coded('wagon-two-growers', loose('2', '2201'))).toEqual([]);
    const figures = { unit: '91860346', growers: 'AZ-TM-014, AZ-TM-100' };
    expect(coded('wagon-two-growers', loose('2', '91860346'))).toEqual([
      signal('wagon-two-growers', '/conveyances/0', figures),
    ]);
  });
});
