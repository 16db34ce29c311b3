import { describe, expect, it } from 'vitest';
import {
  changed,
  line,
  oblige,
  only,
  refused,
  requirementRules as rules,
  source,
} from '../../testing/requirement-case.ts';
import { type Case, caseOf, requirementOf, stated } from '../../testing/vector-case.ts';
import { importRequirements } from './import-requirements.ts';
import { resultsHeld } from './laboratory-tests.ts';
import { notSuspended } from './suspensions.ts';

describe('a certificate under requirements', () => {
  it('that meets them has nothing against it', () => expect(changed(() => {})).toEqual([]));

  it('is asked only by its issuer and the importing institution', () => {
    const { statement } = stated(caseOf('requirements-met'));
    const wider = { ...statement, to: ['ru.customs', 'ru.fsvps', 'tr.gkgm'] };
    expect(importRequirements.askedOf?.(wider)).toEqual(['ru.customs']);
    expect(notSuspended.askedOf?.(statement)).toEqual(['ru.fsvps']);
    expect(resultsHeld.askedOf?.(statement)).toEqual([]);
  });

  it('is asked nothing before the first day, after the last and of other products', () => {
    const careless = (vector: Case) => {
      delete vector.claims.declarations;
      only(vector, 'declaration');
    };
    expect(changed(careless)).toHaveLength(2);
    expect(
      changed((vector) => {
        careless(vector);
        requirementOf(vector).from = '2026-11-19';
      }),
    ).toEqual([]);
    expect(
      changed((vector) => {
        careless(vector);
        requirementOf(vector).to = '2026-11-17';
      }),
    ).toEqual([]);
    expect(
      changed((vector) => {
        careless(vector);
        for (const one of vector.claims.lines) {
          one.eppoCodes = ['MABSD'];
          for (const of of one.sources ?? []) of.product = 'MABSD';
        }
      }),
    ).toEqual([]);
  });

  it('that reads other rows than it named is asked all the same', () => {
    const { statement, view } = stated(caseOf('requirements-met'));
    const named = rules.flatMap((rule) => rule.reads?.(statement) ?? []);
    const prefixes = named.flatMap((need) => ('prefix' in need ? [[need.register, ...need.prefix].join('/')] : []));
    const keys = named.flatMap((need) => ('key' in need ? [need.key.join('/')] : []));
    const records = named.flatMap((need) => ('record' in need ? [need.record] : []));
    const unnamed: string[] = [];
    const watch = {
      ...view,
      register: (name: string, key: readonly string[]) => {
        if (!keys.includes(key.join('/'))) unnamed.push(key.join('/'));
        return view.register(name, key);
      },
      list: (name: string, prefix: readonly string[]) => {
        if (!prefixes.includes([name, ...prefix].join('/'))) unnamed.push(prefix.join('/'));
        return view.list(name, prefix);
      },
      record: (id: string) => {
        if (!records.includes(id)) unnamed.push(id);
        return view.record(id);
      },
    };
    for (const rule of rules) rule.check(statement, watch);
    expect(unnamed).toEqual([]);
  });
});

describe('checkpoints', () => {
  const byMode = (mode: string) => (vector: Case) =>
    oblige(vector, { kind: 'checkpoints', codes: ['RUYKM', 'RUMOW'], mode });

  it('are those permitted for the mode', () => {
    const figures = { checkpoint: 'RUSMU', permitted: 'RUYKM, RUMOW' };
    expect(changed(byMode('2'))).toEqual([refused('checkpoint-not-permitted', '/entryPoint/code', figures)]);
    expect(changed(byMode('3'))).toEqual([]);
  });

  it('are left to the notice where several modes are named', () => {
    const found = changed((vector) => {
      byMode('2')(vector);
      vector.claims.conveyances?.push({ mode: '3', id: '10-XX-042' });
    });
    expect(found).toEqual([]);
  });

  it('need a code, which is told once', () => {
    expect(changed((vector) => delete vector.claims.entryPoint)).toEqual([
      refused('checkpoint-missing', '/entryPoint/code'),
    ]);
  });
});

describe('transport', () => {
  const container = 'CSQU3054383';
  const together = (vector: Case) => {
    only(vector, 'transport');
    for (const one of vector.claims.lines) one.containers = [{ number: container }];
  };

  it('keeps growers apart in a container', () => {
    const figures = { unit: container, growers: 'AZ-TM-014, AZ-TM-100' };
    expect(changed(together)).toEqual([refused('unit-growers-mixed', '/lines/0/containers/0/number', figures)]);
  });

  it('knows a container and a wagon however their numbers are written', () => {
    const spelt = changed((vector) => {
      together(vector);
      line(vector, 1).containers = [{ number: 'csqu 305438-3' }];
    });
    expect(spelt.map(({ code }) => code)).toEqual(['unit-growers-mixed']);
    const wagon = changed((vector) => {
      only(vector, 'transport');
      for (const one of vector.claims.lines) delete one.containers;
      vector.claims.conveyances = [{ mode: '2', id: '9186 0346' }];
    });
    expect(wagon.map(({ code }) => code)).toEqual(['unit-growers-mixed']);
  });

  it('keeps products apart in the one wagon', () => {
    const found = changed((vector) => {
      only(vector, 'transport');
      for (const one of vector.claims.lines) delete one.containers;
      line(vector, 1).eppoCodes = ['MABSD'];
      line(vector, 1).sources = [{ ...source(vector, 0), product: 'MABSD' }];
    });
    const figures = { unit: '91860346', products: 'LYPES, MABSD' };
    expect(found).toEqual([refused('unit-products-mixed', '/conveyances/0', figures)]);
  });

  it('asks nothing of another mode, nor where it is open what is in which', () => {
    expect(
      changed((vector) => {
        together(vector);
        vector.claims.conveyances = [{ mode: '3', id: '10-XX-042' }];
      }),
    ).toEqual([]);
    const open = (containers: { number: string }[]) =>
      changed((vector) => {
        only(vector, 'transport');
        for (const one of vector.claims.lines) delete one.containers;
        vector.claims.containers = containers;
      });
    expect(open([{ number: container }, { number: 'MSKU6011672' }])).toEqual([]);
    expect(open([{ number: container }]).map(({ path }) => path)).toEqual(['/containers/0/number']);
  });
});

describe('time limits', () => {
  it.each([
    ['09-01', '06-30', true],
    ['11-18', '11-18', true],
    ['11-19', '06-30', false],
    ['01-01', '11-17', false],
    ['12-01', '11-18', true],
    ['12-01', '11-17', false],
  ])('a season from %s to %s: %s', (from, to, open) => {
    const found = changed((vector) => oblige(vector, { kind: 'season-window', from, to }));
    expect(found).toEqual(open ? [] : [refused('season-closed', '/issued', { from, to, day: '2026-11-18' })]);
  });

  it('the last inspection of each line counts', () => {
    const dated = (...dates: string[]) =>
      changed((vector) => {
        line(vector, 1).inspectionDates = dates;
      });
    expect(dated('2026-11-01', '2026-11-13T10:00:00+04:00')).toEqual([]);
    expect(dated('2026-11-12')).toEqual([
      refused('inspection-too-old', '/lines/1/inspectionDates', { line: 2, date: '2026-11-12', age: 6, days: 5 }),
    ]);
    expect(changed((vector) => delete vector.claims.inspectionDates)).toEqual([
      refused('inspection-date-missing', '/inspectionDates', { line: 1 }),
      refused('inspection-date-missing', '/inspectionDates', { line: 2 }),
    ]);
  });
});
