/** Figures that signals are computed from: amounts in 10^-6 kg, read from ledgers and registers alone. */
import type { Statement, View } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { formatDecimal, parseDecimal } from '../../../../kernel/state/quantity.ts';
import { balanceLedger } from '../../balance.ts';
import { sourceAccountsOf } from '../../ledgers/season-balance.ts';
import { weeklyKey, weeklyLedger } from '../../ledgers/weekly.ts';
import { massScale, toGoodsMass } from '../../mass.ts';
import { type GrowerValue, growerKey, growerRegister } from '../../registers.ts';
import { total } from '../../sources.ts';
import { weekOf } from '../../week.ts';
import { certificateOf } from '../finding.ts';

/** Goods of one grower with one product of a season on a certificate. */
export interface Goods {
  readonly exporter: string;
  readonly importer: string;
  readonly grower: string;
  readonly product: string;
  readonly season: string;
  /** On this certificate. */
  readonly mass: bigint;
  /** On the one it replaces, and in what week that was signed: it is not counted twice. */
  readonly replaced: bigint;
  readonly replacedWeek: string | undefined;
  /** Sites and packing houses that its sources name. */
  readonly sites: readonly string[];
  /** Path of the first source. */
  readonly path: string;
}

export function goodsOf(statement: Statement): readonly Goods[] {
  const { subject } = statement;
  const { lines } = certificateOf(statement);
  const before = subject === undefined ? [] : sourceAccountsOf(subject);
  const groups = Map.groupBy(sourceAccountsOf(statement), ({ key }) => JSON.stringify(key));
  const replacedBy = Map.groupBy(before, ({ key }) => JSON.stringify(key));
  const sourcesBy = Map.groupBy(
    lines.flatMap((line) => line.sources ?? []),
    ({ grower }) => grower,
  );
  return [...groups].flatMap(([name, accounts]) => {
    const [first] = accounts;
    if (first === undefined) return [];
    const [exporter = '', importer = '', grower = '', product = '', season = ''] = first.key;
    const at = lines.findIndex(({ sequence }) => sequence === first.sequence);
    const sources = sourcesBy.get(grower) ?? [];
    return {
      ...{ exporter, importer, grower, product, season },
      mass: total(accounts),
      replaced: total(replacedBy.get(name) ?? []),
      replacedWeek: subject === undefined ? undefined : weekOf(subject.time),
      sites: sources.flatMap(({ site, packingHouse }) => [site, packingHouse].filter((id) => id !== undefined)),
      path: `/lines/${at}/sources/${first.index}`,
    };
  });
}

/** Certified in the season with this certificate, less what settlements gave back. */
export function certifiedOf(view: View, goods: Goods): bigint {
  const { exporter, importer, grower, product, season, mass, replaced } = goods;
  const account = view.account(balanceLedger, [exporter, importer, grower, product, season]);
  const of = (movement: string) => account?.byMovement.get(movement) ?? 0n;
  return of('certified') - of('freed') - replaced + mass;
}

/** Shipped in one week, without this certificate. */
export function shippedIn(view: View, goods: Goods, week: string): bigint {
  const { exporter, importer, grower, product, replaced, replacedWeek } = goods;
  const shipped = view.account(weeklyLedger, weeklyKey(exporter, importer, grower, product, week))?.credited ?? 0n;
  return week === replacedWeek ? shipped - replaced : shipped;
}

export const registered = (view: View, exporter: string, grower: string) =>
  view.register(growerRegister, growerKey(exporter, grower)) as unknown as GrowerValue | undefined;

/** What a grower declared, or what its members did together where a cooperative declares nothing itself. */
function ownOrMembers(
  view: View,
  { exporter, grower }: Goods,
  own: (value: GrowerValue) => bigint | undefined,
): bigint | undefined {
  const value = registered(view, exporter, grower);
  if (value === undefined) return undefined;
  const declared = own(value);
  if (declared !== undefined || value.members === undefined) return declared;
  const members = value.members.flatMap((member) => registered(view, exporter, member) ?? []);
  const amounts = members.map(own).filter((amount) => amount !== undefined);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0n);
}

const kept = (amount: bigint | Refusal): bigint | undefined => (amount instanceof Refusal ? undefined : amount);

export function capacityOf(view: View, goods: Goods): bigint | undefined {
  return ownOrMembers(view, goods, ({ capacities }) => {
    const declared = capacities?.find(({ product, season }) => product === goods.product && season === goods.season);
    return declared && kept(toGoodsMass(declared.volume));
  });
}

export const areaScale = 6;

/** Hectares × 10^6. */
export const areaOf = (view: View, goods: Goods): bigint | undefined =>
  ownOrMembers(view, goods, ({ area }) => (area === undefined ? undefined : kept(parseDecimal(area, areaScale))));

export const hectares = (area: bigint): string => formatDecimal(area, areaScale);

/** Tonnes, exactly, as sentences show them. */
export const tonnes = (mass: bigint): string => formatDecimal(mass, massScale + 3);

/** A ratio cut after `places` decimal places. */
export const ratio = (part: bigint, whole: bigint, places: number): string =>
  formatDecimal((part * 10n ** BigInt(places)) / whole, places);
