import type { Finding } from '../../../../kernel/finding.ts';
import type { View } from '../../../../kernel/profile.ts';
import type { Certificate } from '../../claims/certificate.ts';
import { dayBefore } from '../../day.ts';
import { type ConveyanceValue, conveyanceKey, conveyanceRegister } from '../../registers.ts';
import type { Consignment } from '../requirements/consignment.ts';
import { growersIn, isUnit, rail, unitsOf } from '../requirements/transport-units.ts';
import { type Control, signal } from './signal.ts';

interface Carrier {
  readonly number: string;
  readonly path: string;
}

/** Road vehicles, wagons and containers of a certificate, each once. */
export function ownCarriersOf({ conveyances, containers, lines }: Certificate): readonly Carrier[] {
  const carriers: Carrier[] = [];
  for (const [index, { id, mode }] of (conveyances ?? []).entries()) {
    if (id !== undefined && isUnit({ id, ...(mode !== undefined && { mode }) }))
      carriers.push({ number: id, path: `/conveyances/${index}/id` });
  }
  const lists = [
    { containers, path: '' },
    ...lines.map((line, at) => ({ containers: line.containers, path: `/lines/${at}` })),
  ];
  for (const { containers: list, path } of lists) {
    for (const [index, { number }] of (list ?? []).entries()) {
      if (number !== undefined) carriers.push({ number, path: `${path}/containers/${index}/number` });
    }
  }
  return [...new Map(carriers.toReversed().map((carrier) => [carrier.number, carrier])).values()].toReversed();
}

/** A vehicle that was under way with another certificate a short time ago. `replaced` is the one this replaces. */
export function vehicleTwice(
  view: View,
  { claims, exporter, day }: Consignment,
  replaced: string | undefined,
  control: Control,
): readonly Finding[] {
  const limit = control.limits.vehicleDays;
  if (limit === undefined) return [];
  return ownCarriersOf(claims).flatMap(({ number: vehicle, path }) => {
    // All days are asked for before one is judged, so that those which are not at hand are read at once.
    const days = Array.from({ length: limit }, (_, before) => {
      const on = dayBefore(day, before);
      return { before, on, value: view.register(conveyanceRegister, conveyanceKey(exporter, vehicle, on)) };
    });
    for (const { before, on, value } of days) {
      if (value === undefined) continue;
      const { certificate } = value as unknown as ConveyanceValue;
      if (certificate === claims.number || certificate === replaced) continue;
      return [signal('vehicle-twice', path, control, { vehicle, certificate, day: on, days: before, limit })];
    }
    return [];
  });
}

/** One wagon or container with the goods of two growers, whom nobody can tell apart on arrival. */
export function wagonOfTwo({ claims, lines }: Consignment, control: Control): readonly Finding[] {
  const [conveyance] = claims.conveyances ?? [];
  return unitsOf(claims, lines)
    .filter(({ path }) => !path.startsWith('/conveyances') || conveyance?.mode === rail)
    .flatMap(({ number, path, lines: inside }) => {
      const growers = growersIn(inside);
      if (growers.size < 2) return [];
      return [signal('wagon-two-growers', path, control, { unit: number, growers: [...growers].sort().join(', ') })];
    });
}
