/** Journeys of the story. Every name and number is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Manifest } from '../claims/manifest.ts';
import {
  customsSeal,
  documentNumber,
  documents,
  type Goods,
  type Journey,
  line,
  type RoadJourney,
  type TrainJourney,
} from './manifests.ts';
import {
  bakery,
  cannery,
  cooperative,
  fruit,
  greenhouse,
  juiceMaker,
  mill,
  orchard,
  railway,
  sawmill,
  southTrade,
  timberYard,
  vegetables,
} from './parties.ts';
import { samurStation, yalama } from './registers.ts';

const tomatoes = (net: string, certificate: Goods['certificate']): Goods => ({
  hs: '0702000000',
  description: 'Təzə pomidor (томаты свежие)',
  net,
  gross: String(Number(net) + 1200),
  boxes: Number(net) / 6,
  value: String(Number(net) * 1.1),
  ...(certificate && { certificate }),
});

const step = (key: string) => `phytosanitary/${key}`;

export const greenTomatoes: RoadJourney = {
  at: -20.95,
  expected: -19.55,
  serial: 101,
  image: 'c31ed738665db7a80f7a3e8bead21f7a44f3bed78fa98f98ce97b7b61b5b30a1',
  consignor: greenhouse,
  consignee: vegetables,
  plate: '10-XX-042',
  seal: 'AZ0012',
  goods: tomatoes('18000', ['AZ-PC-DEMO-0001', step('tomatoes')]),
};

export const returnedTomatoes: RoadJourney = {
  at: -11.95,
  expected: -10.86,
  serial: 103,
  image: '681586ed2f9c9c68cd46a7f2aa71f407cdbf7c05ace070cf8e3ee349abad63c5',
  consignor: cooperative,
  consignee: southTrade,
  plate: '10-XX-077',
  seal: 'AZ0023',
  goods: tomatoes('19200', ['AZ-PC-DEMO-0003', step('cooperative')]),
};

export const resealedTomatoes: RoadJourney = {
  at: -7.45,
  expected: -6.4,
  serial: 104,
  image: 'cf596f7f6e04183e273c539ff54fc3d88cabf9040c3f52b6b240d28869bf55c7',
  consignor: greenhouse,
  consignee: vegetables,
  plate: '10-XX-077',
  seal: 'AZ0035',
  goods: tomatoes('18600', ['AZ-PC-DEMO-0004', step('second-tomatoes')]),
};

export const tomatoesUnderway: RoadJourney = {
  at: -1.05,
  expected: 0.5,
  serial: 107,
  image: 'f0f4a0dbfab7aec4e10acff8c1614da08e0025f333cacc4d040b9943ecc58866',
  consignor: cooperative,
  consignee: southTrade,
  plate: '10-XX-118',
  seal: 'AZ0059',
  goods: tomatoes('19200', ['AZ-PC-DEMO-0007', step('cooperative-again')]),
};

export const tomatoesWaiting: RoadJourney = {
  at: -0.95,
  expected: -0.05,
  serial: 108,
  image: '1de00b9a6c9cbbd142ece98a0047fce40ec81382b5e3e3f4e1862f6625fa53a9',
  consignor: greenhouse,
  consignee: vegetables,
  plate: '10-XX-121',
  seal: 'AZ0061',
  goods: tomatoes('18000', ['AZ-PC-DEMO-0008', step('fourth-tomatoes')]),
};

export const pasteWaiting: RoadJourney = {
  at: -0.9,
  expected: -0.04,
  serial: 109,
  image: '7a205d453c8a8ec83e5ab8709174f8c6064b4ca67e781237670a874aabdcbbf6',
  consignor: cannery,
  consignee: vegetables,
  plate: '10-XX-305',
  seal: 'AZ0072',
  goods: {
    hs: '2002909900',
    description: 'Tomat pastası (томатная паста)',
    net: '19800',
    gross: '21000',
    boxes: 1650,
    value: '25740',
  },
};

export const juiceLate: RoadJourney = {
  at: -0.06,
  expected: -0.02,
  serial: 110,
  image: '23fbcf298aab668e4e2d1b84b3a8d7e2c63a8fd3386857674c41518cbf374cb5',
  consignor: juiceMaker,
  consignee: fruit,
  plate: '10-XX-410',
  seal: 'AZ0080',
  goods: {
    hs: '2009895000',
    description: 'Nar şirəsi (сок гранатовый)',
    net: '17600',
    gross: '19400',
    boxes: 1760,
    value: '26400',
  },
};

export const applesByRail = {
  at: -16.8,
  expected: -14.55,
  serial: 102,
  wagon: '91860346',
  seal: 'AZ0020',
  goods: {
    hs: '0808108000',
    description: 'Təzə alma (яблоки свежие)',
    net: '42000',
    gross: '43200',
    boxes: 3500,
    value: '29400',
    certificate: ['AZ-PC-DEMO-0002', step('apples')],
  },
} satisfies Journey & { readonly wagon: string; readonly seal: string };

export const appleManifest = (told: Told): Manifest => {
  const { at, expected, serial, goods, wagon, seal: number } = applesByRail;
  return {
    number: documentNumber(told, yalama, at, serial),
    mode: '2',
    transport: { number: `SMGS-AZ-${serial}`, date: told.day(at) },
    train: { number: '2201' },
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice: yalama,
    entryOffice: samurStation,
    expected: told.time(expected),
    declaration: documentNumber(told, yalama, at, 1000 + serial),
    consignor: orchard,
    consignee: fruit,
    carrier: railway,
    means: [{ kind: 'wagon', number: wagon, country: 'AZ', seals: customsSeal(number) }],
    lines: [line(told, goods, 'AZ')],
    documents: documents(told, at, serial, goods),
  };
};

export const timber: TrainJourney = {
  at: -4.9,
  expected: -3.2,
  serial: 501,
  consignor: sawmill,
  consignee: timberYard,
  means: [
    { kind: 'wagon', number: '60817558', country: 'RU', seals: customsSeal('RU4410') },
    { kind: 'wagon', number: '60817566', country: 'RU', seals: customsSeal('RU4411') },
  ],
  goods: {
    hs: '4407119300',
    description: 'Пиломатериалы хвойные (iynəyarpaqlı taxta-şalban)',
    net: '98000',
    gross: '98400',
    boxes: 62,
    value: '3920000',
    currency: 'RUB',
  },
};

export const flourWaiting: TrainJourney = {
  at: -1.3,
  expected: -0.05,
  serial: 502,
  consignor: mill,
  consignee: bakery,
  means: [
    { kind: 'wagon', number: '60817574', country: 'RU', seals: customsSeal('RU4501') },
    { kind: 'container', number: 'NMNU4001237', country: 'RU', seals: customsSeal('RU4502') },
  ],
  goods: {
    hs: '1101001500',
    description: 'Мука пшеничная (buğda unu)',
    net: '24000',
    gross: '24240',
    boxes: 480,
    value: '744000',
    currency: 'RUB',
  },
};

export const juiceAppliedFor: Omit<RoadJourney, 'image'> = {
  at: -0.03,
  expected: 0.4,
  serial: 111,
  consignor: juiceMaker,
  consignee: fruit,
  plate: '10-XX-411',
  seal: 'AZ0081',
  goods: juiceLate.goods,
};
