/** What both services agree on before the first truck. Every name and number is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { CustomsOffice, Operator, ProjectGoods, WeightTolerance } from '../claims/registers.ts';

/** Codes of offices, as the services agreed them. */
export const ganja = '90010001';
export const samur = '90010002';
export const yalama = '90010003';
export const yaragKazmalyar = '99010001';
export const samurStation = '99010002';
export const tagirkent = '99010003';
export const derbent = '99010004';

/** On the day on which the corridor opens. */
const opened = -33;

const azerbaijaniOffice =
  (code: string, name: string, modes: CustomsOffice['modes']) =>
  (told: Told): CustomsOffice => ({
    code,
    name,
    country: 'AZ',
    modes,
    lead: Object.fromEntries(modes.map((mode) => [mode, 60])),
    from: told.day(opened),
  });

const russianOffice =
  (code: string, name: string, modes: CustomsOffice['modes']) =>
  (told: Told): CustomsOffice => ({
    code,
    name,
    country: 'RU',
    modes,
    lead: Object.fromEntries(modes.map((mode) => [mode, mode === '2' ? 240 : 120])),
    from: told.day(opened),
  });

export const azerbaijaniOffices = {
  ganja: azerbaijaniOffice(ganja, 'Gəncə gömrük postu', ['3']),
  samur: azerbaijaniOffice(samur, 'Samur gömrük postu', ['3']),
  yalama: azerbaijaniOffice(yalama, 'Yalama dəmir yolu gömrük postu', ['2']),
};

export const russianOffices = {
  'yarag-kazmalyar': russianOffice(yaragKazmalyar, 'Таможенный пост Яраг-Казмаляр', ['3']),
  'samur-station': russianOffice(samurStation, 'Таможенный пост Самур (железнодорожный)', ['2']),
  tagirkent: russianOffice(tagirkent, 'Таможенный пост Тагиркент-Казмаляр', ['3']),
  derbent: russianOffice(derbent, 'Таможенный пост Дербент', ['2', '3']),
};

const goods =
  (hs: string, title: string) =>
  (told: Told): ProjectGoods => ({ hs, from: told.day(opened), title });

export const goodsToRussia = {
  tomatoes: goods('0702', 'Томаты свежие'),
  apples: goods('080810', 'Яблоки свежие'),
  nuts: goods('0802', 'Орехи'),
  'tomato-paste': goods('200290', 'Томатная паста'),
  juices: goods('2009', 'Соки'),
};

export const goodsToAzerbaijan = {
  timber: goods('4407', 'Taxta-şalban'),
  flour: goods('1101', 'Buğda unu'),
};

const tolerance =
  (hs: string, permille: number) =>
  (told: Told): WeightTolerance => ({ hs, permille, from: told.day(opened) });

export const russianTolerances = {
  all: tolerance('*', 30),
  vegetables: tolerance('07', 20),
  fruit: tolerance('08', 10),
};
export const azerbaijaniTolerances = { all: tolerance('*', 30) };

type Change = Pick<Operator, 'state'> & { readonly document: string; readonly at: number; readonly reason?: string };

const participant =
  (fixed: Pick<Operator, 'number' | 'name' | 'id' | 'grade' | 'kind'>) =>
  ({ state, document, at, reason }: Change) =>
  (told: Told): Operator => ({
    ...fixed,
    state,
    document: { number: document, date: told.day(at) },
    effective: told.day(at),
    ...(reason !== undefined && { reason }),
  });

export const greenhouseOperator = participant({
  number: 'AZ-AR-0014',
  name: 'Şəmkir Nümunə İstixana MMC',
  id: '1400012311',
  grade: 'low-risk',
});
export const orchardOperator = participant({
  number: 'AZ-AR-0007',
  name: 'Quba Nümunə Bağ MMC',
  id: '3100045671',
  grade: 'low-risk',
});
export const haulierOperator = participant({
  number: 'AZ-SS-0031',
  name: 'Nümunə Yük Daşıma MMC',
  id: '2000055561',
  grade: 'authorised',
});
export const vegetablesOperator = participant({
  number: 'RU00011',
  name: 'ООО «Образец-Овощи»',
  id: '9901001013',
  grade: 'authorised',
  kind: '1',
});
export const southOperator = participant({
  number: 'RU00022',
  name: 'ООО «Образец-Юг»',
  id: '9903003016',
  grade: 'authorised',
  kind: '2',
});
