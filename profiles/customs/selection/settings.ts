import { type Static, Type } from 'typebox';
import { published } from '../claims/schemas.ts';
import { CountryCode, closed, list, Mode, OfficeCode, Token } from '../claims/text.ts';

export const lanes = ['red', 'yellow', 'blue', 'green'] as const;
export type Lane = (typeof lanes)[number];
/** Lanes that are chosen at random and topped up. */
export const drawnLanes = ['red', 'yellow', 'blue'] as const;

/** Parts per million. */
export const whole = 1_000_000;
const Share = Type.Integer({ minimum: 0, maximum: whole });

export const maxCriteria = 5000;
const names = () => list(Token(300), 500);

export const Criterion = Type.Object(
  {
    name: Token(100),
    lane: Type.Enum([...lanes]),
    /** Codes of goods, or what they begin with. Where origins are named as well, one and the same line has both. */
    hs: list(Type.String({ pattern: '^[0-9]{2,10}$' }), 500),
    origins: list(CountryCode, 250),
    consignors: names(),
    consignees: names(),
    carriers: names(),
    means: list(Token(40), 500),
    /** Of departure or entry. */
    offices: list(OfficeCode, 500),
    modes: list(Mode, 4),
    /** Of the less graded one of consignor and consignee. */
    grades: list(Type.Enum(['authorised', 'low-risk', 'none']), 3),
    /** Kilograms, of all lines. */
    minimumGross: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999 })),
    /** Of all lines in that currency. */
    minimumValue: Type.Optional(
      Type.Object(
        {
          amount: Type.Integer({ minimum: 1, maximum: 999_999_999_999 }),
          currency: Type.String({ pattern: '^[A-Z]{3}$' }),
        },
        closed,
      ),
    ),
    /** How many of a million hits are taken; all when left out. What is not taken goes on to the next criterion. */
    everyMillionth: Type.Optional(Type.Integer({ minimum: 1, maximum: whole })),
  },
  closed,
);
export type Criterion = Static<typeof Criterion>;
export type Grade = NonNullable<Criterion['grades']>[number];

const Rates = Type.Object({ red: Share, yellow: Share, blue: Share }, closed);
export type Rates = Static<typeof Rates>;

export const LaneSettings = Type.Object(
  {
    criteria: Type.Array(Criterion, { maxItems: maxCriteria }),
    random: Rates,
    expected: Rates,
  },
  closed,
);
export type LaneSettings = Static<typeof LaneSettings>;

export const laneSettingsSchema = published(LaneSettings);
