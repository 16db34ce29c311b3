import { isContainerNumber, isTaxNumber, isWagonNumber } from '../../../../kernel/check-digits.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { evenReference } from '../../../../kernel/reference.ts';
import type { Manifest, Means } from '../../claims/manifest.ts';
import { manifestOf } from '../../institutions.ts';
import { doubled, finding } from '../finding.ts';

/** Modes by which a means travels, also on board of another. */
const modesOf: Readonly<Record<Means['kind'], string>> = {
  wagon: '12',
  vehicle: '123',
  trailer: '123',
  container: '1234',
};

/** What has to be among the means: a trailer moves no goods without its lorry. */
const neededFor: Partial<Readonly<Record<Manifest['mode'], Means['kind']>>> = { '2': 'wagon', '3': 'vehicle' };

/** A plate has a digit and more than three characters. */
const isPlate = (number: string): boolean => /[0-9]/.test(number) && evenReference(number).length > 3;

function numberFinding({ kind, number }: Means, path: string): readonly Finding[] {
  if (kind === 'wagon') return isWagonNumber(number) ? [] : [finding('wagon-check-digit', 'warn', path, { number })];
  if (kind === 'container')
    return isContainerNumber(number) ? [] : [finding('container-number-check', 'warn', path, { number })];
  return isPlate(number) ? [] : [finding('plate-odd', 'warn', path, { number })];
}

export const means: Rule = {
  name: 'what carries the goods travels by the mode stated',
  check(statement) {
    const { mode, means: all, train } = manifestOf(statement);
    const found: Finding[] = all.flatMap((one, index) => {
      const path = `/means/${index}`;
      const other = modesOf[one.kind].includes(mode)
        ? []
        : [finding('means-other-mode', 'refuse', `${path}/kind`, { number: one.number })];
      return [...other, ...numberFinding(one, `${path}/number`)];
    });
    found.push(
      ...doubled(
        all,
        ({ number }) => evenReference(number),
        ({ number }, index) => finding('means-doubled', 'refuse', `/means/${index}/number`, { number }),
      ),
    );
    const needed = neededFor[mode];
    if (needed === 'vehicle' && !all.some(({ kind }) => kind === needed)) {
      found.push(finding('vehicle-missing', 'refuse', '/means'));
    }
    if (needed === 'wagon' && !all.some(({ kind }) => kind === needed)) {
      found.push(finding('wagon-missing', 'refuse', '/means'));
    }
    if (all.every(({ empty }) => empty === true)) found.push(finding('means-all-empty', 'refuse', '/means'));
    if (train !== undefined && mode !== '2') found.push(finding('train-other-mode', 'refuse', '/train'));
    if (train === undefined && mode === '2') found.push(finding('train-missing', 'warn', '/train'));
    return found;
  },
};

export const seals: Rule = {
  name: 'what carries goods is sealed, each seal once',
  check(statement) {
    const { means: all } = manifestOf(statement);
    const stated = all.flatMap((one, index) =>
      (one.seals ?? []).map((seal, at) => ({ number: seal.number, path: `/means/${index}/seals/${at}/number` })),
    );
    const twice = doubled(
      stated,
      ({ number }) => evenReference(number),
      ({ number, path }) => finding('seal-doubled', 'warn', path, { number }),
    );
    const unsealed = all.flatMap((one, index) => {
      const closed = one.kind === 'wagon' || one.kind === 'container';
      return closed && one.empty !== true && one.seals === undefined
        ? [finding('seal-unstated', 'warn', `/means/${index}`, { number: one.number })]
        : [];
    });
    const open = stated.length === 0 && unsealed.length === 0 ? [finding('seals-unstated', 'warn', '/means')] : [];
    return [...twice, ...unsealed, ...open];
  },
};

const parties = ['consignor', 'consignee', 'carrier', 'declarant'] as const;
const taxNumberLengths: Readonly<Record<string, readonly number[]>> = { AZ: [10], RU: [10, 12] };

/** Numbers of state registers have other lengths and are taken as they stand. */
export const taxNumbers: Rule = {
  name: 'tax numbers have their check digits',
  check(statement) {
    const manifest = manifestOf(statement);
    return parties.flatMap((role) => {
      const { id, country } = manifest[role] ?? {};
      if (id === undefined || country === undefined) return [];
      const isOne = taxNumberLengths[country]?.includes(id.length) ?? false;
      return isOne && !isTaxNumber(country, id)
        ? [finding('tax-number-check', 'warn', `/${role}/id`, { number: id })]
        : [];
    });
  },
};
