import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../kernel/finding.ts';
import type { Source } from '../claims/line.ts';
import {
  admissionOf,
  asked,
  type Case,
  caseOf,
  growerOf,
  requirementOf,
  resultOf,
  stated,
  suspend,
} from '../testing/vector-case.ts';
import { importRequirements } from './import-requirements.ts';
import { resultsHeld } from './laboratory-tests.ts';
import { productStated } from './product-unstated.ts';
import { notSuspended } from './suspensions.ts';

const rules = [productStated, notSuspended, importRequirements, resultsHeld];
const requirement = { number: 'RU-2026-LYPES', text: 'Ввоз томатов / Pomidorun idxalı' };

/** Findings of the certificate that meets everything, once one thing of it is changed. */
function changed(change: (vector: Case) => void): readonly Finding[] {
  const vector = caseOf('requirements-met');
  change(vector);
  return asked(rules, vector);
}
const refused = (code: string, path: string, figures: Finding['detail'] = {}): Finding => ({
  code,
  severity: 'refuse',
  path,
  detail: { ...figures, ...requirement },
});
const line = (vector: Case, index: number) => vector.claims.lines[index] as Case['claims']['lines'][number];
const source = (vector: Case, index: number) => line(vector, index).sources?.[0] as Source;
const obligations = (vector: Case) => requirementOf(vector).obligations;
const only = (vector: Case, kind: string) => {
  const kept = obligations(vector).filter((one) => one.kind === kind);
  obligations(vector).splice(0, Infinity, ...kept);
};

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

