import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Reading } from '../../../kernel/format.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Certificate } from '../claims/certificate.ts';
import { Token } from '../claims/text.ts';
import { referencedDocument } from './attachments.ts';
import { type Claims, type Field, fieldsOf, reading } from './codec.ts';
import { code, languageText, moment, token } from './leaf.ts';
import { readLine, sequenceOf, writeLine, writeTotals } from './line.ts';
import { date, dates, grouped, notes, reExportTags, type Tag, texts, token as tokenTag } from './notes.ts';
import { container, conveyance, country, noPlace, party, place, signatory } from './parties.ts';
import { Reader, unmappedOf } from './reader.ts';
import { type Element, pathOf } from './tree.ts';
import { Writer } from './writer.ts';

const certificateNamespace = 'urn:un:unece:uncefact:data:standard:SPSCertificate:17';
const entityNamespace = 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:21';
const dataTypeNamespace = 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:21';

/** UN 1001 codes of the types of this profile. */
const typeOfCode: ReadonlyMap<string, string> = new Map([
  ['851', 'certificate'],
  ['657', 're-export-certificate'],
]);

const issuedStatus = '70';

const documentTags: Readonly<Record<string, Tag>> = {
  SPSFL: texts('financialLiability', 8000),
  DMCL: texts('marks', 1024),
  ADEDL: texts('declarations', 8000),
  ADIPEDL: texts('importPermits', 256),
  ADDIEDL: dates('inspectionDates'),
  ADAOEDL: texts('otherInformation', 8000),
  ...grouped('replacement', {
    ADRP: texts('statement', 8000),
    ADRPN: tokenTag('number', 60),
    ADRD: date('date'),
    ADRPR: texts('reasons', 512),
  }),
  ...reExportTags,
};

const empty = (name: string) => (writer: Writer) => {
  writer.open(name);
  writer.close(name);
};

const f = fieldsOf<Certificate>();
const documentFields = (typeCode: string): readonly Field[] => [
  f.many('Name', 'titles', languageText(300)),
  f.one('ID', 'number', token(Token(100))),
  f.many('Description', 'remarks', languageText(8000)),
  {
    element: 'TypeCode',
    mandatory: false,
    // Read before all else: it decides the type.
    read: (element) => {
      element.taken = true;
    },
    write: (_, writer) => writer.leaf('TypeCode', typeCode),
  },
  f.one('StatusCode', 'status', status(), {
    mandatory: true,
    otherwise: (writer) => writer.leaf('StatusCode', issuedStatus),
  }),
  f.one('IssueDateTime', 'issued', moment),
  f.one('IssuerSPSParty', 'issuingOrganisation', party, { mandatory: true, otherwise: empty('IssuerSPSParty') }),
  notes('IncludedSPSNote', documentTags),
  f.many('ReferenceSPSReferencedDocument', 'documents', referencedDocument),
  f.many('SignatorySPSAuthentication', 'signatories', signatory, {
    mandatory: true,
    otherwise(writer) {
      writer.open('SignatorySPSAuthentication');
      noPlace('IssueSPSLocation')(writer);
      writer.close('SignatorySPSAuthentication');
    },
  }),
];

/** Issued is the status of every certificate here and is not kept. */
function status() {
  const known = code(/^(1|35|39|40|41|42|44|47|55|64|70|97|99|122|124|146)$/);
  return {
    read(element: Element, reader: Reader) {
      const value = known.read(element, reader);
      return value === issuedStatus ? undefined : value;
    },
    write: known.write,
  };
}

const consignmentFields: readonly Field[] = [
  f.one('ID', 'consignment', token(Token(100))),
  f.one('AvailabilityDueDateTime', 'available', moment),
  f.one('ExportExitDateTime', 'departure', moment),
  f.one('ConsignorSPSParty', 'consignor', party, { mandatory: true, otherwise: empty('ConsignorSPSParty') }),
  f.one('ConsigneeSPSParty', 'consignee', party, { mandatory: true, otherwise: empty('ConsigneeSPSParty') }),
  f.one('ExportSPSCountry', 'exportCountry', country),
  f.many('ReExportSPSCountry', 'reExportCountries', country),
  f.one('LoadingBaseportSPSLocation', 'loadingPoint', place),
  f.one('ImportSPSCountry', 'importCountry', country),
  f.one('ConsigneeReceiptSPSLocation', 'receiptPlace', place),
  f.many('TransitSPSCountry', 'transitCountries', country),
  f.many('TransitSPSLocation', 'transitPlaces', place),
  f.one('UnloadingBaseportSPSLocation', 'entryPoint', place),
  f.within('ExaminationSPSEvent', [f.one('OccurrenceSPSLocation', 'examinationPlace', place)], {
    mandatory: true,
    emptiness: 'usual',
    otherwise(writer) {
      writer.open('ExaminationSPSEvent');
      noPlace('OccurrenceSPSLocation')(writer);
      writer.close('ExaminationSPSEvent');
    },
  }),
  f.one('CarrierSPSParty', 'carrier', party),
  f.one('DespatchSPSParty', 'despatcher', party),
  f.one('DeliverySPSParty', 'deliveryParty', party),
  f.one('CustomsTransitAgentSPSParty', 'customsAgent', party),
  f.many('MainCarriageSPSTransportMovement', 'conveyances', conveyance),
  f.many('UtilizedSPSTransportEquipment', 'containers', container),
];

const readDocument = reading(documentFields(''));
const readConsignment = reading(consignmentFields);

const inner = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);

/** A certificate cannot be made without these; everything else may be missing and is told as a finding. */
const indispensable = [
  ['number', 'SPSExchangedDocument', 'ID'],
  ['issued', 'SPSExchangedDocument', 'IssueDateTime'],
  ['exportCountry', 'SPSConsignment', 'ExportSPSCountry'],
  ['importCountry', 'SPSConsignment', 'ImportSPSCountry'],
] as const;

