/** Laboratory results, notices and inspections of the story. Everything in them is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Inspection } from '../claims/inspection.ts';
import type { LaboratoryResult } from '../claims/laboratory.ts';
import type { Notice } from '../claims/notice.ts';

interface Sample {
  readonly number: string;
  /** Day of the story on which the work ended. */
  readonly at: number;
  readonly product: string;
  readonly grower: string;
  readonly pests: readonly string[];
}

const azerbaijani = {
  name: 'Nümunə Bitki Sağlamlığı Laboratoriyası',
  accreditation: { number: 'AZ-LAB-0012', scope: ['TOBRFV', 'GNORAB', 'LASPMO'] },
};
const russian = {
  name: 'Лаборатория карантина растений «Образец»',
  accreditation: { number: 'RU-LAB-0457', scope: ['TOBRFV', 'GNORAB', 'LASPMO'] },
};

export const exportResult =
  ({ number, at, product, grower, pests }: Sample) =>
  (told: Told): LaboratoryResult => ({
    number,
    laboratory: azerbaijani,
    purpose: 'export',
    sample: { number: `${number}/1`, taken: told.day(at - 2), by: 'AQTA' },
    lot: { product, grower },
    started: told.day(at - 2),
    ended: told.day(at - 1),
    tests: pests.map((pest) => ({ pest, method: 'Real vaxt PZR', result: 'not-detected' as const })),
  });

export const importResult = (told: Told): LaboratoryResult => ({
  number: 'RU-LAB-DEMO-31',
  laboratory: russian,
  purpose: 'import',
  sample: { number: 'RU-S-31', taken: told.day(-11), place: 'Яраг-Казмаляр', size: '50 плодов' },
  lot: { product: 'LYPES', grower: 'AZ-TM-100', certificate: told.id('cooperative'), line: 1 },
  started: told.day(-11),
  ended: told.day(-10),
  tests: [{ pest: 'TOBRFV', method: 'ПЦР в реальном времени', result: 'detected' }],
});

interface Journey {
  readonly number: string;
  readonly certificate: string;
  readonly expected: number;
  readonly checkpoint: string;
  readonly vehicle: string;
  readonly seal: string;
}

export const byRoad =
  ({ number, certificate, expected, checkpoint, vehicle, seal }: Journey) =>
  (told: Told): Notice => ({
    number,
    mode: '3',
    conveyance: { id: vehicle },
    units: [
      {
        kind: 'vehicle',
        number: vehicle,
        seals: [{ number: seal }],
        contents: [{ certificate: told.id(certificate), line: 1 }],
      },
    ],
    checkpoint,
    expected: told.time(expected),
  });

export const byRail =
  ({ number, certificate, expected, checkpoint, vehicle, seal }: Journey) =>
  (told: Told): Notice => ({
    number,
    mode: '2',
    conveyance: { id: '2201', name: 'Qatar 2201' },
    units: [
      {
        kind: 'wagon',
        number: vehicle,
        seals: [{ number: seal }],
        contents: [{ certificate: told.id(certificate), line: 1 }],
      },
    ],
    checkpoint,
    expected: told.time(expected),
  });

const conform = { result: 'conform' as const };
const kilograms = (value: string) => ({ value, unit: 'KGM' });

/** An hour's inspection that ended at `at`. */
const inspected = (told: Told, at: number, checkpoint: string) => ({
  checkpoint,
  started: told.time(at - 1 / 24),
  ended: told.time(at),
  documents: conform,
  identity: conform,
  physical: conform,
});

export const released =
  (at: number, checkpoint: string, net: string) =>
  (told: Told): Inspection => ({
    ...inspected(told, at, checkpoint),
    result: 'release',
    lines: [{ sequence: 1, arrived: kilograms(net), released: kilograms(net) }],
  });

export const arrivedShort =
  (at: number, checkpoint: string, arrived: string) =>
  (told: Told): Inspection => ({
    ...inspected(told, at, checkpoint),
    result: 'release',
    physical: { result: 'not-conform', text: 'Масса нетто по результатам взвешивания меньше заявленной.' },
    lines: [{ sequence: 1, arrived: kilograms(arrived), released: kilograms(arrived), reasons: ['data-mismatch'] }],
  });

export const sampled =
  (at: number, checkpoint: string, net: string) =>
  (told: Told): Inspection => ({
    ...inspected(told, at, checkpoint),
    result: 'hold',
    physical: { result: 'not-conform', text: 'Пятнистость плодов, отобран образец.' },
    samples: [{ number: 'RU-S-31' }],
    lines: [{ sequence: 1, arrived: kilograms(net) }],
  });

export const returned =
  (at: number, checkpoint: string, net: string) =>
  (told: Told): Inspection => ({
    ...inspected(told, at, checkpoint),
    result: 'reject',
    physical: { result: 'not-conform', text: 'Обнаружен вирус коричневой морщинистости плодов томата.' },
    laboratoryResults: [told.id('find')],
    lines: [{ sequence: 1, arrived: kilograms(net), returned: kilograms(net), reasons: ['quarantine-pest'] }],
  });
