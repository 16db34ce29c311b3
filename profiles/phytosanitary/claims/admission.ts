import { type Static, Type } from 'typebox';
import {
  closed,
  Day,
  EppoCode,
  Identifier,
  InstitutionId,
  PlaceCode,
  Quantity,
  RecordId,
  Season,
  Text,
  Texts,
} from './text.ts';

const list = <T extends Parameters<typeof Type.Array>[0]>(items: T, maxItems: number) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems }));

/**
 * The importing service admits a grower of `exporter` with a product for a season. The latest one for the same
 * grower, product and season holds; its volume is the limit of the season balance.
 */
export const Admission = Type.Object(
  {
    exporter: InstitutionId,
    grower: Identifier,
    product: EppoCode,
    season: Season,
    /** First and last day on which certificates may be signed, UTC. */
    from: Day,
    to: Day,
    volume: Quantity,
    checkpoints: list(PlaceCode, 100),
    conditions: Type.Optional(Texts(4000)),
  },
  closed,
);
export type Admission = Static<typeof Admission>;

/**
 * Suspends imports by grower, product and pest, in any combination. Without a grower it touches the whole country,
 * and must name its legal act and an end or a review date.
 */
export const Suspension = Type.Object(
  {
    exporter: InstitutionId,
    grower: Type.Optional(Identifier),
    product: Type.Optional(EppoCode),
    pest: Type.Optional(EppoCode),
    /** Absent: from the moment it is signed. */
    from: Type.Optional(Day),
    /** Last day, UTC. */
    until: Type.Optional(Day),
    review: Type.Optional(Day),
    legalAct: Type.Optional(Text(500)),
    /** Record of the non-compliance case that led to it. */
    case: Type.Optional(RecordId),
    reason: Type.String({ pattern: '^[a-z][a-z-]{1,59}$' }),
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type Suspension = Static<typeof Suspension>;

/** Ends a suspension, from the moment it is signed. */
export const Lifting = Type.Object({ case: Type.Optional(RecordId), text: Type.Optional(Text(4000)) }, closed);
export type Lifting = Static<typeof Lifting>;
