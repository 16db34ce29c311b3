/** Lots of the days after the season, on which forgeries are tried. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { certificate, laboratoryResult, notice, numberOf } from './claims.ts';
import type { Exporter } from './exporter.ts';
import { checkpoints } from './figures.ts';
import type { Grower } from './growers.ts';
import type { Lot, Year } from './plan.ts';

/** A lot of the days after the season, with the laboratory's result for it. */
export interface LateLot {
  readonly lot: Lot;
  readonly day: number;
  readonly result: string;
}

export interface LateLots {
  /** Certified and announced; their goods are on the way. */
  readonly travelling: readonly (LateLot & { readonly certificate: string })[];
  /** Of a grower who is stopped after its goods were tested. */
  readonly stopped: LateLot;
  /** Of growers whose balance is tried. */
  readonly tight: readonly LateLot[];
}

/** Three lots that travel, one whose grower is to be stopped, two whose balance is to be tried. */
export async function prepareLate(year: Year, day: number, { side }: Exporter): Promise<LateLots> {
  const lots = lateGrowers(year, 6).map((grower, index) => lateLot(year, grower, index, day));
  const late: LateLot[] = [];
  for (const lot of lots) {
    const { id } = await side.issue({ type: 'laboratory-result', claims: laboratoryResult(lot, day) });
    late.push({ lot, day, result: id });
  }
  const travelling: (LateLot & { certificate: string })[] = [];
  for (const one of late.slice(0, 3)) {
    const { id } = await side.issue({ type: 'certificate', claims: claimsOf(one, day) });
    await side.issue({ type: 'prior-notice', claims: notice(one.lot, id) });
    travelling.push({ ...one, certificate: id });
  }
  return { travelling, stopped: late[3] as LateLot, tight: late.slice(4) };
}

/** `count` growers of tomatoes with no members, each with a lot that `lateLot` can take after. */
export function lateGrowers(year: Year, count: number): readonly Grower[] {
  const able = year.growers.admitted.filter(
    (grower) => grower.product === 'tomato' && grower.members.length === 0 && modelOf(year, grower) !== undefined,
  );
  if (able.length < count)
    throw new Error(`share ${year.share}, seed ${year.seed}: ${able.length} growers to forge for, ${count} are needed`);
  return able.slice(0, count);
}

const modelOf = ({ lots }: Year, { id }: Grower): Lot | undefined =>
  lots.find((lot) => lot.grower.id === id && lot.mode === 'road' && lot.outcome.kind === 'release');

/** Another lot of a grower, by road, as its earlier ones were but for the dates. */
export function lateLot(year: Year, grower: Grower, index: number, day: number): Lot {
  const own = modelOf(year, grower);
  if (!own) throw new Error(`${grower.id} shipped nothing`);
  const { earlier: _, ...rest } = own;
  return { ...rest, index: year.lots.length + index, day, arrival: day + 3, conveyance: `77-LL-${100 + index}` };
}

export function claimsOf({ lot, result }: LateLot, day: number, series = ''): JsonObject {
  return certificate(lot, { day, number: numberOf(lot, series), conveyance: lot.conveyance, result });
}

/** The same goods, multiplied: `kilograms` in its first line. */
export function enlarged({ lot, ...rest }: LateLot, kilograms: number): LateLot {
  const line = { sequence: 1, kilograms, sources: [{ grower: lot.grower.id, kilograms }] };
  return { ...rest, lot: { ...lot, kilograms, lines: [line] } };
}

/** Another road checkpoint. */
export const elsewhere = (checkpoint: string) => checkpoints.road.find((one) => one !== checkpoint) as string;
