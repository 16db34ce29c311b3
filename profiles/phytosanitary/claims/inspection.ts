import { type Static, Type } from 'typebox';
import { Attachment } from './party.ts';
import { closed, Moment, PlaceCode, Quantity, RecordId, Text, Token } from './text.ts';

const Check = Type.Object(
  {
    result: Type.Union([Type.Literal('conform'), Type.Literal('not-conform'), Type.Literal('not-done')]),
    text: Type.Optional(Text(4000)),
  },
  closed,
);

/** Of what arrived on a line: released + returned + destroyed. Nothing is split while samples are examined. */
export const InspectedLine = Type.Object(
  {
    sequence: Type.Integer({ minimum: 1, maximum: 99999 }),
    arrived: Quantity,
    released: Type.Optional(Quantity),
    returned: Type.Optional(Quantity),
    destroyed: Type.Optional(Quantity),
    /** Codes of the profile's decision reasons, where not all is released. */
    reasons: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z-]{1,59}$' }), { minItems: 1, maxItems: 20 })),
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type InspectedLine = Static<typeof InspectedLine>;

/** Inspection at import: documents, identity, physical, sampling; the result for each line. */
export const Inspection = Type.Object(
  {
    /** hold: samples are examined. release: all that arrived. release-part: some of it. reject: nothing. */
    result: Type.Enum(['hold', 'release', 'release-part', 'reject']),
    checkpoint: PlaceCode,
    notice: Type.Optional(RecordId),
    started: Moment,
    ended: Moment,
    documents: Check,
    identity: Check,
    physical: Check,
    samples: Type.Optional(Type.Array(Type.Object({ number: Token(100) }, closed), { minItems: 1, maxItems: 50 })),
    laboratoryResults: Type.Optional(Type.Array(RecordId, { minItems: 1, maxItems: 50 })),
    lines: Type.Array(InspectedLine, { minItems: 1, maxItems: 500 }),
    photographs: Type.Optional(Type.Array(Attachment, { minItems: 1, maxItems: 50 })),
    inspector: Type.Optional(Text(200)),
  },
  closed,
);
export type Inspection = Static<typeof Inspection>;
