/** What officers of both services found, and what they made of it. Everything is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { ControlResult, Recognition, SealResult } from '../claims/control.ts';
import type { Arrival, Disposition } from '../claims/follow-ups.ts';
import { kilograms } from './manifests.ts';
import { ganja, samur, samurStation, yalama, yaragKazmalyar } from './registers.ts';

export const minute = 1 / 1440;

/** Half an hour's control that ended at `at`. */
const worked = (told: Told, at: number) => ({ started: told.time(at - 30 * minute), ended: told.time(at) });

const sealed = (means: string, after: string): SealResult => ({ means, before: [], after: [after], state: 'good' });

interface Sent {
  readonly number: string;
  readonly at: number;
  readonly means: string;
  readonly seal: string;
  readonly gross: string;
  /** Hex SHA-256 of the image, which stays in Ganja. */
  readonly image: string;
}

/** The sending service has looked at the documents, driven the truck through the scanner, and sealed it. */
export const scannedInGanja =
  ({ number, at, means, seal, gross, image }: Sent) =>
  (told: Told): ControlResult => ({
    number,
    side: 'sending',
    office: ganja,
    controls: ['documents', 'scan', 'weighing', 'seal-check'],
    extent: 'all',
    result: 'A1',
    lane: 'green',
    ground: 'none',
    ...worked(told, at),
    seals: [sealed(means, seal)],
    gross: kilograms(gross),
    images: [{ digest: image, kind: 'scan', equipment: 'Nümunə skaner 4' }],
    equipment: ['Nümunə skaner 4', 'Avtomobil tərəzisi'],
    validUntil: told.time(at + 5),
  });

interface Loaded {
  readonly number: string;
  readonly at: number;
  readonly office: string;
  readonly seals: readonly (readonly [means: string, seal: string])[];
  readonly gross: string;
}

export const loadedOnRails =
  ({ number, at, office, seals, gross }: Loaded) =>
  (told: Told): ControlResult => ({
    number,
    side: 'sending',
    office,
    controls: ['documents', 'visual', 'weighing', 'radiation', 'seal-check'],
    extent: 'all',
    result: 'A1',
    lane: 'yellow',
    ground: 'profile',
    ...worked(told, at),
    seals: seals.map(([means, seal]) => sealed(means, seal)),
    gross: kilograms(gross),
    radiation: 'normal',
    validUntil: told.time(at + 7),
  });

/** The sending side tells what it had not told: who changed the seal on the way, and why. */
export const resealed = (told: Told): ControlResult => ({
  number: 'AZ-NN-0104-2',
  side: 'sending',
  office: samur,
  controls: ['documents', 'seal-check'],
  extent: 'all',
  result: 'A4',
  lane: 'red',
  ground: 'officer',
  ...worked(told, -6.45),
  seals: [{ means: '10-XT-077', before: ['AZ0035'], after: ['AZ0053'], state: 'good' }],
  text:
    'Plomb Samur postunda dezinfeksiyadan əvvəl açılıb və AZ0053 nömrəli plombla əvəz edilib; postun jurnalında ' +
    'qeydiyyat aparılıb. (Пломба снята на посту Самур перед дезинфекцией и заменена пломбой AZ0053; запись в журнале ' +
    'поста имеется.)',
});

interface Reached {
  readonly office?: string;
  readonly at: number;
  readonly means: readonly (readonly [number: string, seal?: string])[];
  readonly gross: string;
}

export const reached =
  ({ office = yaragKazmalyar, at, means, gross }: Reached) =>
  (told: Told): Arrival => ({
    office,
    time: told.time(at),
    means: means.map(([number, seal]) => ({
      number,
      seals: seal === undefined ? [] : [{ number: seal, state: 'good' }],
    })),
    gross: kilograms(gross),
  });

/** Recognised and released in one step. */
export const passed: Recognition = {
  decision: 'full',
  lane: 'green',
  ground: 'profile',
  release: true,
  office: yaragKazmalyar,
};

export const recognisedInFull: Recognition = {
  decision: 'full',
  lane: 'green',
  ground: 'none',
  office: yaragKazmalyar,
};

export const sealDiffers: Recognition = {
  decision: 'none',
  reasons: [{ code: 'seal-differs', text: 'Указана пломба AZ0035, на прицепе пломба AZ0053.' }],
  lane: 'red',
  ground: 'officer',
  office: yaragKazmalyar,
};

export const examinedForSeal = (told: Told): ControlResult => ({
  number: 'RU-DK-0104',
  side: 'receiving',
  office: yaragKazmalyar,
  controls: ['documents', 'examination', 'scan', 'weighing', 'seal-check'],
  extent: 'all',
  result: 'A5',
  lane: 'red',
  ground: 'officer',
  ...worked(told, -6.345),
  lines: [{ sequence: 1, declared: kilograms('18600'), found: kilograms('18600') }],
  seals: [{ means: '10-XT-077', before: ['AZ0053'], after: ['RU7731'], state: 'bad' }],
  gross: kilograms('19790'),
  images: [
    {
      digest: '0801dc5c65611c4b11fd3e7b526c9621f3033faa6f227e91e54d9c39bf3010a3',
      kind: 'scan',
      equipment: 'ИДК «Образец»',
    },
  ],
  text: 'Пломба не соответствует указанной в манифесте; товар и вес соответствуют.',
});

export const weightDiffers: Recognition = {
  decision: 'part',
  controls: ['documents', 'visual', 'seal-check'],
  reasons: [{ code: 'weight-differs', text: 'Брутто на весах 42 440 кг вместо 43 200 кг.' }],
  lane: 'red',
  ground: 'officer',
  office: samurStation,
};

export const weighedAgain = (told: Told): ControlResult => ({
  number: 'RU-DK-0102',
  side: 'receiving',
  office: samurStation,
  controls: ['weighing'],
  extent: 'all',
  result: 'A4',
  lane: 'red',
  ground: 'officer',
  ...worked(told, -14.525),
  lines: [{ sequence: 1, violations: ['net-weight'], declared: kilograms('42000'), found: kilograms('41250') }],
  gross: kilograms('42440'),
  equipment: ['Вагонные весы'],
});

/** At Yalama one of the wagons is looked into: the goods are of high value. */
export const lookedInto: Recognition = {
  decision: 'part',
  controls: ['documents', 'weighing', 'seal-check'],
  reasons: [{ code: 'national-risk' }],
  lane: 'yellow',
  ground: 'profile',
  office: yalama,
};

export const timberExamined = (told: Told): ControlResult => ({
  number: 'AZ-NN-0501',
  side: 'receiving',
  office: yalama,
  controls: ['visual', 'examination', 'seal-check'],
  extent: 'part',
  result: 'A1',
  lane: 'yellow',
  ground: 'profile',
  ...worked(told, -3.135),
  seals: [
    { means: '60817558', before: ['RU4410'], after: ['AZ9101'], state: 'good' },
    { means: '60817566', before: ['RU4411'], after: ['RU4411'], state: 'good' },
  ],
  text: 'Bir vaqon açılıb, mal bəyan edilənə uyğundur. (Вскрыт один вагон, товар соответствует заявленному.)',
});

export const disposition = (
  kind: Disposition['kind'],
  office: string,
  reason?: readonly [code: string, text: string],
): Disposition => ({
  kind,
  office,
  ...(reason && { reasons: [{ code: reason[0], text: reason[1] }] }),
});
