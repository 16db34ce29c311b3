import { type Static, Type } from 'typebox';
import { closed, Day, EppoCode, Identifier, Moment, Quantity, RecordId, Text, Token } from './text.ts';

const list = <T extends Parameters<typeof Type.Array>[0]>(items: T, maxItems: number) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems }));

/** A pest, or `*` where the accreditation bounds none. */
const Scope = Type.String({ pattern: '^(\\*|[0-9A-Z]{5,7})$' });

/** What a laboratory found in one sample of one lot. Certificates, inspections and cases name it by record id. */
export const LaboratoryResult = Type.Object(
  {
    /** Number of the protocol. */
    number: Token(100),
    laboratory: Type.Object(
      {
        name: Text(300),
        /** Accreditation number (ISO/IEC 17025), its scope as pests or `*`, its last day. */
        accreditation: Type.Object(
          {
            number: Token(100),
            until: Type.Optional(Day),
            scope: Type.Array(Scope, { minItems: 1, maxItems: 200 }),
          },
          closed,
        ),
      },
      closed,
    ),
    purpose: Type.Union([Type.Literal('export'), Type.Literal('import'), Type.Literal('counter-sample')]),
    sample: Type.Object(
      {
        number: Token(100),
        taken: Moment,
        place: Type.Optional(Text(300)),
        by: Type.Optional(Text(300)),
        size: Type.Optional(Text(100)),
      },
      closed,
    ),
    lot: Type.Object(
      {
        product: EppoCode,
        grower: Type.Optional(Identifier),
        batches: list(Token(100), 100),
        quantity: Type.Optional(Quantity),
        /** When the lot already moves: its certificate and line. */
        certificate: Type.Optional(RecordId),
        line: Type.Optional(Type.Integer({ minimum: 1, maximum: 99999 })),
      },
      closed,
    ),
    started: Moment,
    ended: Moment,
    tests: Type.Array(
      Type.Object(
        {
          pest: EppoCode,
          method: Text(300),
          result: Type.Union([Type.Literal('not-detected'), Type.Literal('detected'), Type.Literal('inconclusive')]),
          text: Type.Optional(Text(2000)),
        },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  closed,
);
export type LaboratoryResult = Static<typeof LaboratoryResult>;

/** The laboratory takes a result back. */
export const Annulment = Type.Object({ text: Text(4000) }, closed);
export type Annulment = Static<typeof Annulment>;
