import { type Static, Type } from 'typebox';
import { Line, Note, ReExport, Totals } from './line.ts';
import { Container, Conveyance, Country, Party, Place, ReferencedDocument, Signatory } from './party.ts';
import { closed, closedSome, Moment, open, openList, Texts, Token } from './text.ts';

const list = <T extends Parameters<typeof Type.Array>[0]>(items: T, maxItems = 50) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems }));

/** Data on the certificate that this one replaces (ePhyto tags ADRP, ADRPN, ADRD, ADRPR). */
export const Replacement = Type.Object(
  {
    statement: Type.Optional(Texts(8000)),
    number: Type.Optional(Token(60)),
    date: Type.Optional(Moment),
    reasons: Type.Optional(Texts(512)),
  },
  closedSome,
);

/** What a document said that has no place here, so that nothing is lost: element path, text, attributes. */
export const Unmapped = Type.Object(
  {
    path: Type.String({ minLength: 1, maxLength: 2000 }),
    text: Type.Optional(Type.String({ maxLength: 200_000 })),
    attributes: Type.Optional(
      Type.Array(
        Type.Object({ name: Type.String({ maxLength: 500 }), value: Type.String({ maxLength: 20_000 }) }, closed),
        { minItems: 1, maxItems: 100 },
      ),
    ),
  },
  closed,
);
export type Unmapped = Static<typeof Unmapped>;

/** Claims of a phytosanitary certificate (UN 1001 code 851) and of one for re-export (657), after ISPM 12. */
export const Certificate = Type.Object(
  {
    number: Token(100),
    titles: Type.Optional(Texts(300)),
    remarks: Type.Optional(Texts(8000)),
    /** UN 4405 status where a document states another than 70, issued. */
    status: Type.Optional(Type.String({ pattern: '^(1|35|39|40|41|42|44|47|55|64|97|99|122|124|146)$' })),
    issued: Moment,
    issuingOrganisation: open(Party),
    exportCountry: Country,
    importCountry: Country,
    reExportCountries: list(Country),
    transitCountries: list(Country),
    consignor: open(Party),
    consignee: open(Party),
    carrier: Type.Optional(Party),
    despatcher: Type.Optional(Party),
    deliveryParty: Type.Optional(Party),
    customsAgent: Type.Optional(Party),
    consignment: Type.Optional(Token(100)),
    available: Type.Optional(Moment),
    departure: Type.Optional(Moment),
    loadingPoint: Type.Optional(Place),
    receiptPlace: Type.Optional(Place),
    transitPlaces: list(Place),
    entryPoint: open(Place),
    examinationPlace: Type.Optional(Place),
    conveyances: openList(Conveyance),
    containers: list(Container, 200),
    lines: Type.Array(Line, { minItems: 1, maxItems: 500 }),
    totals: Type.Optional(Totals),
    marks: open(Texts(1024, 100)),
    declarations: open(Texts(8000, 100)),
    importPermits: Type.Optional(Texts(256)),
    inspectionDates: list(Moment),
    otherInformation: Type.Optional(Texts(8000)),
    financialLiability: Type.Optional(Texts(8000)),
    replacement: Type.Optional(Replacement),
    reExport: Type.Optional(ReExport),
    notes: list(Note, 200),
    signatories: openList(Signatory, 10),
    documents: list(ReferencedDocument),
    unmapped: list(Unmapped, 5000),
  },
  closed,
);
export type Certificate = Static<typeof Certificate>;
export type Replacement = Static<typeof Replacement>;
