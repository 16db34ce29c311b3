import { type Static, Type } from 'typebox';
import { formHint } from '../../../kernel/schema.ts';
import { Container, Origin, Party, Place, ReferencedDocument } from './party.ts';
import {
  Count,
  CountryCode,
  closed,
  closedSome,
  Decimal,
  EppoCode,
  Identifier,
  InstitutionId,
  Measure,
  Moment,
  open,
  openList,
  Quantity,
  RecordId,
  Season,
  SignedMeasure,
  Text,
  Texts,
  Token,
} from './text.ts';

const list = <T extends Parameters<typeof Type.Array>[0]>(items: T, maxItems = 50) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems }));

const Classification = Type.Object({ code: Type.Optional(Token(70)), names: Type.Optional(Texts(500)) }, closedSome);
export type Classification = Static<typeof Classification>;

const OtherClassification = Type.Object(
  { system: Token(60), code: Type.Optional(Token(70)), names: Type.Optional(Texts(500)) },
  closed,
);

const Package = Type.Object(
  {
    /** UN 7075: 1 inner, 2 intermediate, 3 outer, 4 no hierarchy, 5 shipment; ePhyto systems write 1 for the outermost. */
    level: Type.String({ pattern: '^[1-5]$' }),
    /** UNECE Rec. 21. */
    type: Type.String({ pattern: '^[0-9A-Z]{2}$' }),
    count: Count,
    grossWeight: Type.Optional(Measure),
    grossVolume: Type.Optional(Measure),
    marks: list(Text(1024)),
  },
  closed,
);

const Characteristic = Type.Object(
  {
    /** TTL1, TTL2, TTCH, TTTM, TTCO, TTAI, TTFT, where the ePhyto mapping names it. */
    tag: Type.Optional(Type.String({ pattern: '^TT(L1|L2|CH|TM|CO|AI|FT)$' })),
    texts: Type.Optional(Texts(8000)),
    value: Type.Optional(SignedMeasure),
    minimum: Type.Optional(SignedMeasure),
    maximum: Type.Optional(SignedMeasure),
  },
  closedSome,
);

const Treatment = Type.Object(
  {
    /** UN 7187 process type code; ZZZ where the characteristics tell it. */
    type: Type.String({ pattern: '^([1-9]|[1-9][0-9]|10[01]|ZZZ)$' }),
    start: Type.Optional(Moment),
    end: Type.Optional(Moment),
    duration: Type.Optional(Measure),
    characteristics: list(Characteristic),
    country: Type.Optional(CountryCode),
    operator: Type.Optional(Party),
  },
  closed,
);
export type Treatment = Static<typeof Treatment>;

/** Statement of a re-export certificate on the original (ISPM 12, section 6; ePhyto tags RPC*). */
export const ReExport = Type.Object(
  {
    statement: Type.Optional(Texts(8000)),
    originCountries: list(Token(200)),
    originalNumber: Type.Optional(Token(100)),
    original: Type.Optional(Type.Boolean()),
    certifiedCopy: Type.Optional(Type.Boolean()),
    packed: Type.Optional(Type.Boolean()),
    repacked: Type.Optional(Type.Boolean()),
    originalContainers: Type.Optional(Type.Boolean()),
    newContainers: Type.Optional(Type.Boolean()),
    basedOnOriginal: Type.Optional(Type.Boolean()),
    additionalInspection: Type.Optional(Type.Boolean()),
  },
  closedSome,
);
export type ReExport = Static<typeof ReExport>;

/** A note whose subject is not an ePhyto tag with a place of its own; `list` is the code list of a subject. */
export const Note = Type.Object(
  {
    subject: Type.Optional(Token(60)),
    list: Type.Optional(Token(100)),
    texts: Type.Optional(Texts(8000)),
    codes: list(Type.Object({ code: Token(100), list: Type.Optional(Token(100)) }, closed)),
  },
  closedSome,
);
export type Note = Static<typeof Note>;

/**
 * Goods of one grower in a line. They debit the season balance of `grower` (a grower or a cooperative) with
 * `product` in `season`. All sources of a line together are its net weight.
 */
export const Source = Type.Object(
  {
    grower: Identifier,
    /** Of a cooperative: the member that grew it. */
    member: Type.Optional(Identifier),
    /** Greenhouse, orchard or field; packing house. */
    site: Type.Optional(Identifier),
    packingHouse: Type.Optional(Identifier),
    product: EppoCode,
    season: Season,
    quantity: Quantity,
  },
  closed,
);
export type Source = Static<typeof Source>;

/**
 * Goods that came in on another certificate: its record, its exporter and number, and what of its line goes on. They
 * debit what the issuer's own inspection released of that line.
 */
export const Original = Type.Object(
  {
    certificate: RecordId,
    exporter: InstitutionId,
    number: Token(100),
    line: Type.Integer({ minimum: 1, maximum: 99999 }),
    quantity: Quantity,
  },
  closed,
);
export type Original = Static<typeof Original>;

const goods = {
  descriptions: open(Texts(2000)),
  commonNames: Type.Optional(Texts(500)),
  botanicalNames: open(Texts(500, 100)),
  /** EPPO codes of the plant. */
  eppoCodes: openList(Token(20), 100),
  hs: openList(Classification),
  /** IPPC product class: plant part (IPPCPCVP) and condition (IPPCPCC). */
  plantParts: list(Classification),
  conditions: list(Classification),
  classifications: list(OtherClassification),
  batches: list(Token(100), 500),
  intendedUses: Type.Optional(Texts(500)),
  expiryDates: list(Moment),
  netWeight: Type.Optional(Measure),
  grossWeight: Type.Optional(Measure),
  netVolume: Type.Optional(Measure),
  grossVolume: Type.Optional(Measure),
  otherQuantity: Type.Optional(
    Type.Object({ value: Type.Optional(Decimal), unit: Type.Optional(Token(100)) }, closedSome),
  ),
  packages: openList(Package, 100),
  otherPackages: Type.Optional(Texts(1024)),
  marks: Type.Optional(Texts(1024, 100)),
  containers: list(Container, 100),
  origins: openList(Origin, 100),
  originPlaces: list(Place, 100),
  treatments: list(Treatment),
  declarations: Type.Optional(Texts(8000, 100)),
  importPermits: Type.Optional(Texts(256)),
  inspectionDates: list(Moment),
  otherInformation: Type.Optional(Texts(8000)),
  reExport: Type.Optional(ReExport),
  documents: list(ReferencedDocument),
  notes: list(Note, 200),
};

export const Line = Type.Object(
  {
    sequence: Type.Integer({ minimum: 1, maximum: 99999, [formHint]: 'row-number' }),
    ...goods,
    sources: openList(Source, 100),
    originals: list(Original),
    /** Records of laboratory results that are about this line. */
    laboratoryResults: list(RecordId),
  },
  closed,
);
export type Line = Static<typeof Line>;

/** Totals of the consignment: what TRACES writes as line 0. */
export const Totals = Type.Object(goods, closedSome);
export type Totals = Static<typeof Totals>;
