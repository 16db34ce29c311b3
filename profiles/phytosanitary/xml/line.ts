import type { Line, Totals } from '../claims/line.ts';
import { Count, Decimal, Text, Token } from '../claims/text.ts';
import { laboratoryResult, referencedDocument } from './attachments.ts';
import { classifications } from './classifications.ts';
import { type Claims, type Codec, complex, type Field, fieldsOf, isNull, reading } from './codec.ts';
import { originsWithGrowers, withoutGrowers } from './growers.ts';
import { code, count, languageText, measure, moment, plainDecimal, text, token } from './leaf.ts';
import { lineNotes, totalsNotes } from './line-notes.ts';
import { container, origin, place } from './parties.ts';
import type { Reader } from './reader.ts';
import { treatment } from './treatments.ts';
import type { Element } from './tree.ts';
import type { Writer } from './writer.ts';

type Package = NonNullable<Line['packages']>[number];

const k = fieldsOf<Package>();
const marking: Codec<string> = {
  read: (element, reader) =>
    complex<{ mark: string }>([fieldsOf<{ mark: string }>().one('Marking', 'mark', text(Text(1024)))], []).read(
      element,
      reader,
    )?.mark,
  write(value, name, writer) {
    writer.open(name);
    writer.leaf('Marking', value);
    writer.close(name);
  },
};
const physicalPackage = complex<Package>(
  [
    k.one('LevelCode', 'level', code(/^[1-5]$/), { mandatory: true }),
    k.one('TypeCode', 'type', code(/^[0-9A-Z]{2}$/), { mandatory: true }),
    k.one('ItemQuantity', 'count', count(Count), { mandatory: true }),
    k.one('NominalGrossWeightMeasure', 'grossWeight', measure(Decimal)),
    k.one('NominalGrossVolumeMeasure', 'grossVolume', measure(Decimal)),
    k.many('PhysicalSPSShippingMarks', 'marks', marking),
  ],
  ['level', 'type', 'count'],
);

const g = fieldsOf<Line>();
const documents = g.many('ReferenceSPSReferencedDocument', 'documents', referencedDocument);
const laboratoryResults = g.many('ReferenceSPSReferencedDocument', 'laboratoryResults', laboratoryResult);
const lineDocuments: Field = {
  ...documents,
  read(element, target, reader) {
    const before = (target['laboratoryResults'] as readonly string[] | undefined)?.length;
    laboratoryResults.read(element, target, reader);
    const after = (target['laboratoryResults'] as readonly string[] | undefined)?.length;
    if (after === before) documents.read(element, target, reader);
  },
  write(source, writer) {
    documents.write(source, writer);
    laboratoryResults.write(source, writer);
  },
};

/** The fields of the totals are those of a line but for what ties a line to registers and records. */
const goods = (notes: Field, references: Field): readonly Field[] => [
  g.many('Description', 'descriptions', languageText(2000), {
    mandatory: true,
    otherwise: (writer) => writer.leaf('Description', 'NULL'),
  }),
  g.many('CommonName', 'commonNames', languageText(500)),
  g.many('ScientificName', 'botanicalNames', languageText(500)),
  g.many('ProductionBatchID', 'batches', token(Token(100))),
  g.many('IntendedUse', 'intendedUses', languageText(500)),
  g.many('ExpiryDateTime', 'expiryDates', moment),
  g.one('NetWeightMeasure', 'netWeight', measure(Decimal)),
  g.one('GrossWeightMeasure', 'grossWeight', measure(Decimal)),
  g.one('NetVolumeMeasure', 'netVolume', measure(Decimal)),
  g.one('GrossVolumeMeasure', 'grossVolume', measure(Decimal)),
  notes,
  classifications,
  g.many('PhysicalSPSPackage', 'packages', physicalPackage),
  g.many('AssociatedSPSTransportEquipment', 'containers', container),
  g.many('OriginSPSCountry', 'origins', origin),
  g.many('OriginSPSLocation', 'originPlaces', place),
  g.many('AppliedSPSProcess', 'treatments', treatment),
  references,
];

const lineFields = goods(lineNotes, lineDocuments);
const totalsFields = goods(totalsNotes, documents);
const readLineFields = reading(lineFields);
const readTotalsFields = reading(totalsFields);

const sequenceForm = /^(0|[1-9][0-9]{0,4})$/;

/** The stated number of a line, or undefined when it has none that can be read. */
export function sequenceOf(element: Element, reader: Reader): number | undefined {
  const stated = element.children.find((child) => child.name === 'SequenceNumeric');
  const value = stated?.text.trim() ?? '';
  const plain = plainDecimal(value.replace(/\.0*$/, ''), sequenceForm);
  if (stated === undefined || plain === undefined) {
    const missing = value === '' || isNull(value);
    if (missing) reader.report('xml-missing', 'warn', element, { element: 'SequenceNumeric' }, 'SequenceNumeric');
    else reader.report('xml-unreadable', 'warn', stated ?? element, { value: value.slice(0, 80) });
    return undefined;
  }
  stated.taken = true;
  return Number(plain);
}

/** The line of an element, or for line 0 the totals. */
export function readLine(element: Element, sequence: number, reader: Reader): Claims {
  const target: Claims = {};
  const read = sequence === 0 ? readTotalsFields : readLineFields;
  read(element, target, reader);
  withoutGrowers(target);
  return target;
}

export function writeLine(line: Line, writer: Writer): void {
  write(line.sequence, { ...line, origins: originsWithGrowers(line) }, lineFields, writer);
}

export function writeTotals(totals: Totals, writer: Writer): void {
  write(0, totals, totalsFields, writer);
}

function write(sequence: number, goods: Claims, fields: readonly Field[], writer: Writer): void {
  writer.open('IncludedSPSTradeLineItem');
  writer.leaf('SequenceNumeric', String(sequence));
  for (const field of fields) field.write(goods, writer);
  writer.close('IncludedSPSTradeLineItem');
}
