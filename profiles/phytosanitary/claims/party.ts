import { type Static, Type } from 'typebox';
import { CountryCode, closed, closedSome, Digest, Moment, open, Text, Texts, Token } from './text.ts';

export const Country = Type.Object({ code: CountryCode, names: Type.Optional(Texts(200)) }, closed);
export type Country = Static<typeof Country>;

/** A place; `code` is a UN/LOCODE or a national code. */
export const Place = Type.Object({ code: Type.Optional(Token(60)), names: Texts(300) }, closed);
export type Place = Static<typeof Place>;

export const Person = Type.Object(
  { name: Text(200), qualifications: Type.Optional(Texts(200)), abbreviation: Type.Optional(Text(60)) },
  closed,
);

const addressLines = Type.Array(Text(300), { minItems: 1, maxItems: 5 });
const party = {
  id: Type.Optional(Token(100)),
  name: Type.Optional(Text(300)),
  addressLines: open(addressLines),
  postcode: Type.Optional(Token(20)),
  city: Type.Optional(Text(200)),
  country: Type.Optional(CountryCode),
  countryName: Type.Optional(Text(200)),
  subdivision: Type.Optional(Text(200)),
  contacts: Type.Optional(Type.Array(Text(200), { minItems: 1, maxItems: 10 })),
  person: Type.Optional(Person),
};
export const Party = Type.Object(party, closedSome);
export type Party = Static<typeof Party>;

/** A party that is somebody, known by name rather than by address. */
const Officer = Type.Object({ ...party, addressLines: Type.Optional(addressLines), person: open(Person) }, closedSome);

/** Who grew or packed it: a farm, a greenhouse, a packing house. */
export const Producer = Party;

export const Subdivision = Type.Object(
  {
    code: Type.Optional(Token(60)),
    names: Texts(300),
    producers: Type.Optional(Type.Array(Producer, { minItems: 1, maxItems: 100 })),
  },
  closed,
);

/** Place of origin (ISPM 12, section I.6). */
export const Origin = Type.Object(
  {
    country: CountryCode,
    names: Type.Optional(Texts(200)),
    subdivisions: Type.Optional(Type.Array(Subdivision, { minItems: 1, maxItems: 100 })),
  },
  closed,
);
export type Origin = Static<typeof Origin>;

export const Seal = Type.Object({ number: Token(60), lastNumber: Type.Optional(Token(60)) }, closed);
export const Container = Type.Object(
  {
    number: Type.Optional(Token(60)),
    seals: Type.Optional(Type.Array(Seal, { minItems: 1, maxItems: 100 })),
  },
  closedSome,
);
export type Container = Static<typeof Container>;

/** Rec. 19 mode; name and number of the vehicle, wagon, vessel or flight. */
export const Conveyance = Type.Object(
  {
    mode: Type.Optional(Type.String({ pattern: '^[1-9]$' })),
    name: Type.Optional(Text(200)),
    id: Type.Optional(Token(100)),
  },
  closedSome,
);
export type Conveyance = Static<typeof Conveyance>;

export const Attachment = Type.Object(
  {
    digest: Digest,
    mediaType: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' }),
    name: Type.Optional(Token(255)),
  },
  closed,
);
export type Attachment = Static<typeof Attachment>;

/** Another document; its files are annexes of the record, named by digest. */
export const ReferencedDocument = Type.Object(
  {
    number: Type.Optional(Token(100)),
    /** UN 1001 document name code. */
    type: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{1,3}$' })),
    /** UN 1153 reference code: AWR original, ZZZ mutually defined. */
    relationship: Type.Optional(Type.String({ pattern: '^[A-Z]{2,3}$' })),
    issued: Type.Optional(Moment),
    information: Type.Optional(Text(2000)),
    attachments: Type.Optional(Type.Array(Attachment, { minItems: 1, maxItems: 20 })),
  },
  closedSome,
);
export type ReferencedDocument = Static<typeof ReferencedDocument>;

export const Statement = Type.Object({ number: Token(60), texts: Type.Optional(Texts(8000)) }, closed);

/** Place, date and officer of issue with the certifying statements. */
export const Signatory = Type.Object(
  {
    /** UN 9417 government action code. */
    action: Type.Optional(Type.String({ pattern: '^([1-9]|10)$' })),
    date: Type.Optional(Moment),
    place: open(Place),
    officer: open(Officer),
    office: Type.Optional(Party),
    statements: Type.Optional(Type.Array(Statement, { minItems: 1, maxItems: 50 })),
  },
  closedSome,
);
export type Signatory = Static<typeof Signatory>;
