/** Firms of the story. Every name and number is invented; only the form of the numbers is real. */
import type { Party } from '../claims/manifest.ts';

export const greenhouse: Party = {
  name: 'Şəmkir Nümunə İstixana MMC',
  id: '1400012311',
  operator: 'AZ-AR-0014',
  country: 'AZ',
  address: 'İstixana küçəsi 5, Şəmkir',
};
export const orchard: Party = {
  name: 'Quba Nümunə Bağ MMC',
  id: '3100045671',
  operator: 'AZ-AR-0007',
  country: 'AZ',
  address: 'Alma küçəsi 8, Quba',
};
export const cooperative: Party = {
  name: 'Tovuz Nümunə Tərəvəz Kooperativi',
  id: '1600034501',
  country: 'AZ',
  address: 'Bazar küçəsi 3, Tovuz',
};
export const cannery: Party = {
  name: 'Sabirabad Nümunə Konserv MMC',
  id: '1500066601',
  country: 'AZ',
  address: 'Zavod küçəsi 2, Sabirabad',
};
export const juiceMaker: Party = {
  name: 'Göyçay Nümunə Şirə MMC',
  id: '1800088801',
  country: 'AZ',
  address: 'Nar küçəsi 11, Göyçay',
};
export const timberYard: Party = {
  name: 'Bakı Nümunə Taxta MMC',
  id: '9900011151',
  country: 'AZ',
  address: 'Anbar küçəsi 14, Bakı',
};
export const bakery: Party = {
  name: 'Bakı Nümunə Çörək MMC',
  id: '9900022291',
  country: 'AZ',
  address: 'Dəyirman küçəsi 6, Bakı',
};
export const haulier: Party = {
  name: 'Nümunə Yük Daşıma MMC',
  id: '2000055561',
  operator: 'AZ-SS-0031',
  country: 'AZ',
};
export const railway: Party = { name: 'Nümunə Dəmir Yolu Ekspedisiyası MMC', id: '9900033321', country: 'AZ' };

export const vegetables: Party = {
  name: 'ООО «Образец-Овощи»',
  id: '9901001013',
  operator: 'RU00011',
  country: 'RU',
  address: 'Тепличная улица, 2, Москва',
};
export const fruit: Party = {
  name: 'ООО «Образец-Фрукт»',
  id: '9902002010',
  country: 'RU',
  address: 'Складской проезд, 7, Москва',
};
export const southTrade: Party = {
  name: 'ООО «Образец-Юг»',
  id: '9903003016',
  operator: 'RU00022',
  country: 'RU',
  address: 'Рыночная площадь, 9, Ростов-на-Дону',
};
export const sawmill: Party = {
  name: 'ООО «Образец-Лес»',
  id: '9904004012',
  country: 'RU',
  address: 'Лесная улица, 40, Вологда',
};
export const mill: Party = {
  name: 'АО «Образец-Мука»',
  id: '9906006015',
  country: 'RU',
  address: 'Мельничная улица, 15, Ростов-на-Дону',
};
export const wagons: Party = { name: 'АО «Образец-Вагон»', id: '9905005019', country: 'RU' };
