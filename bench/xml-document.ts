import type { JsonObject } from '../kernel/canonical.ts';
import { Refusal } from '../kernel/refusal.ts';
import { spsCertificate } from '../profiles/phytosanitary/xml/format.ts';

const text = (az: string, ru: string) => [
  { text: az, language: 'az' },
  { text: ru, language: 'ru' },
];

const line = (sequence: number): JsonObject => ({
  sequence,
  descriptions: text('Təzə pomidor, istixana', 'Томаты свежие, тепличные'),
  commonNames: text('Pomidor', 'Томат'),
  botanicalNames: [{ text: 'Solanum lycopersicum', language: 'la' }],
  eppoCodes: ['LYPES'],
  hs: [{ code: '070200' }],
  plantParts: [{ names: [{ text: 'Fruits', language: 'en' }] }],
  conditions: [{ names: [{ text: 'Fresh', language: 'en' }] }],
  batches: [`LOT-2026-11-${sequence}`],
  intendedUses: text('İstehlak', 'Потребление'),
  netWeight: { value: '2250.5', unit: 'KGM' },
  grossWeight: { value: '2400', unit: 'KGM' },
  packages: [{ level: '1', type: 'BX', count: '375', marks: [`N ${sequence}`] }],
  marks: [{ text: `LOT-2026-11-${sequence}` }],
  declarations: text('Tuta absoluta aşkar edilməyib', 'Tuta absoluta не обнаружена'),
  inspectionDates: ['2026-11-09'],
  origins: [
    {
      country: 'AZ',
      subdivisions: [
        { names: [{ text: 'Şəmkir rayonu' }], producers: [{ id: 'AZ-GH-0042', name: 'Nümunə istixana' }] },
      ],
    },
  ],
});

const claims: JsonObject = {
  number: 'AZ-PC-2026-000777',
  issued: '2026-11-10T10:15:00+04:00',
  issuingOrganisation: { name: 'Nümunə bitki mühafizəsi xidməti' },
  exportCountry: { code: 'AZ' },
  importCountry: { code: 'RU' },
  consignor: { name: 'Nümunə İxrac MMC', addressLines: ['Nümunə küçəsi 1', 'Şəmkir, Azərbaycan'] },
  consignee: { name: 'ООО «Пример Импорт»', addressLines: ['Примерная улица, 2', 'Москва, Россия'] },
  entryPoint: { names: [{ text: 'Yarag-Kazmalyar' }] },
  conveyances: [{ mode: '3', name: 'TIR', id: '10-AA-001' }],
  containers: [{ seals: [{ number: 'SEAL0001' }] }],
  signatories: [
    {
      date: '2026-11-10T10:15:00+04:00',
      place: { names: [{ text: 'Şəmkir' }] },
      officer: { person: { name: 'Nümunə Müfəttiş' } },
      statements: [{ number: '1' }],
    },
  ],
  lines: Array.from({ length: 7 }, (_, index) => line(index + 1)),
};

/** A certificate of seven lines in two languages, one element a line: some 20 KB. */
export function benchCertificate(): Uint8Array {
  const written = spsCertificate.write('certificate', claims, new Map());
  if (written instanceof Refusal) throw new Error(written.code);
  return new TextEncoder().encode(new TextDecoder().decode(written).replaceAll('><', '>\n<'));
}
