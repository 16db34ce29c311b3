import type { Text } from '../../../kernel/finding.ts';

const conveyanceNumber: Text = { az: 'Nömrəsi', ru: 'Номер средства', en: 'Its number' };
const conveyanceName: Text = { az: 'Nəqliyyat vasitəsinin adı', ru: 'Название средства', en: 'Name of the conveyance' };

/** Parties, places, means of transport. */
export const partyLabels = {
  id: { az: 'Eyniləşdirmə nömrəsi', ru: 'Идентификационный номер', en: 'Identification number' },
  name: { az: 'Ad', ru: 'Название или имя', en: 'Name' },
  names: { az: 'Adı', ru: 'Наименование', en: 'Name' },
  addressLines: { az: 'Ünvan', ru: 'Адрес', en: 'Address' },
  postcode: { az: 'Poçt indeksi', ru: 'Почтовый индекс', en: 'Postcode' },
  city: { az: 'Şəhər', ru: 'Город', en: 'City' },
  country: { az: 'Ölkə', ru: 'Страна', en: 'Country' },
  countryName: { az: 'Ölkənin adı', ru: 'Название страны', en: 'Name of the country' },
  subdivision: { az: 'Rayon və ya bölgə', ru: 'Область или район', en: 'Region or district' },
  contacts: { az: 'Əlaqə məlumatı', ru: 'Контакты', en: 'Contacts' },
  person: { az: 'Şəxs', ru: 'Лицо', en: 'Person' },
  'person/name': { az: 'Soyadı, adı', ru: 'Фамилия, имя', en: 'Name of the person' },
  qualifications: { az: 'Vəzifə və ixtisas', ru: 'Должность и квалификация', en: 'Position and qualifications' },
  abbreviation: { az: 'Qısaldılmış adı', ru: 'Сокращённое имя', en: 'Abbreviated name' },
  code: { az: 'Kod', ru: 'Код', en: 'Code' },
  origins: { az: 'Mənşə yeri', ru: 'Место происхождения', en: 'Place of origin' },
  'origins/country': { az: 'Mənşə ölkəsi', ru: 'Страна происхождения', en: 'Country of origin' },
  subdivisions: {
    az: 'Rayonlar və istehsal yerləri',
    ru: 'Районы и места производства',
    en: 'Regions and places of production',
  },
  producers: { az: 'İstehsal yerləri', ru: 'Места производства', en: 'Places of production' },
  originPlaces: {
    az: 'Mənşə yerləri (əlavə)',
    ru: 'Места происхождения (дополнительно)',
    en: 'Further places of origin',
  },
  mode: { az: 'Nəqliyyat növü', ru: 'Вид транспорта', en: 'Mode of transport' },
  'conveyances/id': conveyanceNumber,
  'conveyance/id': conveyanceNumber,
  'conveyances/name': conveyanceName,
  'conveyance/name': conveyanceName,
  'containers/number': { az: 'Konteynerin nömrəsi', ru: 'Номер контейнера', en: 'Container number' },
  seals: { az: 'Plomblar', ru: 'Пломбы', en: 'Seals' },
  'seals/number': { az: 'Plombun nömrəsi', ru: 'Номер пломбы', en: 'Seal number' },
  lastNumber: { az: 'Sırada son plomb', ru: 'Последняя пломба ряда', en: 'Last seal of the series' },
} satisfies Record<string, Text>;
