import { type Static, Type } from 'typebox';
import { Attachment } from './party.ts';
import {
  closed,
  Day,
  EppoCode,
  Identifier,
  InstitutionId,
  openList,
  PlaceCode,
  RecordId,
  Text,
  Token,
} from './text.ts';

const photographs = Type.Optional(Type.Array(Attachment, { minItems: 1, maxItems: 50 }));
const results = Type.Optional(Type.Array(RecordId, { minItems: 1, maxItems: 50 }));

/** Notification of non-compliance (ISPM 13), which opens a case between the two services. */
export const NonCompliance = Type.Object(
  {
    number: Token(100),
    /** The exporting service, which issued the certificate and is notified. */
    exporter: InstitutionId,
    certificate: RecordId,
    lines: Type.Array(Type.Integer({ minimum: 1, maximum: 99999 }), { minItems: 1, maxItems: 500 }),
    /** Growers of these lines whom it concerns. */
    growers: openList(Identifier, 100),
    /** Codes of the profile's decision reasons. */
    reasons: Type.Array(Type.String({ pattern: '^[a-z][a-z-]{1,59}$' }), { minItems: 1, maxItems: 20 }),
    pests: openList(EppoCode, 20),
    found: Day,
    checkpoint: Type.Optional(PlaceCode),
    inspection: Type.Optional(RecordId),
    laboratoryResults: results,
    photographs,
    /** Emergency action taken. */
    action: Type.Enum(['refuse', 'treat', 'destroy', 'return', 'none']),
    actionText: Type.Optional(Text(4000)),
    text: Text(8000),
  },
  closed,
);
export type NonCompliance = Static<typeof NonCompliance>;

/** What the exporting service says in a case. */
export const CaseReply = Type.Object(
  {
    kind: Type.Enum(['acknowledge', 'investigate', 'dispute', 'appeal']),
    /** Of an investigation: what the cause was and what is done about it. */
    cause: Type.Optional(Text(8000)),
    measures: Type.Optional(Text(8000)),
    /** Of a dispute: results of the counter-sample. */
    laboratoryResults: results,
    photographs,
    text: Text(8000),
  },
  closed,
);
export type CaseReply = Static<typeof CaseReply>;

/** What the importing service says in a case. */
export const CaseRuling = Type.Object(
  {
    kind: Type.Enum(['demand', 'uphold', 'reverse', 'close']),
    laboratoryResults: results,
    text: Text(8000),
  },
  closed,
);
export type CaseRuling = Static<typeof CaseRuling>;