describe('admitted growers', () => {
  it('are named for each product that the requirement is for', () => {
    const found = changed((vector) => {
      only(vector, 'admitted-grower');
      delete line(vector, 0).sources;
    });
    expect(found).toEqual([refused('grower-missing', '/lines/0/sources', { line: 1 })]);
    const other = changed((vector) => {
      only(vector, 'admitted-grower');
      source(vector, 0).product = 'MABSD';
    });
    expect(other).toEqual([refused('grower-missing', '/lines/0/sources', { line: 1 })]);
  });

  it.each([
    ['2026-10-01', '2026-11-18', []],
    ['2026-11-18', '2027-06-30', []],
    ['2026-11-19', '2027-06-30', ['admission-not-yet']],
    ['2026-10-01', '2026-11-17', ['admission-ended']],
  ])('are admitted from %s to %s', (from, to, codes) => {
    const found = changed((vector) => Object.assign(admissionOf(vector, 'AZ-TM-014'), { from, to }));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('are told with the window that has not come or has passed', () => {
    const about = { grower: 'AZ-TM-014', product: 'LYPES', season: '2026-27' };
    expect(changed((vector) => Object.assign(admissionOf(vector, 'AZ-TM-014'), { from: '2026-11-19' }))).toEqual([
      refused('admission-not-yet', '/lines/0/sources/0/grower', { ...about, from: '2026-11-19' }),
    ]);
    expect(changed((vector) => Object.assign(admissionOf(vector, 'AZ-TM-014'), { to: '2026-11-17' }))).toEqual([
      refused('admission-ended', '/lines/0/sources/0/grower', { ...about, to: '2026-11-17' }),
    ]);
  });

  it('bring their goods through the checkpoints of their admission', () => {
    const found = changed((vector) => Object.assign(vector.claims.entryPoint ?? {}, { code: 'RUYKM' }));
    const figures = { grower: 'AZ-TM-014', product: 'LYPES', checkpoint: 'RUYKM', permitted: 'RUSMU' };
    expect(found).toEqual([refused('checkpoint-not-admitted', '/entryPoint/code', figures)]);
  });

  it('name the member of a cooperative, and sites that are worked by them', () => {
    expect(changed((vector) => delete source(vector, 1).member)).toContainEqual(
      refused('member-missing', '/lines/1/sources/0/member', { grower: 'AZ-TM-100' }),
    );
    expect(changed((vector) => Object.assign(source(vector, 1), { site: 'AZ-TM-014-1' }))).toContainEqual(
      refused('site-of-another', '/lines/1/sources/0/site', {
        site: 'AZ-TM-014-1',
        operator: 'AZ-TM-014',
        grower: 'AZ-TM-100',
      }),
    );
  });
});

describe('suspensions', () => {
  const suspension = { grower: 'AZ-TM-014', product: 'LYPES', pest: 'TOBRFV', since: '2026-11-17T10:00:00.000Z' };
  const said = { line: 1, grower: 'AZ-TM-014', product: 'LYPES', pest: 'TOBRFV', since: '2026-11-17' };
  const finding = (code: string, path: string, detail: Finding['detail']): Finding => ({
    code,
    severity: 'refuse',
    path,
    ...(detail && { detail }),
  });

  it('name whom, what, for which pest, since when and on what ground', () => {
    const grounds = { legalAct: 'Act 5', case: 'c3'.repeat(32), until: '2026-12-01', review: '2026-11-25' };
    const found = changed((vector) => suspend(vector, { ...suspension, ...grounds }));
    const { legalAct: act, ...rest } = grounds;
    expect(found).toEqual([finding('grower-suspended', '/lines/0/sources/0', { ...said, ...rest, act })]);
  });

  it.each<[string, Record<string, string>, number]>([
    ['from the instant it was signed', { since: '2026-11-18T06:00:00.000Z' }, 1],
    ['not before it was signed', { since: '2026-11-18T06:00:00.001Z' }, 0],
    ['not before the day it names', { from: '2026-11-19' }, 0],
    ['from the day it names', { from: '2026-11-18' }, 1],
    ['until the end of its last day', { until: '2026-11-18' }, 1],
    ['not after its last day', { until: '2026-11-17' }, 0],
    ['until it is lifted', { lifted: '2026-11-18T06:00:00.001Z' }, 1],
    ['not from its lifting on', { lifted: '2026-11-18T06:00:00.000Z' }, 0],
    ['not for another product', { product: 'MABSD' }, 0],
    ['not for another grower', { grower: 'AZ-TM-015' }, 0],
  ])('bind %s', (_, more, count) => {
    expect(changed((vector) => suspend(vector, { ...suspension, ...more }))).toHaveLength(count);
  });

  it('reach a member, a site and a packing house', () => {
    for (const grower of ['AZ-TM-014-1', 'AZ-PH-003', 'AZ-TM-101']) {
      const path = `/lines/${grower === 'AZ-TM-101' ? 1 : 0}/sources/0`;
      const found = changed((vector) => suspend(vector, { grower, since: suspension.since }));
      expect(found.map((one) => [one.code, one.path])).toEqual([['grower-suspended', path]]);
    }
  });

  it('of the whole country touch each line, also one that names no grower', () => {
    const found = changed((vector) => {
      vector.view.registers.shift();
      delete line(vector, 0).sources;
      suspend(vector, { product: 'LYPES', since: suspension.since, legalAct: 'Act 6', until: '2026-12-01' });
    });
    const detail = { product: 'LYPES', since: '2026-11-17', until: '2026-12-01', act: 'Act 6' };
    expect(found).toEqual([
      finding('country-suspended', '/lines/0', { line: 1, ...detail }),
      finding('country-suspended', '/lines/1', { line: 2, ...detail }),
    ]);
  });

  it('cannot be evaded by leaving the product out', () => {
    const unnamed = (vector: Case) => {
      vector.view.registers.shift();
      delete line(vector, 0).sources;
      delete line(vector, 0).eppoCodes;
    };
    expect(changed(unnamed)).toEqual([]);
    const found = changed((vector) => {
      unnamed(vector);
      suspend(vector, { product: 'MABSD', since: suspension.since });
    });
    expect(found).toEqual([finding('product-unstated', '/lines/0/eppoCodes', { line: 1 })]);
  });
});

describe('declarations and marks', () => {
  it('stand for the certificate or for each line', () => {
    const [wording] = caseOf('requirements-met').claims.declarations ?? [];
    const found = changed((vector) => {
      delete vector.claims.declarations;
      line(vector, 1).declarations = [{ text: wording?.text ?? '' }];
    });
    expect(found.map(({ code, path }) => [code, path])).toEqual([['declaration-missing', '/lines/0/declarations']]);
    expect(found[0]?.detail).toMatchObject({ line: 1, ...requirement });
    expect(String(found[0]?.detail?.['wording'])).toContain(wording?.text);
  });

  it('of a grower are on packages, or its id is', () => {
    const marked = (mark: string) =>
      changed((vector) => {
        for (const one of line(vector, 0).packages ?? []) one.marks = [mark];
      });
    expect(marked('AZ-TM-014')).toEqual([]);
    expect(marked('NI-15')).toEqual([
      refused('grower-mark-missing', '/lines/0/packages', { line: 1, grower: 'AZ-TM-014' }),
    ]);
    expect(
      changed((vector) => {
        delete line(vector, 0).packages;
        vector.claims.marks = [{ text: 'NI-14' }];
      }),
    ).toEqual([]);
  });
});

describe('laboratory tests', () => {
  it.each([
    ['2026-11-04', []],
    ['2026-11-03', ['laboratory-result-too-old']],
  ])('ended on %s: %j', (ended, codes) => {
    const found = changed((vector) => Object.assign(resultOf(vector, 0), { ended }));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('tell their age', () => {
    const found = changed((vector) => Object.assign(resultOf(vector, 0), { ended: '2026-11-03T23:00:00Z' }));
    const figures = { protocol: 'AZ-LAB-201', date: '2026-11-03', age: 15, days: 14 };
    expect(found).toEqual([refused('laboratory-result-too-old', '/lines/0/laboratoryResults/0', figures)]);
  });

  it('cover every pest and every grower of the line', () => {
    const inconclusive = changed((vector) => {
      const test = resultOf(vector, 0).tests[1];
      if (test) test.result = 'inconclusive';
    });
    const untested = { line: 1, grower: 'AZ-TM-014', pests: 'GNORAB' };
    expect(inconclusive).toEqual([refused('laboratory-pest-untested', '/lines/0/laboratoryResults', untested)]);
    const two = changed((vector) => {
      line(vector, 0).sources?.push({ ...source(vector, 1) });
      obligations(vector).splice(0, Infinity, { kind: 'laboratory-test', pests: ['TOBRFV'] });
    });
    const second = { line: 1, grower: 'AZ-TM-100', pests: 'TOBRFV' };
    expect(two).toEqual([refused('laboratory-pest-untested', '/lines/0/laboratoryResults', second)]);
    const shared = changed((vector) => {
      line(vector, 0).sources?.push({ ...source(vector, 1) });
      line(vector, 0).laboratoryResults?.push('b2'.repeat(32));
      obligations(vector).splice(0, Infinity, { kind: 'laboratory-test', pests: ['TOBRFV'] });
    });
    expect(shared).toEqual([]);
  });

  it('do not count for another product, and count for the whole lot where no grower is named', () => {
    expect(
      changed((vector) => Object.assign(resultOf(vector, 0).lot, { product: 'MABSD' })).map(({ code }) => code),
    ).toEqual(['laboratory-pest-untested']);
    expect(changed((vector) => delete resultOf(vector, 0).lot.grower)).toEqual([]);
  });

  it('that found the pest refuse, whatever else was found', () => {
    const found = changed((vector) => {
      resultOf(vector, 0).tests.push({ pest: 'TOBRFV', method: 'PCR', result: 'detected' });
    });
    const figures = { protocol: 'AZ-LAB-201', pest: 'TOBRFV' };
    expect(found).toEqual([refused('laboratory-pest-detected', '/lines/0/laboratoryResults/0', figures)]);
  });

  it('that are annulled neither clear nor detect, and may stand beside a valid one', () => {
    const annulled = changed((vector) => {
      Object.assign(vector.view.records[0] ?? {}, { state: 'annulled' });
      const test = resultOf(vector, 0).tests[0];
      if (test) test.result = 'detected';
    });
    expect(annulled.map(({ code }) => code)).toEqual(['laboratory-result-annulled', 'laboratory-pest-untested']);
    const beside = changed((vector) => {
      Object.assign(resultOf(vector, 1).lot, { grower: 'AZ-TM-014' });
      Object.assign(vector.view.records[0] ?? {}, { state: 'annulled' });
      line(vector, 0).laboratoryResults?.push('b2'.repeat(32));
      vector.claims.lines.splice(1);
    });
    expect(beside).toEqual([]);
  });

  it('that are not here yet only warn on arrival, and refuse before signing', () => {
    const missing = (vector: Case) => {
      line(vector, 0).laboratoryResults = ['d4'.repeat(32)];
    };
    const at = '/lines/0/laboratoryResults/0';
    const vector = caseOf('requirements-met');
    missing(vector);
    expect(asked([importRequirements], vector)).toEqual([
      { ...refused('laboratory-result-awaited', at, { record: 'd4'.repeat(32) }), severity: 'warn' },
    ]);
    expect(asked([resultsHeld], vector)).toEqual([
      refused('laboratory-result-not-held', at, { record: 'd4'.repeat(32), institution: 'az.afsa' }),
    ]);
  });

  it('must go to the importing institution too', () => {
    const found = changed((vector) => vector.view.records[0]?.to.splice(0, 1, 'az.dgk'));
    const figures = { record: 'a1'.repeat(32), institution: 'ru.fsvps' };
    expect(found).toEqual([refused('laboratory-result-not-held', '/lines/0/laboratoryResults/0', figures)]);
  });
});

describe('checkpoints', () => {
  const byMode = (mode: string) => (vector: Case) =>
    obligations(vector).splice(0, Infinity, { kind: 'checkpoints', codes: ['RUYKM', 'RUMOW'], mode });

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
    const found = changed((vector) => obligations(vector).splice(0, Infinity, { kind: 'season-window', from, to }));
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

describe('registrations', () => {
  it('are looked at on the day', () => {
    const found = changed((vector) => Object.assign(growerOf(vector, 'AZ-TM-101'), { since: '2026-11-19' }));
    expect(found).toEqual([refused('grower-unregistered', '/lines/1/sources/0/member', { grower: 'AZ-TM-101' })]);
  });
});
