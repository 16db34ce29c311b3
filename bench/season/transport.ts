/** On what a lot leaves, through which checkpoint, and when it is there. */
import { checkpoints } from './figures.ts';
import type { Grower } from './growers.ts';
import type { Draws } from './random.ts';
import { container, type Fleet, fleet, plate, roundTrip, wagon, wayThere } from './vehicles.ts';

export interface Transport {
  readonly mode: 'road' | 'rail';
  /** Plate of the lorry, or number of the train. */
  readonly conveyance: string;
  /** Wagon or container, by rail. */
  readonly unit?: { readonly kind: 'wagon' | 'container'; readonly number: string };
  /** Lorry of the certificate that was taken back or replaced. */
  readonly spare: string;
  readonly checkpoint: string;
  /** Day of arrival there. */
  readonly arrival: number;
}

interface Leaving {
  readonly grower: Grower;
  readonly day: number;
  readonly foreign: boolean;
}

interface Fleets {
  readonly lorries: Fleet;
  readonly wagons: Fleet;
  readonly containers: Fleet;
}

/** Lots ascending by day. An honest lorry is rarely back early; one with foreign goods often goes under two papers. */
export function transportOf(random: Draws, leaving: readonly Leaving[]): Transport[] {
  const fleets: Fleets = { lorries: fleet(plate), wagons: fleet(wagon), containers: fleet(container) };
  const lately: { readonly day: number; readonly number: string }[] = [];
  return leaving.map(({ grower, day, foreign }): Transport => {
    const mode = !foreign && random.chance(grower.product === 'apple' ? 0.3 : 0.18) ? 'rail' : 'road';
    const arrival = day + wayThere(random, mode);
    const checkpoint = random.pick<string>(checkpoints[mode]);
    if (mode === 'rail') return { mode, ...byRail(random, fleets, day), checkpoint, arrival };
    const shared = random.chance(foreign ? 0.5 : 0.004) ? sharedLorry(lately, day, foreign ? 1 : 4) : undefined;
    const conveyance = shared ?? fleets.lorries.take(day, roundTrip.road);
    if (shared === undefined) lately.push({ day, number: conveyance });
    return { mode, conveyance, spare: `90-ZZ-${100 + (day % 900)}${lately.length % 10}`, checkpoint, arrival };
  });
}

function byRail(random: Draws, { wagons, containers }: Fleets, day: number) {
  const unit = random.chance(0.5)
    ? { kind: 'wagon' as const, number: wagons.take(day, roundTrip.rail) }
    : { kind: 'container' as const, number: containers.take(day, roundTrip.rail) };
  return { conveyance: `T-${2000 + day}`, unit, spare: `T-${4000 + day}` };
}

/** A lorry that left at most `within` days ago. */
function sharedLorry(
  lately: readonly { readonly day: number; readonly number: string }[],
  day: number,
  within: number,
): string | undefined {
  return lately.findLast((one, index) => day - one.day <= within && index % 2 === 0)?.number;
}
