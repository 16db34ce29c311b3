/** Numbers under which people look for records of this profile, and by which records are of one matter. */
import { isContainerShaped } from '../../kernel/check-digits.ts';
import type { RecordType } from '../../kernel/profile.ts';
import { evenReference, type Reference, type ReferenceKind, recordKind } from '../../kernel/reference.ts';
import type { ControlResult } from './claims/control.ts';
import type { Arrival } from './claims/follow-ups.ts';
import type { Document, Manifest, Means, Party } from './claims/manifest.ts';
import type { WriteOff } from './claims/write-off.ts';

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
  manifest: {
    title: { az: 'Elektron manifest', ru: 'Электронный манифест', en: 'Electronic manifest' },
    joins: true,
    borne: true,
  },
  'transport-document': {
    title: { az: 'Nəqliyyat sənədi', ru: 'Транспортный документ', en: 'Transport document' },
    joins: true,
  },
  participant: {
    title: {
      az: 'İştirakçı (ölkə və nömrə)',
      ru: 'Участник (страна и номер)',
      en: 'Participant (country and number)',
    },
    joins: false,
    persons: true,
  },
};

type Told = NonNullable<RecordType['references']>;

const of = (kind: string, values: readonly (string | undefined)[]): Reference[] =>
  values.flatMap((value) => (value === undefined ? [] : [{ kind, value }]));

export const manifestReferences: Told = ({ claims }) => {
  const { number, declaration, transport, means, lines, documents = [], ...parties } = claims as unknown as Manifest;
  return [
    ...of('manifest', [number]),
    ...of('declaration', [declaration]),
    ...of('transport-document', [transport.number]),
    ...means.flatMap((one) => [
      ...of(meansKinds[one.kind], [one.number]),
      ...of(
        'seal',
        (one.seals ?? []).map((seal) => seal.number),
      ),
    ]),
    ...documents.flatMap(document),
    ...lines.flatMap(({ certificate }) => [
      ...of('certificate', [certificate?.number]),
      ...of(recordKind, [certificate?.record]),
    ]),
    ...[parties.consignor, parties.consignee, parties.carrier, parties.declarant].flatMap(participant),
  ];
};

export const arrivalReferences: Told = ({ claims }) =>
  (claims as unknown as Arrival).means.flatMap(({ number, seals }) => [
    ...unnamed(number),
    ...of(
      'seal',
      seals.map((seal) => seal.number),
    ),
  ]);

export const controlReferences: Told = ({ claims }) =>
  ((claims as unknown as ControlResult).seals ?? []).flatMap(({ means, before, after }) => [
    ...unnamed(means),
    ...of('seal', [...before, ...after]),
  ]);

export const writeOffReferences: Told = ({ claims }) => {
  const { declaration, manifest, lines } = claims as unknown as WriteOff;
  return [
    ...of('declaration', [declaration]),
    ...of(recordKind, [manifest]),
    ...lines.flatMap(({ certificate }) => [
      ...of('certificate', [certificate.number]),
      ...of(recordKind, [certificate.record]),
    ]),
  ];
};

const meansKinds: Readonly<Record<Means['kind'], string>> = {
  vehicle: 'vehicle',
  trailer: 'vehicle',
  wagon: 'wagon',
  container: 'container',
};

/** What stands before an officer bears a number and no kind. */
function unnamed(number: string): Reference[] {
  const plain = evenReference(number);
  if (isContainerShaped(plain)) return of('container', [number]);
  return of(/^([0-9]{8}|[0-9]{12})$/.test(plain) ? 'wagon' : 'vehicle', [number]);
}

const documentKinds: Readonly<Partial<Record<Document['kind'], string>>> = {
  phytosanitary: 'certificate',
  veterinary: 'certificate',
  transport: 'transport-document',
  declaration: 'declaration',
};

function document({ kind, number, record }: Document): Reference[] {
  const named = documentKinds[kind];
  return [...(named === undefined ? [] : of(named, [number])), ...of(recordKind, [record])];
}

/**
 * Registers of two countries may give the same number to two companies: what is told always begins with the country. A
 * number that begins with its country already is left as it stands.
 */
function participant(party: Party | undefined): Reference[] {
  if (party === undefined) return [];
  const { country, id, operator } = party;
  const numbers = [id, operator].filter((number) => number !== undefined && evenReference(number) !== '');
  const told = numbers.map((number = '') =>
    evenReference(number).startsWith(country) ? number : `${country} ${number}`,
  );
  return of('participant', told);
}
