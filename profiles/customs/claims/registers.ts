import { type Static, Type } from 'typebox';
import { CountryCode, closed, Day, Mode, OfficeCode, Text, Token } from './text.ts';

/** An authorised operator or low-risk participant; the latest statement for a number holds. */
export const Operator = Type.Object(
  {
    number: Token(40),
    name: Text(300),
    /** Tax number, or that of a state register. */
    id: Type.Optional(Token(40)),
    grade: Type.Enum(['authorised', 'low-risk']),
    /** Type of the certificate. */
    kind: Type.Optional(Type.Enum(['1', '2', '3'])),
    /** 02 valid, 03 suspended, 04 resumed, 05 ended. */
    state: Type.Enum(['02', '03', '04', '05']),
    document: Type.Object({ number: Token(100), date: Day }, closed),
    effective: Day,
    until: Type.Optional(Day),
    reason: Type.Optional(Text(2000)),
  },
  closed,
);
export type Operator = Static<typeof Operator>;

/** Goods whose controls are recognised: those whose code begins with `hs`. */
export const ProjectGoods = Type.Object(
  {
    hs: Type.String({ pattern: '^[0-9]{2,10}$' }),
    from: Day,
    until: Type.Optional(Day),
    title: Type.Optional(Text(500)),
  },
  closed,
);
export type ProjectGoods = Static<typeof ProjectGoods>;

const minutes = Type.Optional(Type.Integer({ minimum: 0, maximum: 10_080 }));

export const CustomsOffice = Type.Object(
  {
    code: OfficeCode,
    name: Text(300),
    country: CountryCode,
    /** UN/LOCODE. */
    locode: Type.Optional(Type.String({ pattern: '^[A-Z]{2}[0-9A-Z]{3}$' })),
    modes: Type.Array(Mode, { minItems: 1, maxItems: 4 }),
    /** Minutes before arrival at which a manifest is to be there, by mode. */
    lead: Type.Object({ 1: minutes, 2: minutes, 3: minutes, 4: minutes }, closed),
    from: Day,
    until: Type.Optional(Day),
  },
  closed,
);
export type CustomsOffice = Static<typeof CustomsOffice>;

/** Weight found may differ from weight stated by so many thousandths. */
export const WeightTolerance = Type.Object(
  {
    /** Chapter, heading or subheading; `*` for all goods. */
    hs: Type.String({ pattern: '^([0-9]{2,6}|\\*)$' }),
    permille: Type.Integer({ minimum: 0, maximum: 1000 }),
    from: Day,
    until: Type.Optional(Day),
  },
  closed,
);
export type WeightTolerance = Static<typeof WeightTolerance>;
