import { type Static, Type } from 'typebox';
import { closed, Decimal, Text } from './text.ts';

const ReasonCode = Type.String({ pattern: '^[a-z][a-z-]{1,59}$' });
const Sequence = Type.Integer({ minimum: 1, maximum: 99999 });

/** Decision of the importing service. */
export const Decision = Type.Object(
  {
    kind: Type.Union([Type.Literal('recognise'), Type.Literal('refuse'), Type.Literal('query')]),
    reasons: Type.Optional(
      Type.Array(
        Type.Object({ code: ReasonCode, line: Type.Optional(Sequence), text: Type.Optional(Text(4000)) }, closed),
        { minItems: 1, maxItems: 50 },
      ),
    ),
    text: Type.Optional(Text(8000)),
  },
  closed,
);
export type Decision = Static<typeof Decision>;

/** The exporting service's answer to a query. */
export const QueryAnswer = Type.Object({ text: Text(8000) }, closed);

export type QueryAnswer = Static<typeof QueryAnswer>;

export const Withdrawal = Type.Object({ reason: ReasonCode, text: Type.Optional(Text(4000)) }, closed);
export type Withdrawal = Static<typeof Withdrawal>;

/**
 * The importing service's account of a certificate whose lines end before all of it has crossed, in kilograms for
 * each line that has an account. `sources` shares the free part out among the sources of the line, in their order.
 */
export const Settlement = Type.Object(
  {
    number: Text(100),
    lines: Type.Array(
      Type.Object(
        {
          sequence: Sequence,
          used: Decimal,
          reserved: Decimal,
          free: Decimal,
          sources: Type.Optional(Type.Array(Decimal, { minItems: 1, maxItems: 100 })),
        },
        closed,
      ),
      { maxItems: 500 },
    ),
  },
  closed,
);
export type Settlement = Static<typeof Settlement>;
