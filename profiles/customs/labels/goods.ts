import type { Text } from '../../../kernel/finding.ts';

/** Lines of goods. */
export const goodsLabels = {
  lines: { az: 'Mallar', ru: 'Товары', en: 'Goods' },
  sequence: { az: 'Sətir', ru: 'Строка', en: 'Line' },
  hs: { az: 'HS kodu', ru: 'Код ГС', en: 'HS code' },
  'lines/description': { az: 'Malın təsviri', ru: 'Описание товара', en: 'Description' },
  'lines/origin': { az: 'Mənşə ölkəsi', ru: 'Страна происхождения', en: 'Country of origin' },
  gross: { az: 'Brutto çəki', ru: 'Вес брутто', en: 'Gross weight' },
  'lines/net': { az: 'Netto çəki', ru: 'Вес нетто', en: 'Net weight' },
  packages: { az: 'Yer və qablaşdırma', ru: 'Места и упаковка', en: 'Packages' },
  'packages/kind': { az: 'Qablaşdırmanın növü', ru: 'Вид упаковки', en: 'Kind of package' },
  'packages/count': { az: 'Sayı', ru: 'Количество', en: 'Count' },
  extra: { az: 'Əlavə vahiddə miqdar', ru: 'Количество в дополнительной единице', en: 'Quantity in the extra unit' },
  unit: { az: 'Ölçü vahidi', ru: 'Единица измерения', en: 'Unit' },
  value: { az: 'Miqdar', ru: 'Количество', en: 'Amount' },
  'lines/value': { az: 'Dəyər', ru: 'Стоимость', en: 'Value' },
  'value/amount': { az: 'Məbləğ', ru: 'Сумма', en: 'Sum' },
  currency: { az: 'Valyuta', ru: 'Валюта', en: 'Currency' },
  certificate: { az: 'Bitki sağlamlığı sertifikatı', ru: 'Фитосанитарный сертификат', en: 'Plant-health certificate' },
  'certificate/number': { az: 'Sertifikatın nömrəsi', ru: 'Номер сертификата', en: 'Number of the certificate' },
  'certificate/record': { az: 'Sertifikatın yazısı', ru: 'Запись сертификата', en: 'Record of the certificate' },
  'certificate/line': { az: 'Sertifikatın sətri', ru: 'Строка сертификата', en: 'Line of the certificate' },
} satisfies Record<string, Text>;