export function readCertificate(root: Element): Reading | Refusal {
  if (root.name !== 'SPSCertificate' || root.namespace !== certificateNamespace) {
    return refuse('xml.wrong-root', { element: root.name.slice(0, 120) }, pathOf(root).slice(0, 200));
  }
  const document = inner(root, 'SPSExchangedDocument');
  const consignment = inner(root, 'SPSConsignment');
  if (document === undefined) return refuse('xml.missing-element', {}, `${pathOf(root)}/SPSExchangedDocument`);
  if (consignment === undefined) return refuse('xml.missing-element', {}, `${pathOf(root)}/SPSConsignment`);
  const stated = inner(document, 'TypeCode');
  const typeCode = stated?.text.trim() ?? '';
  const type = typeOfCode.get(typeCode);
  if (type === undefined) {
    const path = `${pathOf(document)}/TypeCode`;
    return typeCode === ''
      ? refuse('xml.missing-element', {}, path)
      : refuse('xml.bad-value', { value: typeCode.slice(0, 40) }, path);
  }
  const reader = new Reader();
  const claims: Claims = {};
  readDocument(document, claims, reader);
  readConsignment(consignment, claims, reader);
  for (const [member, parent, name] of indispensable) {
    if (claims[member] !== undefined) continue;
    const path = `/SPSCertificate/${parent}/${name}`;
    const value = inner(parent === 'SPSConsignment' ? consignment : document, name)?.text.trim() ?? '';
    return inner(parent === 'SPSConsignment' ? consignment : document, name) === undefined
      ? refuse('xml.missing-element', {}, path)
      : refuse('xml.bad-value', { value: value.slice(0, 40) }, path);
  }
  const fault = readLines(consignment, claims, reader);
  if (fault !== undefined) return fault;
  return finish(root, type, claims, reader);
}

/** Lines of all items in document order; line 0 is the total. */
function readLines(consignment: Element, claims: Claims, reader: Reader): Refusal | undefined {
  const items = consignment.children.filter((child) => child.name === 'IncludedSPSConsignmentItem');
  const elements = items.flatMap((item) => item.children.filter((child) => child.name === 'IncludedSPSTradeLineItem'));
  if (items.length > 1) reader.report('xml-items-joined', 'inform', consignment, { count: items.length });
  const sequences = elements.map((element) => sequenceOf(element, reader));
  const unused = unusedAfter(sequences);
  const lines: Claims[] = [];
  for (const [index, element] of elements.entries()) {
    const sequence = sequences[index] ?? unused();
    const line = readLine(element, sequence, reader);
    if (sequence !== 0) lines.push({ sequence, ...line });
    else if (claims['totals'] === undefined) {
      if (Object.keys(line).length > 0) claims['totals'] = line;
    } else return refuse('xml.bad-value', { value: '0' }, `${pathOf(element)}/SequenceNumeric`);
  }
  if (lines.length === 0) {
    return refuse(
      'xml.missing-element',
      {},
      `${pathOf(consignment)}/IncludedSPSConsignmentItem/IncludedSPSTradeLineItem`,
    );
  }
  claims['lines'] = lines;
  return undefined;
}

const maxSequence = 99_999;

/** Numbers for lines that state none: after the last one while there are any. */
function unusedAfter(sequences: readonly (number | undefined)[]): () => number {
  const used = new Set(sequences);
  let next = sequences.reduce<number>((last, sequence = 0) => Math.max(last, sequence), 0);
  return () => {
    do next = next < maxSequence ? next + 1 : 1;
    while (used.has(next));
    used.add(next);
    return next;
  };
}

const maxUnmapped = 5000;

function finish(root: Element, type: string, claims: Claims, reader: Reader): Reading | Refusal {
  const unmapped = unmappedOf(root);
  if (unmapped.length > maxUnmapped) return refuse('input.too-large', { limit: maxUnmapped });
  if (unmapped.length > 0) {
    claims['unmapped'] = unmapped;
    reader.report('xml-unmapped', 'inform', root, { count: unmapped.length });
  }
  return { type, claims: claims as JsonObject, findings: reader.findings, annexes: reader.annexes };
}

/** Valid under the schema for claims that satisfy theirs; `unmapped` is not written. */
export function writeCertificate(
  type: string,
  claims: JsonObject,
  annexes: ReadonlyMap<string, Uint8Array>,
): string | Refusal {
  const typeCode = [...typeOfCode].find(([, name]) => name === type)?.[0];
  if (typeCode === undefined) return refuse('record.unknown-type', { type });
  const certificate = claims as unknown as Certificate;
  const writer = new Writer(annexes);
  writer.text =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<rsm:SPSCertificate xmlns:rsm="${certificateNamespace}" xmlns:ram="${entityNamespace}" xmlns:udt="${dataTypeNamespace}">`;
  writer.open('SPSExchangedDocument', 'rsm');
  for (const field of documentFields(typeCode)) field.write(claims, writer);
  writer.close('SPSExchangedDocument', 'rsm');
  writer.open('SPSConsignment', 'rsm');
  for (const field of consignmentFields) field.write(claims, writer);
  writer.open('IncludedSPSConsignmentItem');
  if (certificate.totals !== undefined) writeTotals(certificate.totals, writer);
  for (const line of certificate.lines) writeLine(line, writer);
  writer.close('IncludedSPSConsignmentItem');
  writer.close('SPSConsignment', 'rsm');
  writer.close('SPSCertificate', 'rsm');
  const absent = writer.missing[0];
  return absent === undefined ? writer.text : refuse('record.annex-missing', { digest: absent });
}
