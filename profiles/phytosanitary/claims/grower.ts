import { type Static, Type } from 'typebox';
import {
  CountryCode,
  closed,
  Day,
  Decimal,
  EppoCode,
  Identifier,
  open,
  openList,
  Quantity,
  Season,
  Text,
  Token,
} from './text.ts';

const list = <T extends Parameters<typeof Type.Array>[0]>(items: T, maxItems: number) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems }));

/** What a grower can bring in one season. */
export const Capacity = Type.Object({ product: EppoCode, season: Season, volume: Quantity }, closed);
export type Capacity = Static<typeof Capacity>;

/**
 * Registration of a grower, a cooperative or a site by the exporting service. The latest statement for an id holds;
 * `status` ceased ends it. Areas in hectares.
 */
export const Grower = Type.Object(
  {
    id: Identifier,
    kind: Type.Enum(['grower', 'cooperative', 'greenhouse', 'orchard', 'field', 'packing-house']),
    status: Type.Union([Type.Literal('active'), Type.Literal('ceased')]),
    name: Text(300),
    /** The tax number of a grower or cooperative, with the country whose form it has. */
    taxNumber: open(Type.Object({ country: CountryCode, value: Token(20) }, closed)),
    address: Type.Optional(Text(300)),
    place: Type.Optional(Text(200)),
    /** Decimal degrees, WGS 84. */
    coordinates: Type.Optional(
      Type.Object(
        {
          latitude: Type.String({ pattern: '^-?[0-9]{1,2}(\\.[0-9]{1,6})?$' }),
          longitude: Type.String({ pattern: '^-?[0-9]{1,3}(\\.[0-9]{1,6})?$' }),
        },
        closed,
      ),
    ),
    area: Type.Optional(Decimal),
    products: openList(EppoCode, 50),
    capacities: openList(Capacity, 100),
    /** What its packages are marked with. */
    marks: list(Token(60), 20),
    /** Of a site: the grower or cooperative that works it. */
    operator: Type.Optional(Identifier),
    /** Of a grower: where it packs. */
    packingHouses: list(Identifier, 20),
    /** Of a cooperative: the growers whose goods move under its name. */
    members: list(Identifier, 500),
    since: Day,
  },
  closed,
);
export type Grower = Static<typeof Grower>;
