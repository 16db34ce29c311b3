/** Growers and sites of the story. Everything in them is invented, but for the form of their numbers. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Grower } from '../claims/grower.ts';

/** The season that the story plays in, named by the year in which it began. */
export function seasonOf(told: Told): string {
  const year = Number(told.day(-60).slice(0, 4));
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

const active = (told: Told) => ({ status: 'active' as const, since: told.day(-400) });
const taxNumber = (value: string) => ({ country: 'AZ', value });

const capacity = (told: Told, product: string, tonnes: string): NonNullable<Grower['capacities']> => [
  { product, season: seasonOf(told), volume: { value: tonnes, unit: 'TNE' } },
];

export const greenhouseCompany = (told: Told): Grower => ({
  ...active(told),
  id: 'AZ-TM-014',
  kind: 'grower',
  name: 'Şəmkir Nümunə İstixana MMC',
  taxNumber: taxNumber('1400012311'),
  address: 'İstixana küçəsi 5, Şəmkir',
  place: 'Şəmkir rayonu',
  area: '12.5',
  products: ['LYPES'],
  capacities: capacity(told, 'LYPES', '2400'),
  marks: ['ŞN-014'],
});

export const greenhouse = (told: Told): Grower => ({
  ...active(told),
  id: 'AZ-GH-0142',
  kind: 'greenhouse',
  name: '2 nömrəli istixana',
  place: 'Şəmkir rayonu',
  coordinates: { latitude: '40.8298', longitude: '46.0165' },
  area: '8',
  products: ['LYPES'],
  operator: 'AZ-TM-014',
});

export const member = (told: Told): Grower => ({
  ...active(told),
  id: 'AZ-TM-101',
  kind: 'grower',
  name: 'N. Nümunəli fermer təsərrüfatı',
  taxNumber: taxNumber('1600023472'),
  place: 'Tovuz rayonu',
  area: '1.2',
  products: ['LYPES'],
  capacities: capacity(told, 'LYPES', '230'),
});

export const cooperative = (told: Told): Grower => ({
  ...active(told),
  id: 'AZ-TM-100',
  kind: 'cooperative',
  name: 'Tovuz Nümunə Tərəvəz Kooperativi',
  taxNumber: taxNumber('1600034501'),
  place: 'Tovuz rayonu',
  area: '6.4',
  products: ['LYPES'],
  capacities: capacity(told, 'LYPES', '1200'),
  marks: ['TNT-100'],
  members: ['AZ-TM-101'],
});

export const orchardCompany = (told: Told): Grower => ({
  ...active(told),
  id: 'AZ-AP-007',
  kind: 'grower',
  name: 'Quba Nümunə Bağ MMC',
  taxNumber: taxNumber('3100045671'),
  address: 'Alma küçəsi 8, Quba',
  place: 'Quba rayonu',
  area: '64',
  products: ['MABSD'],
  capacities: capacity(told, 'MABSD', '2600'),
  marks: ['QN-007'],
});
