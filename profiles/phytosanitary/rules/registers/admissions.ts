import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { formatDecimal } from '../../../../kernel/state/quantity.ts';
import { hasCeased, suspensionNeeds, suspensionsOn } from '../../admitted.ts';
import { balanceKey, balanceLedger } from '../../balance.ts';
import type { Admission } from '../../claims/admission.ts';
import { dayOf } from '../../day.ts';
import { massScale, toGoodsMass } from '../../mass.ts';
import { type GrowerValue, growerKey, growerRegister } from '../../registers.ts';
import { isSeason } from '../certificate/sources.ts';
import { impossibleDays, listedTwice, reversedDays } from '../days.ts';
import { finding } from '../finding.ts';
import { notPositive } from '../goods.ts';
import { checkpointsAbroad, exporterAlone } from './exporter.ts';
import { isSite, registered } from './growers.ts';

const admissionOf = (statement: Statement): Admission => statement.claims as unknown as Admission;

/** Amounts are 10^-6 kg; sentences tell tonnes. */
export const tonnes = (mass: bigint): string => formatDecimal(mass, massScale + 3);

export const admissionParts: Rule = {
  name: 'an admission has days in order and an exact volume',
  check(statement) {
    const { from, to, volume, checkpoints, season } = admissionOf(statement);
    return [
      ...(isSeason(season) ? [] : [finding('season-impossible', 'refuse', '/season', { season })]),
      ...impossibleDays({ from, to }),
      ...reversedDays(from, to, '/to'),
      ...notPositive(volume, '/volume'),
      ...listedTwice(checkpoints, '/checkpoints'),
      ...checkpointsAbroad(checkpoints, statement.issuer, '/checkpoints'),
    ];
  },
};

const growerNeed = (statement: Statement) => {
  const { exporter, grower } = admissionOf(statement);
  return [{ register: growerRegister, key: growerKey(exporter, grower) }];
};

export const growerAdmissible: Rule = {
  name: 'who is admitted is registered with the product and has not ceased',
  askedOf: exporterAlone,
  reads: growerNeed,
  check(statement, view) {
    const { exporter, grower, product } = admissionOf(statement);
    const value = registered(view, exporter, grower);
    if (value === undefined) return [finding('grower-unknown', 'refuse', '/grower', { exporter, grower })];
    if (hasCeased(value, statement.time)) return [finding('grower-not-active', 'refuse', '/grower', { grower })];
    if (isSite(value)) return [finding('grower-is-site', 'refuse', '/grower', { grower })];
    if (value.products?.includes(product)) return [];
    return [finding('product-not-grown', 'refuse', '/product', { grower, product })];
  },
};

export const withinCapacity: Rule = {
  name: 'the volume is within the declared capacity',
  askedOf: exporterAlone,
  reads: growerNeed,
  check(statement, view) {
    const { exporter, grower, product, season, volume } = admissionOf(statement);
    const value = registered(view, exporter, grower);
    const admitted = toGoodsMass(volume);
    if (value === undefined || admitted instanceof Refusal) return [];
    const capacity = capacityOf(view, exporter, value, product, season);
    if (capacity === undefined) {
      return [finding('capacity-undeclared', 'warn', '/volume', { grower, product, season })];
    }
    if (admitted <= capacity) return [];
    const figures = { volume: tonnes(admitted), capacity: tonnes(capacity) };
    return [finding('volume-over-capacity', 'warn', '/volume', figures)];
  },
};

/** What is declared for the season; of a cooperative that declares nothing itself, what its members declare. */
export function capacityOf(
  view: View,
  exporter: string,
  grower: GrowerValue,
  product: string,
  season: string,
): bigint | undefined {
  const own = grower.capacities?.find((one) => one.product === product && one.season === season);
  if (own !== undefined) {
    const mass = toGoodsMass(own.volume);
    return mass instanceof Refusal ? undefined : mass;
  }
  const declared = (grower.members ?? []).flatMap((id) => {
    const member = registered(view, exporter, id);
    return member === undefined ? [] : (capacityOf(view, exporter, { ...member, members: [] }, product, season) ?? []);
  });
  return declared.length === 0 ? undefined : declared.reduce((sum, mass) => sum + mass, 0n);
}

const balanceKeyOf = (statement: Statement) => {
  const { exporter, grower, product, season } = admissionOf(statement);
  return balanceKey(exporter, statement.issuer, grower, product, season);
};

/** What is issued stands: a limit below it only allows no more. */
export const aboveCertified: Rule = {
  name: 'a limit below what is certified is told',
  askedOf: exporterAlone,
  reads: (statement) => [{ ledger: balanceLedger, key: balanceKeyOf(statement) }],
  check(statement, view) {
    const volume = toGoodsMass(admissionOf(statement).volume);
    const account = view.account(balanceLedger, balanceKeyOf(statement));
    if (volume instanceof Refusal || account === undefined) return [];
    const certified = account.debited - (account.byMovement.get('freed') ?? 0n);
    if (volume >= certified) return [];
    const figures = { volume: tonnes(volume), certified: tonnes(certified) };
    return [finding('volume-below-certified', 'inform', '/volume', figures)];
  },
};

const suspensionQuery = (statement: Statement) => {
  const { exporter, grower, product } = admissionOf(statement);
  const { issuer: importer, time: instant } = statement;
  return { importer, exporter, growers: [grower], product, day: dayOf(instant), instant };
};

export const admissionFree: Rule = {
  name: 'a suspension in force is told',
  askedOf: exporterAlone,
  reads: (statement) => suspensionNeeds(suspensionQuery(statement)),
  check(statement, view): readonly Finding[] {
    const found = suspensionsOn(view, suspensionQuery(statement));
    return found.map(({ suspension }) =>
      finding('admission-suspended', 'inform', '/grower', { since: suspension.since.slice(0, 10) }),
    );
  },
};
