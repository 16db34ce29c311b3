import type { Classification, Line, Totals } from '../claims/line.ts';
import { Count, Decimal, Text, Token } from '../claims/text.ts';
import { referencedDocument } from './attachments.ts';
import { type Claims, type Codec, complex, type Field, fieldsOf, isNull, reading } from './codec.ts';
import { code, count, languageText, measure, moment, plainDecimal, text, token } from './leaf.ts';
import { dates, decimal, grouped, lines, notes, reExportTags, type Tag, texts, token as tokenTag } from './notes.ts';
import { container, origin, place } from './parties.ts';
import { type Reader, release } from './reader.ts';
import { treatment } from './treatments.ts';
import type { Element } from './tree.ts';
import type { Writer } from './writer.ts';

type Package = NonNullable<Line['packages']>[number];
type OtherClassification = NonNullable<Line['classifications']>[number];

/** Systems of the mapping that have a member of their own. */
const systems: ReadonlyMap<string, 'hs' | 'plantParts' | 'conditions'> = new Map([
  ['HS', 'hs'],
  ['IPPCPCVP', 'plantParts'],
  ['IPPCPCC', 'conditions'],
]);

const c = fieldsOf<OtherClassification>();
const className = languageText(500);
const classCode = token(Token(70));
const raw = complex<OtherClassification & { systemId?: string }>(
  [
    fieldsOf<{ systemId?: string }>().one('SystemID', 'systemId', token(Token(60))),
    c.one('SystemName', 'system', token(Token(60)), { mandatory: true }),
    c.one('ClassCode', 'code', classCode),
    c.many('ClassName', 'names', className),
  ],
  [],
);

const push = (target: Claims, member: string, value: unknown): void => {
  target[member] = [...((target[member] as unknown[]) ?? []), value];
};

/** TRACES names a system by its id and writes a title as its name; ePhyto has the name alone. */
const classifications: Field = {
  element: 'ApplicableSPSClassification',
  mandatory: false,
  read(element, target, reader) {
    const found = raw.read(element, reader);
    if (found === undefined) return;
    const { system: name, systemId, ...classification } = found;
    const system = systemId ?? name;
    const member = system === undefined ? undefined : systems.get(system);
    if (system === undefined || Object.keys(classification).length === 0) release(element);
    else if (system === 'EPPO' && classification.code !== undefined && classification.names === undefined) {
      if (classification.code.length > 20) release(element);
      else push(target, 'eppoCodes', classification.code);
    } else if (member !== undefined) push(target, member, classification);
    else push(target, 'classifications', { system, ...classification });
    // The title of a system known by its id goes to the unmapped content.
    if (systemId !== undefined && name !== undefined && name !== systemId) {
      for (const child of element.children) if (child.name === 'SystemName') release(child);
    }
  },
  write(source, writer) {
    for (const [system, member] of systems) {
      for (const { code, names } of (source[member] as readonly Classification[] | undefined) ?? []) {
        writer.open('ApplicableSPSClassification');
        writer.leaf('SystemName', system);
        if (code !== undefined) writer.leaf('ClassCode', code);
        for (const name of names ?? []) className.write(name, 'ClassName', writer);
        writer.close('ApplicableSPSClassification');
      }
    }
  },
};

const lineTags: Readonly<Record<string, Tag>> = {
  ADTLIL: texts('declarations', 8000),
  ADIPTLIL: texts('importPermits', 256),
  ADDITLIL: dates('inspectionDates'),
  ADAOTLIL: texts('otherInformation', 8000),
  DMTLIL: texts('marks', 1024),
  OPTND: texts('otherPackages', 1024),
  ...grouped('otherQuantity', { OQV: decimal('value'), OQU: tokenTag('unit', 100) }),
  ...reExportTags,
  // The schema lists no EPPO system among its classifications; a note can say it.
  EPPO: lines('eppoCodes', 20),
};

/** Classifications of systems the schema does not list travel as notes; `list` marks them for the way back. */
const classificationList = 'ApplicableSPSClassification';

const lineNotes = notes('AdditionalInformationSPSNote', lineTags);

function classificationOf(note: Claims): OtherClassification | undefined {
  const { subject, list, texts: names, codes } = note as NonNullable<Line['notes']>[number];
  if (list !== classificationList || subject === undefined || (codes?.length ?? 0) > 1) return undefined;
  const code = codes?.[0]?.code;
  return {
    system: subject,
    ...(code === undefined ? {} : { code }),
    ...(names === undefined ? {} : { names }),
  };
}

const notesWithClassifications: Field = {
  ...lineNotes,
  read(element, target, reader) {
    const before = (target['notes'] as readonly Claims[] | undefined) ?? [];
    const count = before.length;
    lineNotes.read(element, target, reader);
    const after = (target['notes'] as Claims[] | undefined) ?? [];
    const last = after[count];
    const classification = last === undefined ? undefined : classificationOf(last);
    if (classification === undefined) return;
    after.pop();
    if (after.length === 0) delete target['notes'];
    push(target, 'classifications', classification);
  },
  write(source, writer) {
    const others = (source['classifications'] as readonly OtherClassification[] | undefined) ?? [];
    const asNotes = others.map(({ system, code, names }) => ({
      subject: system,
      list: classificationList,
      ...(code === undefined ? {} : { codes: [{ code }] }),
      ...(names === undefined ? {} : { texts: names }),
    }));
    const all = [...asNotes, ...((source['notes'] as readonly unknown[] | undefined) ?? [])];
    lineNotes.write(all.length === 0 ? source : { ...source, notes: all }, writer);
  },
};

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

const g = fieldsOf<Totals>();
const goods: readonly Field[] = [
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
  notesWithClassifications,
  classifications,
  g.many('PhysicalSPSPackage', 'packages', physicalPackage),
  g.many('AssociatedSPSTransportEquipment', 'containers', container),
  g.many('OriginSPSCountry', 'origins', origin),
  g.many('OriginSPSLocation', 'originPlaces', place),
  g.many('AppliedSPSProcess', 'treatments', treatment),
  g.many('ReferenceSPSReferencedDocument', 'documents', referencedDocument),
];

const readGoods = reading(goods);

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

export function readLine(element: Element, reader: Reader): Claims {
  const target: Claims = {};
  readGoods(element, target, reader);
  return target;
}

export function writeLine(sequence: number, line: Line | Totals, writer: Writer): void {
  writer.open('IncludedSPSTradeLineItem');
  writer.leaf('SequenceNumeric', String(sequence));
  for (const field of goods) field.write(line as Claims, writer);
  writer.close('IncludedSPSTradeLineItem');
}
