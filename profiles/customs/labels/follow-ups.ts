import type { Text } from '../../../kernel/finding.ts';

/** What follows a manifest, apart from controls. */
export const followUpLabels = {
  'manifest-registration/kind': { az: 'Qərar', ru: 'Решение', en: 'Decision' },
  'manifest-disposition/kind': { az: 'Qərar', ru: 'Решение', en: 'Decision' },
  'manifest-disposition/audit': {
    az: 'Sonradan yoxlanılacaq',
    ru: 'Предстоит последующая проверка',
    en: 'To be audited later',
  },
  office: { az: 'Gömrük orqanı', ru: 'Таможенный орган', en: 'Customs office' },
  reasons: { az: 'Səbəblər', ru: 'Причины', en: 'Reasons' },
  'reasons/code': { az: 'Səbəbin kodu', ru: 'Код причины', en: 'Code of the reason' },
  text: { az: 'Mətn', ru: 'Текст', en: 'Text' },
  'manifest-arrival/time': { az: 'Gəliş vaxtı', ru: 'Время прибытия', en: 'Time of arrival' },
  'manifest-arrival/means': {
    az: 'Sərhəddəki nəqliyyat vasitələri',
    ru: 'Транспортные средства на границе',
    en: 'Means at the border',
  },
  'manifest-arrival/means/seals': { az: 'Tapılmış plomblar', ru: 'Обнаруженные пломбы', en: 'Seals found' },
  'manifest-arrival/gross': { az: 'Çəkilmiş brutto çəki', ru: 'Взвешенный вес брутто', en: 'Gross weight as weighed' },
  'seals/state': { az: 'Plombun vəziyyəti', ru: 'Состояние пломбы', en: 'State of the seal' },
  about: {
    az: 'Manifestin hansı hissəsinə aiddir',
    ru: 'К какой части манифеста относится',
    en: 'Which part of the manifest it is about',
  },
  reason: { az: 'Əsas', ru: 'Основание', en: 'Ground' },
} satisfies Record<string, Text>;
