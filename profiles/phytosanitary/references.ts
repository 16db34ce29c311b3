/** Numbers under which people look for records of this profile, and by which records are of one matter. */
import { isContainerShaped } from '../../kernel/check-digits.ts';
import type { RecordType } from '../../kernel/profile.ts';
import { type Reference, type ReferenceKind, recordKind } from '../../kernel/reference.ts';
import type { Lifting, Suspension } from './claims/admission.ts';
import type { CaseReply, CaseRuling, NonCompliance } from './claims/case.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Departure } from './claims/departure.ts';
import type { Settlement } from './claims/follow-ups.ts';
import type { Inspection } from './claims/inspection.ts';
import type { LaboratoryResult } from './claims/laboratory.ts';
import type { Line } from './claims/line.ts';
import type { Notice, TransportUnit } from './claims/notice.ts';
import type { Container, ReferencedDocument } from './claims/party.ts';

/** Kinds of numbers; other profiles mean the same by these names. */
export const referenceKinds: Readonly<Record<string, ReferenceKind>> = {
  vehicle: {
    title: { az: 'Nəqliyyat vasitəsi', ru: 'Транспортное средство', en: 'Vehicle' },
    joins: false,
  },
  wagon: { title: { az: 'Vaqon', ru: 'Вагон', en: 'Wagon' }, joins: false },
  container: { title: { az: 'Konteyner', ru: 'Контейнер', en: 'Container' }, joins: false },
  seal: { title: { az: 'Plomb', ru: 'Пломба', en: 'Seal' }, joins: false },
  certificate: { title: { az: 'Sertifikat', ru: 'Сертификат', en: 'Certificate' }, joins: true, borne: true },
  declaration: {
    title: { az: 'Gömrük bəyannaməsi', ru: 'Таможенная декларация', en: 'Customs declaration' },
    joins: true,
  },
  'transport-document': {
    title: { az: 'Nəqliyyat sənədi', ru: 'Транспортный документ', en: 'Transport document' },
    joins: true,
  },
  notice: {
    title: { az: 'İlkin bildiriş', ru: 'Предварительное уведомление', en: 'Prior notice' },
    joins: true,
    borne: true,
  },
  'laboratory-result': {
    title: { az: 'Laboratoriya nəticəsi', ru: 'Результат лаборатории', en: 'Laboratory result' },
    joins: true,
    borne: true,
  },
};

type Told = NonNullable<RecordType['references']>;

const of = (kind: string, values: readonly (string | undefined)[] = []): Reference[] =>
  values.flatMap((value) => (value === undefined ? [] : [{ kind, value }]));
const records = (ids: readonly (string | undefined)[] = []) => of(recordKind, ids);

export const certificateReferences: Told = ({ claims }) => {
  const { number, replacement, reExport, conveyances, containers, lines, totals, documents } =
    claims as unknown as Certificate;
  return [
    ...of('certificate', [number, replacement?.number, reExport?.originalNumber]),
    ...(conveyances ?? []).flatMap(({ id, mode }) => conveyance(id, mode)),
    ...boxes(containers),
    ...[...lines, ...(totals ? [totals] : [])].flatMap(goods),
    ...papers(documents),
  ];
};

export const noticeReferences: Told = ({ claims }) => {
  const notice = claims as unknown as Notice;
  return [
    ...of('notice', [notice.number]),
    ...conveyance(notice.conveyance.id, notice.mode),
    ...notice.units.flatMap(unit),
  ];
};

export const laboratoryReferences: Told = ({ claims }) => {
  const { number, lot } = claims as unknown as LaboratoryResult;
  return [...of('laboratory-result', [number]), ...records([lot.certificate])];
};

export const inspectionReferences: Told = ({ claims }) => {
  const { notice, laboratoryResults = [] } = claims as unknown as Inspection;
  return records([notice, ...laboratoryResults]);
};

export const departureReferences: Told = ({ claims }) => {
  const { conveyances, containers } = claims as unknown as Departure;
  return [...(conveyances ?? []).flatMap(({ id, mode }) => conveyance(id, mode)), ...boxes(containers)];
};

export const settlementReferences: Told = ({ claims }) => of('certificate', [(claims as unknown as Settlement).number]);

export const nonComplianceReferences: Told = ({ claims }) => {
  const { certificate, inspection, laboratoryResults = [] } = claims as unknown as NonCompliance;
  return records([certificate, inspection, ...laboratoryResults]);
};

export const caseReferences: Told = ({ claims }) =>
  records((claims as unknown as CaseReply | CaseRuling).laboratoryResults);

/** Of a measure: the case that led to it. */
export const measureReferences: Told = ({ claims }) => records([(claims as unknown as Suspension | Lifting).case]);

function goods(line: Partial<Omit<Line, 'sequence'>>): Reference[] {
  return [
    ...boxes(line.containers),
    ...of('certificate', [line.reExport?.originalNumber]),
    ...(line.originals ?? []).flatMap(({ certificate, number }) => [
      ...of('certificate', [number]),
      ...records([certificate]),
    ]),
    ...records(line.laboratoryResults),
    ...papers(line.documents),
  ];
}

/** Tractor and trailer often stand in one text. */
function conveyance(id: string | undefined, mode: string | undefined): Reference[] {
  const numbers = (id ?? '').split(/[/,;+]/).filter((number) => number.trim() !== '');
  return numbers.map((value) => ({ kind: meansOf(value, mode), value: value.trim() }));
}

function meansOf(number: string, mode: string | undefined): string {
  if (isContainerShaped(number)) return 'container';
  return mode === '2' && /^([0-9]{8}|[0-9]{12})$/.test(number) ? 'wagon' : 'vehicle';
}

const unitKinds: Readonly<Partial<Record<TransportUnit['kind'], string>>> = {
  wagon: 'wagon',
  container: 'container',
  'air-unit': 'container',
};

function unit({ kind, number, seals, contents }: TransportUnit): Reference[] {
  return [
    ...of(unitKinds[kind] ?? 'vehicle', [number]),
    ...sealed(seals),
    ...records(contents.map(({ certificate }) => certificate)),
  ];
}

function boxes(containers: readonly Container[] | undefined): Reference[] {
  return (containers ?? []).flatMap(({ number, seals }) => [...of('container', [number]), ...sealed(seals)]);
}

const sealed = (seals: Container['seals']) =>
  of(
    'seal',
    (seals ?? []).flatMap(({ number, lastNumber }) => [number, lastNumber]),
  );

/** UN 1001 document names, as far as their numbers belong to one matter. */
const paperKinds: Readonly<Record<string, string>> = {
  '851': 'certificate',
  '657': 'certificate',
  '830': 'declaration',
  '952': 'transport-document',
  '705': 'transport-document',
  '720': 'transport-document',
  '722': 'transport-document',
  '730': 'transport-document',
  '740': 'transport-document',
};

function papers(documents: readonly ReferencedDocument[] | undefined): Reference[] {
  return (documents ?? []).flatMap(({ type = '', number }) => of(paperKinds[type] ?? '', [number])).filter(isKind);
}

const isKind = ({ kind }: Reference): boolean => kind !== '';
