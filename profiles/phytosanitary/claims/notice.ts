import { type Static, Type } from 'typebox';
import { Place, Seal } from './party.ts';
import { closed, Moment, openList, PlaceCode, RecordId, Text, Token } from './text.ts';

/** A wagon, container, trailer, hold or pallet with what is in it. */
export const TransportUnit = Type.Object(
  {
    kind: Type.Enum(['wagon', 'container', 'vehicle', 'trailer', 'hold', 'air-unit']),
    number: Token(60),
    seals: openList(Seal, 20),
    contents: Type.Array(
      Type.Object({ certificate: RecordId, line: Type.Integer({ minimum: 1, maximum: 99999 }) }, closed),
      { minItems: 1, maxItems: 100 },
    ),
  },
  closed,
);
export type TransportUnit = Static<typeof TransportUnit>;

/** Prior notice of one transport, by the exporting service. A changed one follows the one it replaces. */
export const Notice = Type.Object(
  {
    number: Token(100),
    /** UNECE Rec. 19: 1 sea, 2 rail, 3 road, 4 air. */
    mode: Type.String({ pattern: '^[1234]$' }),
    /** Plate, train, vessel or flight. */
    conveyance: Type.Object({ id: Token(100), name: Type.Optional(Text(200)) }, closed),
    units: Type.Array(TransportUnit, { minItems: 1, maxItems: 200 }),
    checkpoint: PlaceCode,
    checkpointNames: Type.Optional(Place),
    /** Expected arrival, with its zone. */
    expected: Moment,
    carrier: Type.Optional(Text(300)),
  },
  closed,
);
export type Notice = Static<typeof Notice>;

export const NoticeCancellation = Type.Object({ text: Text(4000) }, closed);
export type NoticeCancellation = Static<typeof NoticeCancellation>;
