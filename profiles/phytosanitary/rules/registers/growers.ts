import type { JsonObject } from '../../../../kernel/canonical.ts';
import { canonical } from '../../../../kernel/canonical.ts';
import { isTaxNumber } from '../../../../kernel/check-digits.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Key, Rule, Statement, View } from '../../../../kernel/profile.ts';
import type { Grower } from '../../claims/grower.ts';
import {
  type GrowerValue,
  growerKey,
  growerRegister,
  type TaxNumberValue,
  taxNumberKey,
  taxNumberRegister,
} from '../../registers.ts';
import { impossibleDays, listedTwice } from '../days.ts';
import { finding } from '../finding.ts';
import { notPositive } from '../goods.ts';

const growerOf = (statement: Statement): Grower => statement.claims as unknown as Grower;

export const isSite = ({ kind }: Pick<Grower, 'kind'>): boolean => kind !== 'grower' && kind !== 'cooperative';

const need = (key: Key) => ({ register: growerRegister, key });

/** Recipients need not hold the other registrations that these rules look at: the exporter answers for them. */
const issuerAlone = () => [];

export const growerParts: Rule = {
  name: 'a registration states what its kind asks for',
  check(statement) {
    const grower = growerOf(statement);
    const { taxNumber, operator, members, area, coordinates } = grower;
    const site = isSite(grower);
    const found: Finding[] = [...impossibleDays({ since: grower.since })];
    if (!site && taxNumber === undefined) found.push(finding('tax-number-missing', 'refuse', '/taxNumber'));
    if (taxNumber !== undefined && !isTaxNumber(taxNumber.country, taxNumber.value)) {
      found.push(finding('tax-number-wrong', 'refuse', '/taxNumber/value', taxNumber));
    }
    if (site && operator === undefined) found.push(finding('operator-missing', 'refuse', '/operator'));
    if (!site && operator !== undefined) found.push(finding('operator-not-asked', 'refuse', '/operator'));
    if (members !== undefined && grower.kind !== 'cooperative') {
      found.push(finding('members-not-asked', 'refuse', '/members'));
    }
    if (area !== undefined && Number(area) === 0) found.push(finding('area-zero', 'refuse', '/area'));
    for (const [name, most] of [
      ['latitude', 90],
      ['longitude', 180],
    ] as const) {
      const value = coordinates?.[name];
      if (value !== undefined && Math.abs(Number(value)) > most) {
        found.push(finding('coordinates-outside', 'refuse', `/coordinates/${name}`, { value }));
      }
    }
    return found;
  },
};

export const growerLists: Rule = {
  name: 'lists of a registration hold each entry once, and capacities of listed products',
  check(statement) {
    const { products, capacities, marks, packingHouses, members } = growerOf(statement);
    const found: Finding[] = [
      ...listedTwice(products, '/products'),
      ...listedTwice(marks, '/marks'),
      ...listedTwice(packingHouses, '/packingHouses'),
      ...listedTwice(members, '/members'),
    ];
    const seen = new Set<string>();
    for (const [index, { product, season, volume }] of (capacities ?? []).entries()) {
      const path = `/capacities/${index}`;
      if (!products?.includes(product)) {
        found.push(finding('capacity-other-product', 'refuse', `${path}/product`, { product }));
      }
      if (seen.has(`${product} ${season}`))
        found.push(finding('capacity-doubled', 'refuse', path, { product, season }));
      seen.add(`${product} ${season}`);
      found.push(...notPositive(volume, `${path}/volume`));
    }
    return found;
  },
};

const namedIn = ({ operator, members, packingHouses }: Grower): readonly string[] => [
  ...(operator === undefined ? [] : [operator]),
  ...(members ?? []),
  ...(packingHouses ?? []),
];

export const growerTies: Rule = {
  name: 'operators, members and packing houses are registered and active',
  askedOf: issuerAlone,
  reads: (statement) => namedIn(growerOf(statement)).map((id) => need(growerKey(statement.issuer, id))),
  check(statement, view) {
    const grower = growerOf(statement);
    // Who ceases keeps its ties, whatever has become of them.
    if (grower.status === 'ceased') return [];
    const active = (id: string): GrowerValue | undefined => {
      const value = registered(view, statement.issuer, id);
      return value?.status === 'active' ? value : undefined;
    };
    const found: Finding[] = [];
    const { operator } = grower;
    const worker = operator === undefined ? undefined : active(operator);
    if (operator !== undefined && (worker === undefined || isSite(worker))) {
      found.push(finding('operator-unknown', 'refuse', '/operator', { operator }));
    }
    for (const [index, member] of (grower.members ?? []).entries()) {
      if (active(member)?.kind === 'grower') continue;
      found.push(finding('member-unregistered', 'refuse', `/members/${index}`, { member }));
    }
    for (const [index, site] of (grower.packingHouses ?? []).entries()) {
      if (active(site)?.kind === 'packing-house') continue;
      found.push(finding('packing-house-unknown', 'refuse', `/packingHouses/${index}`, { site }));
    }
    return found;
  },
};

export const growerContinues: Rule = {
  name: 'a registration goes on from what is registered',
  askedOf: issuerAlone,
  reads: (statement) => [need(growerKey(statement.issuer, growerOf(statement).id))],
  check(statement, view) {
    const grower = growerOf(statement);
    const { id, kind, status } = grower;
    const before = registered(view, statement.issuer, id);
    if (before !== undefined && before.kind !== kind) {
      return [finding('kind-changed', 'refuse', '/kind', { id, kind: before.kind })];
    }
    if (status === 'active') return [];
    if (before === undefined) return [finding('ceasing-unregistered', 'refuse', '/status', { id })];
    if (before.status === 'ceased') return [finding('ceasing-again', 'refuse', '/status', { id })];
    return changedParts(before, grower).map((part) => finding('ceasing-changes', 'refuse', `/${part}`, { part }));
  },
};

function changedParts(before: GrowerValue, grower: Grower): readonly string[] {
  const { status: _, ...was } = before as unknown as JsonObject;
  const { status: __, ...is } = grower as unknown as JsonObject;
  const parts = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...parts].filter((part) => canonical(was[part] ?? null) !== canonical(is[part] ?? null)).sort();
}

/** One tax number stands for one grower or cooperative: two would have two season balances. */
export const taxNumberUnused: Rule = {
  name: 'the tax number is not that of another grower',
  askedOf: issuerAlone,
  reads(statement) {
    const { taxNumber } = growerOf(statement);
    if (taxNumber === undefined || isSite(growerOf(statement))) return [];
    return [{ register: taxNumberRegister, key: taxNumberKey(statement.issuer, taxNumber) }];
  },
  check(statement, view) {
    const grower = growerOf(statement);
    const { taxNumber, id, status } = grower;
    if (taxNumber === undefined || isSite(grower) || status === 'ceased') return [];
    const key = taxNumberKey(statement.issuer, taxNumber);
    const taken = view.register(taxNumberRegister, key) as unknown as TaxNumberValue | undefined;
    if (taken === undefined || taken.grower === id) return [];
    const other = registered(view, statement.issuer, taken.grower);
    const still = other?.taxNumber?.value === taxNumber.value && other.taxNumber.country === taxNumber.country;
    if (other?.status !== 'active' || !still) return [];
    const detail = { value: taxNumber.value, grower: taken.grower };
    return [finding('tax-number-used', 'refuse', '/taxNumber/value', detail)];
  },
};

export function registered(view: View, exporter: string, id: string): GrowerValue | undefined {
  return view.register(growerRegister, growerKey(exporter, id)) as unknown as GrowerValue | undefined;
}
