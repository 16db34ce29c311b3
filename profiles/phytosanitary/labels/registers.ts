import type { Text } from '../../../kernel/finding.ts';
import { exportingPart, growerPart, productPart, seasonPart } from '../ledgers/parts.ts';

const firstDay: Text = { az: 'İlk gün (UTC)', ru: 'Первый день (UTC)', en: 'First day (UTC)' };
const lastDay: Text = { az: 'Son gün (UTC)', ru: 'Последний день (UTC)', en: 'Last day (UTC)' };

/** Growers, admissions, suspensions. */
export const registerLabels = {
  'grower/id': { az: 'Reyestr nömrəsi', ru: 'Номер в реестре', en: 'Number in the register' },
  'grower/kind': { az: 'Növü', ru: 'Вид', en: 'Kind' },
  'grower/status': { az: 'Qeydiyyatın vəziyyəti', ru: 'Состояние регистрации', en: 'State of the registration' },
  taxNumber: { az: 'Vergi nömrəsi', ru: 'Налоговый номер', en: 'Tax number' },
  'taxNumber/value': { az: 'Nömrə', ru: 'Номер', en: 'Number' },
  address: { az: 'Ünvan', ru: 'Адрес', en: 'Address' },
  'grower/place': { az: 'Yerləşdiyi yer', ru: 'Местоположение', en: 'Place' },
  coordinates: { az: 'Coğrafi koordinatlar (WGS 84)', ru: 'Координаты (WGS 84)', en: 'Coordinates (WGS 84)' },
  latitude: { az: 'En dairəsi, dərəcə', ru: 'Широта, градусы', en: 'Latitude, degrees' },
  longitude: { az: 'Uzunluq dairəsi, dərəcə', ru: 'Долгота, градусы', en: 'Longitude, degrees' },
  area: { az: 'Sahə, ha', ru: 'Площадь, га', en: 'Area, ha' },
  products: { az: 'Məhsullar (EPPO kodu)', ru: 'Продукция (код EPPO)', en: 'Products (EPPO code)' },
  capacities: {
    az: 'Mövsüm üzrə bəyan edilmiş həcmlər',
    ru: 'Заявленные объёмы по сезонам',
    en: 'Declared volumes by season',
  },
  'grower/marks': { az: 'Qablaşdırmanın nişanları', ru: 'Маркировка упаковки', en: 'Marks of the packages' },
  operator: { az: 'Sahəni istifadə edən', ru: 'Кто использует участок', en: 'Operator of the site' },
  packingHouses: { az: 'Qablaşdırma məntəqələri', ru: 'Упаковочные пункты', en: 'Packing houses' },
  members: { az: 'Kooperativin üzvləri', ru: 'Члены кооператива', en: 'Members of the cooperative' },
  since: { az: 'Qüvvədə olduğu tarixdən', ru: 'Действует с', en: 'In force since' },
  product: productPart,
  season: seasonPart,
  volume: { az: 'Həcm', ru: 'Объём', en: 'Volume' },
  exporter: exportingPart,
  grower: growerPart,
  from: firstDay,
  to: lastDay,
  until: lastDay,
  checkpoints: { az: 'Buraxılış məntəqələri', ru: 'Пункты пропуска', en: 'Checkpoints' },
  'admission/conditions': { az: 'Şərtlər', ru: 'Условия', en: 'Conditions' },
  pest: { az: 'Zərərli orqanizm (EPPO kodu)', ru: 'Вредный организм (код EPPO)', en: 'Pest (EPPO code)' },
  pests: { az: 'Zərərli orqanizmlər (EPPO kodu)', ru: 'Вредные организмы (код EPPO)', en: 'Pests (EPPO code)' },
  review: { az: 'Yenidən baxılma günü', ru: 'День пересмотра', en: 'Day of review' },
  legalAct: { az: 'Hüquqi akt', ru: 'Правовой акт', en: 'Legal act' },
  case: {
    az: 'Uyğunsuzluq işinin yazısı',
    ru: 'Запись дела о несоответствии',
    en: 'Record of the non-compliance case',
  },
  reason: { az: 'Səbəb', ru: 'Причина', en: 'Reason' },
} satisfies Record<string, Text>;
