import { type Static, Type } from 'typebox';
import {
  CountryCode,
  closed,
  Day,
  Decimal,
  DeclarationNumber,
  HsCode,
  Instant,
  LineNumber,
  ManifestNumber,
  Mode,
  OfficeCode,
  open,
  openList,
  Quantity,
  RecordId,
  Text,
  Token,
} from './text.ts';

export const Party = Type.Object(
  {
    name: Text(300),
    /** Tax number, or that of a state register. */
    id: Type.Optional(Token(40)),
    /** Number in the register of operators. */
    operator: Type.Optional(Token(40)),
    country: CountryCode,
    address: Type.Optional(Text(400)),
  },
  closed,
);
export type Party = Static<typeof Party>;

export const Seal = Type.Object(
  {
    number: Token(40),
    by: Type.Optional(Type.Enum(['consignor', 'carrier', 'customs', 'veterinary', 'phytosanitary', 'other'])),
  },
  closed,
);
export type Seal = Static<typeof Seal>;

export const Means = Type.Object(
  {
    kind: Type.Enum(['vehicle', 'trailer', 'wagon', 'container']),
    number: Token(40),
    country: Type.Optional(CountryCode),
    empty: Type.Optional(Type.Literal(true)),
    seals: openList(Seal, 20),
  },
  closed,
);
export type Means = Static<typeof Means>;

export const Document = Type.Object(
  {
    kind: Type.Enum([
      'phytosanitary',
      'veterinary',
      'origin',
      'invoice',
      'transport',
      'declaration',
      'permit',
      'packing',
      'other',
    ]),
    number: Token(100),
    date: Type.Optional(Day),
    record: Type.Optional(RecordId),
  },
  closed,
);
export type Document = Static<typeof Document>;

const Package = Type.Object(
  {
    /** UNECE Rec. 21. */
    kind: Type.String({ pattern: '^[0-9A-Z]{2}$' }),
    count: Type.Integer({ minimum: 1, maximum: 99_999_999 }),
  },
  closed,
);

export const Line = Type.Object(
  {
    sequence: LineNumber,
    hs: HsCode,
    description: Text(2000),
    origin: CountryCode,
    gross: Quantity,
    net: Quantity,
    packages: openList(Package, 50),
    /** In the extra unit of the tariff. */
    extra: Type.Optional(Quantity),
    value: Type.Object(
      {
        amount: Decimal,
        /** ISO 4217. */
        currency: Type.String({ pattern: '^[A-Z]{3}$' }),
      },
      closed,
    ),
    /** The plant-health certificate whose line these goods are. */
    certificate: open(Type.Object({ number: Token(100), record: RecordId, line: Token(20) }, closed)),
  },
  closed,
);
export type Line = Static<typeof Line>;

/** Electronic manifest of one movement, told ahead of arrival. A changed one follows the one it replaces. */
export const Manifest = Type.Object(
  {
    number: ManifestNumber,
    mode: Mode,
    /** Consignment note: CMR on the road, SMGS on rails. */
    transport: Type.Object({ number: Token(60), date: Type.Optional(Day) }, closed),
    train: Type.Optional(Type.Object({ number: Token(20), index: Type.Optional(Token(40)) }, closed)),
    dispatch: CountryCode,
    destination: CountryCode,
    departureOffice: OfficeCode,
    entryOffice: OfficeCode,
    /** At the border. */
    expected: Instant,
    /** Export declaration. */
    declaration: Type.Optional(DeclarationNumber),
    consignor: Party,
    consignee: Party,
    carrier: Party,
    declarant: Type.Optional(Party),
    means: Type.Array(Means, { minItems: 1, maxItems: 200 }),
    lines: Type.Array(Line, { minItems: 1, maxItems: 999 }),
    documents: openList(Document, 100),
    transhipment: Type.Optional(Text(2000)),
  },
  closed,
);
export type Manifest = Static<typeof Manifest>;
