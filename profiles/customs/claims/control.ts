import { type Static, Type } from 'typebox';
import {
  closed,
  Digest,
  Instant,
  list,
  OfficeCode,
  openList,
  Quantity,
  Reasons,
  Sequence,
  Text,
  Token,
} from './text.ts';

const Control = Type.Enum([
  'documents',
  'visual',
  'examination',
  'scan',
  'weighing',
  'radiation',
  'sampling',
  'seal-check',
]);
export type Control = Static<typeof Control>;

export const Lane = Type.Enum(['red', 'yellow', 'blue', 'green']);
export type Lane = Static<typeof Lane>;

/** How a lane came about. */
export const Ground = Type.Enum(['profile', 'random', 'top-up', 'none', 'officer']);

const LineResult = Type.Object(
  {
    sequence: Sequence,
    violations: openList(Type.Enum(['net-weight', 'quantity', 'description', 'other']), 4),
    declared: Type.Optional(Quantity),
    found: Type.Optional(Quantity),
    damaged: Type.Optional(Type.Literal(true)),
    sampled: Type.Optional(Type.Literal(true)),
    text: Type.Optional(Text(2000)),
  },
  closed,
);
export type LineResult = Static<typeof LineResult>;

const SealResult = Type.Object(
  {
    /** Number of the vehicle, trailer, wagon or container. */
    means: Token(40),
    before: Type.Array(Token(40), { maxItems: 20 }),
    after: Type.Array(Token(40), { maxItems: 20 }),
    state: Type.Enum(['good', 'bad']),
  },
  closed,
);
export type SealResult = Static<typeof SealResult>;

/** Result of a control by either side. Codes of `result` as for transit; B2 and B3 are additions in use. */
export const ControlResult = Type.Object(
  {
    number: Token(40),
    side: Type.Enum(['sending', 'receiving']),
    office: OfficeCode,
    controls: Type.Array(Control, { maxItems: 8 }),
    extent: Type.Optional(Type.Enum(['all', 'part'])),
    result: Type.Enum(['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3']),
    lane: Type.Optional(Lane),
    ground: Type.Optional(Ground),
    started: Instant,
    ended: Instant,
    lines: openList(LineResult, 999),
    seals: openList(SealResult, 200),
    /** Of all goods, as weighed. */
    gross: Type.Optional(Quantity),
    radiation: Type.Optional(Type.Enum(['normal', 'exceeded'])),
    /** The images stay where they were taken; the digest shows later that they are the same. */
    images: list(
      Type.Object({ digest: Digest, kind: Type.Enum(['scan', 'photo']), equipment: Type.Optional(Token(100)) }, closed),
      50,
    ),
    equipment: list(Token(100), 20),
    validUntil: Type.Optional(Instant),
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type ControlResult = Static<typeof ControlResult>;

/** Whether the receiving service takes the sending service's controls for its own. */
export const Recognition = Type.Object(
  {
    decision: Type.Enum(['full', 'part', 'none']),
    /** Of a recognition in part: the controls that are recognised. */
    controls: list(Control, 8),
    reasons: Reasons,
    lane: Lane,
    ground: Ground,
    /** The goods are released in the same step. */
    release: Type.Optional(Type.Literal(true)),
    office: OfficeCode,
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type Recognition = Static<typeof Recognition>;
