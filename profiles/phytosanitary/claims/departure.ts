import { type Static, Type } from 'typebox';
import { Container, Conveyance } from './party.ts';
import { closed, Moment, openList, Quantity, Text } from './text.ts';

/** What left on a line: net, and 0 where nothing did. */
export const DepartedLine = Type.Object(
  { sequence: Type.Integer({ minimum: 1, maximum: 99999 }), departed: Quantity },
  closed,
);
export type DepartedLine = Static<typeof DepartedLine>;

/**
 * What the exporting service saw leave on a certificate, all of its lines. A later one tells all anew and takes the
 * place of the earlier.
 */
export const Departure = Type.Object(
  {
    departure: Moment,
    exitPoint: Text(300),
    conveyances: openList(Conveyance),
    containers: Type.Optional(Type.Array(Container, { minItems: 1, maxItems: 200 })),
    lines: Type.Array(DepartedLine, { minItems: 1, maxItems: 500 }),
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type Departure = Static<typeof Departure>;
