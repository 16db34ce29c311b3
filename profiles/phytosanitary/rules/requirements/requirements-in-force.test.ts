import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../claims/line.ts';
import type { Requirement } from '../../claims/requirement.ts';
import { requirementKey, requirementRegister } from '../../registers.ts';
import { massView } from '../../testing/mass-view.ts';
import {
  citationOf,
  productsOf,
  requirementNeeds,
  requirementsFor,
  requirementsInForce,
} from './requirements-in-force.ts';

const importer = 'ru.fsvps';
const any = '*';

function requirement(number: string, from: string, more: Partial<Requirement> = {}): Requirement {
  const said = [{ text: `Title ${number}`, language: 'en' }];
  return { number, titles: said, texts: said, legalAct: 'Act', from, obligations: [{ kind: 'grower-mark' }], ...more };
}

/** The rows that a requirement's record posts: one for each country and product. */
const rowsOf = (one: Requirement, owner = importer) =>
  (one.countries ?? [any]).flatMap((country) =>
    (one.products ?? [any]).map((product) => ({
      name: requirementRegister,
      key: requirementKey(owner, country, product, one.number, one.from),
      value: JSON.parse(JSON.stringify(one)),
    })),
  );

const viewOf = (...all: readonly Requirement[]) => massView({ registers: all.flatMap((one) => rowsOf(one)) });
const inForce = (all: readonly Requirement[], country: string, product: string | undefined, day: string) =>
  requirementsInForce(viewOf(...all), importer, country, product, day).map(({ number, from }) => `${number} ${from}`);

describe('requirements in force', () => {
  const old = requirement('R-1', '2026-01-01', { products: ['LYPES'] });
  const young = requirement('R-1', '2026-06-01', { products: ['LYPES'], to: '2026-08-31' });

  it('begin on their first day and give way to the next version on its first', () => {
    expect(inForce([old, young], 'AZ', 'LYPES', '2025-12-31')).toEqual([]);
    expect(inForce([old, young], 'AZ', 'LYPES', '2026-01-01')).toEqual(['R-1 2026-01-01']);
    expect(inForce([old, young], 'AZ', 'LYPES', '2026-05-31')).toEqual(['R-1 2026-01-01']);
    expect(inForce([old, young], 'AZ', 'LYPES', '2026-06-01')).toEqual(['R-1 2026-06-01']);
  });

  it('end after their last day, and no earlier version comes back', () => {
    expect(inForce([old, young], 'AZ', 'LYPES', '2026-08-31')).toEqual(['R-1 2026-06-01']);
    expect(inForce([old, young], 'AZ', 'LYPES', '2026-09-01')).toEqual([]);
  });

  it('are those of one institution alone', () => {
    const view = massView({ registers: rowsOf(old, 'kz.kazphyto') });
    expect(requirementsInForce(view, importer, 'AZ', 'LYPES', '2026-02-01')).toEqual([]);
  });

  it('of a line without a product are those for every product', () => {
    const general = requirement('R-2', '2026-01-01');
    expect(inForce([old, general], 'AZ', undefined, '2026-02-01')).toEqual(['R-2 2026-01-01']);
  });

  const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
  const subset = (all: readonly string[]) => fc.option(fc.subarray([...all], { minLength: 1 }), { nil: undefined });
  const countries = ['AZ', 'GE'];
  const products = ['LYPES', 'MABSD'];
  /** Versions of a number are for the same countries and products: a narrower one is refused before signing. */
  const family = fc.record({
    number: fc.constantFrom('R-1', 'R-2', 'R-3'),
    countries: subset(countries),
    products: subset(products),
    versions: fc.uniqueArray(fc.record({ from: fc.nat(3), to: fc.option(fc.nat(3), { nil: undefined }) }), {
      selector: ({ from }) => from,
      maxLength: 4,
    }),
  });
  const families = fc.uniqueArray(family, { selector: ({ number }) => number });

  it('are what a plain reading of the records gives', () => {
    fc.assert(
      fc.property(
        families,
        fc.nat(3),
        fc.constantFrom(...countries),
        fc.constantFrom(...products),
        (all, at, country, product) => {
          const day = days[at] as string;
          const records = all.flatMap(({ number, countries: of, products: for_, versions }) =>
            versions.map(({ from, to }) =>
              requirement(number, days[from] as string, {
                ...(of && { countries: of }),
                ...(for_ && { products: for_ }),
                ...(to !== undefined && { to: days[to] as string }),
              }),
            ),
          );
          const expected = ['R-1', 'R-2', 'R-3'].flatMap((number) => {
            const come = records.filter((one) => one.number === number && one.from <= day);
            const last = come.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
            if (last === undefined || (last.to !== undefined && last.to < day)) return [];
            const touches =
              (last.countries ?? [country]).includes(country) && (last.products ?? [product]).includes(product);
            return touches ? [`${number} ${last.from}`] : [];
          });
          expect(inForce(records, country, product, day)).toEqual(expected);
        },
      ),
    );
  });

  it('are found under the prefixes named beforehand', () => {
    fc.assert(
      fc.property(subset(countries), subset(products), (of, for_) => {
        const one = requirement('R-1', '2026-01-01', { ...(of && { countries: of }), ...(for_ && { products: for_ }) });
        const prefixes = requirementNeeds(importer, 'AZ', ['LYPES']).flatMap((need) =>
          'prefix' in need ? [need.prefix] : [],
        );
        const named = rowsOf(one).filter(({ key }) =>
          prefixes.some((prefix) => prefix.every((part, at) => key[at] === part)),
        );
        const found = inForce([one], 'AZ', 'LYPES', '2026-01-01');
        expect(named.length > 0).toBe(found.length > 0);
      }),
    );
  });
});

describe('requirements for lines', () => {
  const tomato: Line = { sequence: 1, eppoCodes: ['LYPES'] };
  const mixed: Line = {
    sequence: 2,
    eppoCodes: ['MABSD'],
    sources: [{ grower: 'G', product: 'LYPES', season: '2026', quantity: { value: '1', unit: 'KGM' } }],
  };
  const lines = [tomato, mixed].map((line, index) => ({ line, path: `/lines/${index}` }));

  it('go by the products of sources and by those the line states', () => {
    expect(productsOf(mixed)).toEqual(['LYPES', 'MABSD']);
    const all = [requirement('R-1', '2026-01-01', { products: ['MABSD'] }), requirement('R-2', '2026-01-01')];
    const asked = requirementsFor(viewOf(...all), importer, 'AZ', lines, '2026-02-01');
    const told = asked.map(({ requirement: { number }, lines: of }) => [
      number,
      of.map((one) => [one.path, one.products]),
    ]);
    expect(told).toEqual([
      [
        'R-2',
        [
          ['/lines/0', ['LYPES']],
          ['/lines/1', ['LYPES', 'MABSD']],
        ],
      ],
      ['R-1', [['/lines/1', ['MABSD']]]],
    ]);
  });

  it('are cited by number and own titles, each once and cut where they are long', () => {
    const titles = [{ text: 'Один', language: 'ru' }, { text: 'Bir' }, { text: 'Bir', language: 'az' }];
    expect(citationOf(requirement('R-9', '2026-01-01', { titles }))).toEqual({ number: 'R-9', text: 'Один / Bir' });
    const long = citationOf(requirement('R-9', '2026-01-01', { titles: [{ text: 'a'.repeat(500) }] }));
    expect(long.text).toBe(`${'a'.repeat(300)}…`);
  });
});
