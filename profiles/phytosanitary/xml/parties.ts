import type { Static } from 'typebox';
import type {
  Container as ContainerClaims,
  Conveyance as ConveyanceClaims,
  Country as CountryClaims,
  Origin as OriginClaims,
  Party as PartyClaims,
  Person as PersonSchema,
  Place as PlaceClaims,
  Seal as SealSchema,
  Signatory as SignatoryClaims,
  Statement as StatementSchema,
  Subdivision as SubdivisionSchema,
} from '../claims/party.ts';
import { Text, Token } from '../claims/text.ts';
import { type Claims, type Codec, complex, type Field, fieldsOf, reading } from './codec.ts';
import { attributeOf, code, languageText, moment, text, token } from './leaf.ts';
import { attribute, type Writer } from './writer.ts';

type Person = Static<typeof PersonSchema>;
type Seal = Static<typeof SealSchema>;
type Statement = Static<typeof StatementSchema>;
type Subdivision = Static<typeof SubdivisionSchema>;

const addressLine = text(Text(300));
const lineElements = ['LineOne', 'LineTwo', 'LineThree', 'LineFour', 'LineFive'];

/** LineOne to LineFive are one list; lines left out between others close up. */
const addressLines: readonly Field[] = lineElements.map((element, index) => ({
  element,
  mandatory: false,
  read(child, target, reader) {
    const value = addressLine.read(child, reader);
    if (value === undefined) return;
    if (target['addressLines'] === undefined) target['addressLines'] = [value];
    else (target['addressLines'] as string[]).push(value);
  },
  write(source, writer) {
    const value = (source['addressLines'] as readonly string[] | undefined)?.[index];
    if (value !== undefined) writer.leaf(element, value);
  },
}));

const p = fieldsOf<PartyClaims>();
const address: readonly Field[] = [
  p.one('PostcodeCode', 'postcode', token(Token(20))),
  ...addressLines,
  p.one('CityName', 'city', text(Text(200))),
  p.one('CountryID', 'country', code(/^[A-Z]{2}$/)),
  p.one('CountryName', 'countryName', text(Text(200))),
  p.one('CountrySubDivisionName', 'subdivision', text(Text(200))),
];

const q = fieldsOf<{ names: PlaceClaims['names'] }>();
const name200 = languageText(200);
const name300 = languageText(300);

const person = fieldsOf<Person>();
const attained = reading([
  q.many('Name', 'names', name200),
  fieldsOf<Person>().one('AbbreviatedName', 'abbreviation', text(Text(60))),
]);

/** One qualification element carries all names and one abbreviation. */
const qualification: Field = {
  element: 'AttainedSPSQualification',
  mandatory: false,
  read(element, target, reader) {
    const inner: Claims = { ...(target['abbreviation'] === undefined ? {} : { abbreviation: target['abbreviation'] }) };
    attained(element, inner, reader);
    if (inner['names'] !== undefined) {
      target['qualifications'] = [...((target['qualifications'] as unknown[]) ?? []), ...(inner['names'] as unknown[])];
    }
    if (inner['abbreviation'] !== undefined) target['abbreviation'] = inner['abbreviation'];
  },
  write(source, writer) {
    const names = source['qualifications'] as Person['qualifications'];
    const abbreviation = source['abbreviation'] as string | undefined;
    if (names === undefined && abbreviation === undefined) return;
    writer.open('AttainedSPSQualification');
    if (names === undefined) writer.leaf('Name', 'NULL');
    else for (const name of names) name200.write(name, 'Name', writer);
    if (abbreviation !== undefined) writer.leaf('AbbreviatedName', abbreviation);
    writer.close('AttainedSPSQualification');
  },
};

const personCodec = complex<Person>([person.one('Name', 'name', text(Text(200))), qualification], ['name']);

interface Contact {
  readonly name: string;
}
const contactCodec = complex<Contact>([fieldsOf<Contact>().one('PersonName', 'name', text(Text(200)))], ['name']);
const contact: Codec<string> = {
  read: (element, reader) => contactCodec.read(element, reader)?.name,
  write: (value, name, writer) => contactCodec.write({ name: value }, name, writer),
};

const afterId: readonly Field[] = [
  p.one('Name', 'name', text(Text(300))),
  p.within('SpecifiedSPSAddress', address),
  p.many('DefinedSPSContact', 'contacts', contact),
  p.one('SpecifiedSPSPerson', 'person', personCodec),
];

const idField = p.one('ID', 'id', token(Token(100)));
export const party: Codec<PartyClaims> = complex<PartyClaims>([idField, ...afterId], []);

/** `marked` tells a producer that stands for the grower of a source; it never gets into the claims. */
export type MarkedProducer = PartyClaims & { readonly marked?: true };

const growerScheme = 'samur-grower';

