import { type Static, Type } from 'typebox';
import { closed, Instant, OfficeCode, Quantity, Reasons, Text, Token } from './text.ts';

export const Registration = Type.Object(
  { kind: Type.Enum(['register', 'reject']), reasons: Reasons, office: Type.Optional(OfficeCode) },
  closed,
);
export type Registration = Static<typeof Registration>;

/** What stood before the officer at the border. */
export const Arrival = Type.Object(
  {
    office: OfficeCode,
    time: Instant,
    means: Type.Array(
      Type.Object(
        {
          number: Token(40),
          seals: Type.Array(Type.Object({ number: Token(40), state: Type.Enum(['good', 'bad']) }, closed), {
            maxItems: 20,
          }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
    /** Of all goods, as weighed. */
    gross: Type.Optional(Quantity),
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type Arrival = Static<typeof Arrival>;

export const Disposition = Type.Object(
  {
    kind: Type.Enum(['release', 'detain', 'return', 'close']),
    /** Of a release in the blue lane: the goods are looked at later. */
    audit: Type.Optional(Type.Literal(true)),
    office: OfficeCode,
    reasons: Reasons,
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type Disposition = Static<typeof Disposition>;

export const Query = Type.Object(
  {
    text: Text(8000),
    /** JSON Pointer into the manifest, or the name of one of its members. */
    about: Type.Optional(Token(200)),
  },
  closed,
);
export type Query = Static<typeof Query>;

export const Reply = Type.Object({ text: Text(8000) }, closed);
export type Reply = Static<typeof Reply>;

export const Withdrawal = Type.Object(
  { reason: Type.String({ pattern: '^[a-z][a-z-]{1,59}$' }), text: Type.Optional(Text(4000)) },
  closed,
);
export type Withdrawal = Static<typeof Withdrawal>;
