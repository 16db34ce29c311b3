import { isWagonNumber } from '../../../../kernel/check-digits.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Certificate } from '../../claims/certificate.ts';
import type { Line } from '../../claims/line.ts';
import type { Conveyance } from '../../claims/party.ts';
import type { Obligation } from '../../claims/requirement.ts';
import { plainNumber } from '../../codes/unit-number.ts';
import { modeOf } from './checkpoints.ts';
import { broken, type Consignment } from './consignment.ts';
import { type Asked, type PathedLine, productsOf } from './requirements-in-force.ts';

type Transport = Extract<Obligation, { kind: 'transport' }>;

/** A wagon, container or vehicle with the lines that are in it. */
export interface Unit {
  readonly number: string;
  readonly path: string;
  readonly lines: readonly Line[];
}

/** UNECE Rec. 19. */
export const rail = '2';
const road = '3';

/**
 * True for a conveyance that is one unit: a road vehicle, or a wagon. A train, vessel or aircraft carries the goods of
 * many certificates.
 */
export const isUnit = ({ id, mode }: Conveyance): boolean =>
  mode === road || (mode === rail && id !== undefined && isWagonNumber(plainNumber(id)));

/**
 * Units of a certificate, as far as it tells what is in which: containers named for each line, or the one container
 * or the one conveyance for all lines. Where it leaves that open there is none, and the prior notice tells.
 */
export function unitsOf(claims: Certificate, lines: readonly PathedLine[]): readonly Unit[] {
  const named = lines.flatMap(({ line, path }) =>
    (line.containers ?? []).flatMap(({ number }, index) =>
      number === undefined ? [] : [{ number, path: `${path}/containers/${index}/number`, line }],
    ),
  );
  if (named.length > 0) {
    return [...Map.groupBy(named, ({ number }) => plainNumber(number)).values()].map((places) => ({
      number: places[0]?.number ?? '',
      path: places[0]?.path ?? '',
      lines: places.map(({ line }) => line),
    }));
  }
  const all = lines.map(({ line }) => line);
  const containers = (claims.containers ?? []).flatMap(({ number }, index) =>
    number === undefined ? [] : [{ number, index }],
  );
  const [container, otherContainer] = containers;
  if (container !== undefined) {
    const path = `/containers/${container.index}/number`;
    return otherContainer === undefined ? [{ number: container.number, path, lines: all }] : [];
  }
  const [conveyance, otherConveyance] = claims.conveyances ?? [];
  if (conveyance === undefined || otherConveyance !== undefined || !isUnit(conveyance)) return [];
  return [{ number: conveyance.id ?? conveyance.name ?? '', path: '/conveyances/0', lines: all }];
}

const joined = (ids: ReadonlySet<string>) => [...ids].sort().join(', ');

export const growersIn = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ sources }) => (sources ?? []).map(({ grower }) => grower)));

/** What one unit may hold. `asked` are the paths of the lines that the requirement is for. */
export function unitFindings({ oneProduct, oneGrower }: Transport, asked: Asked, unit: Unit): readonly Finding[] {
  const { requirement } = asked;
  if (!asked.lines.some(({ line }) => unit.lines.includes(line))) return [];
  const found: Finding[] = [];
  const products = new Set(unit.lines.flatMap(productsOf));
  const growers = growersIn(unit.lines);
  if (oneProduct && products.size > 1) {
    found.push(
      broken('unit-products-mixed', unit.path, requirement, { unit: unit.number, products: joined(products) }),
    );
  }
  if (oneGrower && growers.size > 1) {
    found.push(broken('unit-growers-mixed', unit.path, requirement, { unit: unit.number, growers: joined(growers) }));
  }
  return found;
}

/** One product or one grower in a unit. Seals may be put on later: the prior notice is asked for them. */
export function transport(obligation: Transport, asked: Asked, consignment: Consignment): readonly Finding[] {
  if (obligation.mode !== modeOf(consignment)) return [];
  return unitsOf(consignment.claims, consignment.lines).flatMap((unit) => unitFindings(obligation, asked, unit));
}
