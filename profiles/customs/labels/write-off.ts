import type { Text } from '../../../kernel/finding.ts';

/** Write-offs. */
export const writeOffLabels = {
  'write-off/declaration': { az: 'Gömrük bəyannaməsi', ru: 'Таможенная декларация', en: 'Customs declaration' },
  act: { az: 'Əməliyyat', ru: 'Действие', en: 'Act' },
  'write-off/manifest': { az: 'Manifestin yazısı', ru: 'Запись манифеста', en: 'Record of the manifest' },
  'write-off/lines': { az: 'Sertifikatların sətirləri', ru: 'Строки сертификатов', en: 'Lines of certificates' },
  exporting: { az: 'İxrac edən ölkənin qurumu', ru: 'Орган страны экспорта', en: 'Exporting institution' },
  importing: { az: 'İdxal edən ölkənin qurumu', ru: 'Орган страны импорта', en: 'Importing institution' },
  'write-off/lines/line': {
    az: 'Sertifikat sətrinin nömrəsi',
    ru: 'Номер строки сертификата',
    en: 'Number of the certificate line',
  },
  'write-off/lines/hs': { az: 'Malın HS kodu', ru: 'Код ГС товара', en: 'HS code of the goods' },
  reserved: { az: 'Ayrılıb', ru: 'Зарезервировано', en: 'Reserved' },
  consumed: { az: 'Silinib', ru: 'Списано', en: 'Written off' },
} satisfies Record<string, Text>;