const markedId: Field = {
  ...idField,
  read(element, target, reader) {
    const first = target['id'] === undefined;
    idField.read(element, target, reader);
    const scheme = attributeOf(element, 'schemeID');
    if (!first || target['id'] === undefined || scheme?.value !== growerScheme) return;
    scheme.taken = true;
    target['marked'] = true;
  },
  write(source, writer) {
    if (source['marked'] !== true) idField.write(source, writer);
    else writer.leaf('ID', source['id'] as string, attribute('schemeID', growerScheme));
  },
};
const producer: Codec<MarkedProducer> = complex<MarkedProducer>([markedId, ...afterId], []);

const c = fieldsOf<CountryClaims>();
export const country: Codec<CountryClaims> = complex<CountryClaims>(
  [c.one('ID', 'code', code(/^[A-Z]{2}$/), { mandatory: true }), c.many('Name', 'names', name200)],
  ['code'],
);

/** A country of which the claims keep the code only. */
export const countryCode: Codec<string> = {
  read: (element, reader) =>
    complex<{ code: string }>([c.one('ID', 'code', code(/^[A-Z]{2}$/), { mandatory: true })], ['code']).read(
      element,
      reader,
    )?.code,
  write: (value, name, writer) => country.write({ code: value }, name, writer),
};

const l = fieldsOf<PlaceClaims>();
const placeCodec = complex<PlaceClaims>([l.one('ID', 'code', token(Token(60))), l.many('Name', 'names', name300)], []);

/** The schema asks for a name; a place that has only a code is named by it. */
export const place: Codec<PlaceClaims> = {
  read(element, reader) {
    const found = placeCodec.read(element, reader);
    if (found === undefined || found.names !== undefined) return found;
    reader.report('xml-missing', 'warn', element, { element: 'Name' }, 'Name');
    return { ...found, names: [{ text: found.code as string }] };
  },
  write: placeCodec.write,
};

/** What is written where the schema demands a place and none is stated. */
export const noPlace =
  (name: string) =>
  (writer: Writer): void => {
    writer.open(name);
    writer.leaf('Name', 'NULL');
    writer.close(name);
  };

const d = fieldsOf<Subdivision>();
const subdivision = complex<Subdivision>(
  [
    d.one('ID', 'code', token(Token(60))),
    d.many('Name', 'names', name300, { mandatory: true }),
    d.many('ActivityAuthorizedSPSParty', 'producers', producer),
  ],
  ['names'],
);

const o = fieldsOf<OriginClaims>();
export const origin: Codec<OriginClaims> = complex<OriginClaims>(
  [
    o.one('ID', 'country', code(/^[A-Z]{2}$/), { mandatory: true }),
    o.many('Name', 'names', name200),
    o.many('SubordinateSPSCountrySubDivision', 'subdivisions', subdivision),
  ],
  ['country'],
);

const s = fieldsOf<Seal>();
const seal = complex<Seal>(
  [s.one('ID', 'number', token(Token(60))), s.one('MaximumID', 'lastNumber', token(Token(60)))],
  ['number'],
);

const e = fieldsOf<ContainerClaims>();
export const container: Codec<ContainerClaims> = complex<ContainerClaims>(
  [e.one('ID', 'number', token(Token(60))), e.many('AffixedSPSSeal', 'seals', seal)],
  [],
);

const mode = code(/^[0-9]$/);
const m = fieldsOf<ConveyanceClaims>();
/** Mode 0 is “not specified”: what the schema demands where none is stated. */
export const conveyance: Codec<ConveyanceClaims> = complex<ConveyanceClaims>(
  [
    m.one('ID', 'id', token(Token(100))),
    m.one(
      'ModeCode',
      'mode',
      {
        read(element, reader) {
          const value = mode.read(element, reader);
          return value === '0' ? undefined : value;
        },
        write: mode.write,
      },
      { mandatory: true, otherwise: (writer) => writer.leaf('ModeCode', '0') },
    ),
    m.within('UsedSPSTransportMeans', [m.one('Name', 'name', text(Text(200)))]),
  ],
  [],
);

const t = fieldsOf<Statement>();
const statement = complex<Statement>(
  [t.one('ID', 'number', token(Token(60))), t.many('Content', 'texts', languageText(8000))],
  ['number'],
);

const a = fieldsOf<SignatoryClaims>();
export const signatory: Codec<SignatoryClaims> = complex<SignatoryClaims>(
  [
    a.one('TypeCode', 'action', code(/^([1-9]|10)$/)),
    a.one('ActualDateTime', 'date', moment),
    a.one('IssueSPSLocation', 'place', place, { mandatory: true, otherwise: noPlace('IssueSPSLocation') }),
    a.one('ProviderSPSParty', 'officer', party),
    a.one('LocationProviderSPSParty', 'office', party),
    a.many('IncludedSPSClause', 'statements', statement),
  ],
  [],
);
