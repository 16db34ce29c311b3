import { type Static, Type } from 'typebox';
import { CountryCode, closed, Day, Decimal, EppoCode, Identifier, openList, PlaceCode, Text, Texts } from './text.ts';

const days = Type.Integer({ minimum: 1, maximum: 3660 });
/** UNECE Rec. 19 mode of transport: 1 sea, 2 rail, 3 road, 4 air. */
const mode = Type.String({ pattern: '^[1-9]$' });
const kind = <K extends string>(name: K) => Type.Literal(name);

/** The product must come from a grower admitted for it, and debits that grower's season balance. */
const AdmittedGrower = Type.Object({ kind: kind('admitted-grower') }, closed);
/** One of the wordings must stand, as it is but for blanks and case, in the certificate or the line. */
const Declaration = Type.Object({ kind: kind('declaration'), wordings: Texts(8000, 10) }, closed);
/** A laboratory result that finds none of the pests, at most `days` before the certificate. */
const LaboratoryTest = Type.Object(
  {
    kind: kind('laboratory-test'),
    pests: Type.Array(EppoCode, { minItems: 1, maxItems: 50 }),
    days: Type.Optional(days),
  },
  closed,
);
/** The entry point must be one of these. */
const Checkpoints = Type.Object(
  {
    kind: kind('checkpoints'),
    codes: Type.Array(PlaceCode, { minItems: 1, maxItems: 200 }),
    mode: Type.Optional(mode),
  },
  closed,
);
/** What one wagon, container or trailer may hold. */
const Transport = Type.Object(
  {
    kind: kind('transport'),
    mode,
    oneProduct: Type.Optional(Type.Literal(true)),
    oneGrower: Type.Optional(Type.Literal(true)),
    sealed: Type.Optional(Type.Literal(true)),
  },
  closed,
);
/** Packages carry a mark of the grower, or its id. */
const GrowerMark = Type.Object({ kind: kind('grower-mark') }, closed);
/** Days of the year between which certificates may be signed, `MM-DD`; may pass over the new year. */
const SeasonWindow = Type.Object(
  {
    kind: kind('season-window'),
    from: Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' }),
    to: Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' }),
  },
  closed,
);
/** At most `days` between the inspection and the signing, or between the signing and the prior notice. */
const Age = Type.Object({ kind: kind('age'), of: Type.Union([kind('inspection'), kind('certificate')]), days }, closed);
/** The certificate comes with a prior notice, at least so many hours before arrival. */
const PriorNotice = Type.Object(
  { kind: kind('prior-notice'), mode, hours: Type.Integer({ minimum: 0, maximum: 720 }) },
  closed,
);
/** Figures beyond which the goods of a grower are signalled. They refuse nothing. */
const OriginControl = Type.Object(
  {
    kind: kind('origin-control'),
    /** Greatest credible yield, tonnes a hectare and season. */
    yield: Type.Optional(Decimal),
    /** Per cent of the declared capacity that one week may bring. */
    weekShare: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    /** Per cent by which a week may exceed the mean of the four weeks before. */
    rise: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    /** Days before one vehicle is expected again. */
    vehicleDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    /** Weeks after a suspension in which others' rise is held against it. */
    afterSuspension: Type.Optional(Type.Integer({ minimum: 1, maximum: 26 })),
  },
  closed,
);

export const Obligation = Type.Union([
  AdmittedGrower,
  Declaration,
  LaboratoryTest,
  Checkpoints,
  Transport,
  GrowerMark,
  SeasonWindow,
  Age,
  PriorNotice,
  OriginControl,
]);
export type Obligation = Static<typeof Obligation>;

/**
 * Import requirement of the importing service. For one `number` the version with the latest `from` that has come
 * holds. Without products it is for every product, without exporting countries for every country.
 */
export const Requirement = Type.Object(
  {
    number: Identifier,
    titles: Texts(500, 10),
    texts: Texts(8000, 10),
    legalAct: Text(500),
    countries: Type.Optional(Type.Array(CountryCode, { minItems: 1, maxItems: 50 })),
    products: openList(EppoCode, 200),
    /** First and last day, UTC. */
    from: Day,
    to: Type.Optional(Day),
    obligations: Type.Array(Obligation, { minItems: 1, maxItems: 50 }),
  },
  closed,
);
export type Requirement = Static<typeof Requirement>;

/** Ends a requirement after its last day. */
export const Repeal = Type.Object({ to: Day, text: Type.Optional(Text(4000)) }, closed);
export type Repeal = Static<typeof Repeal>;
