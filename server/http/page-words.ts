import type { Text } from '../../kernel/finding.ts';

/** Sentences of the front page. */
export const pageWords = {
  title: {
    az: 'Samur: elektron qeydlərin mübadiləsi',
    ru: 'Samur: обмен электронными записями',
    en: 'Samur: exchange of electronic records',
  },
  lead: {
    az: 'Bu server qurumların imzaladığı elektron qeydləri digər ölkənin qurumlarına çatdırır, onların qeydlərini qəbul edir və yoxlayır.',
    ru: 'Этот сервер передаёт подписанные учреждениями электронные записи учреждениям другой страны, принимает и проверяет их записи.',
    en: 'This server sends electronic records signed by institutions to institutions of the other country, and receives and verifies theirs.',
  },
  institutions: {
    az: 'Bu serverdəki qurumlar',
    ru: 'Учреждения на этом сервере',
    en: 'Institutions on this server',
  },
  none: {
    az: 'Burada hələ qurum yoxdur.',
    ru: 'Здесь пока нет учреждений.',
    en: 'No institution is hosted here yet.',
  },
  identifier: { az: 'İdentifikator', ru: 'Идентификатор', en: 'Identifier' },
  didDocument: { az: 'DID sənədi', ru: 'DID-документ', en: 'DID document' },
  further: { az: 'Ətraflı', ru: 'Подробнее', en: 'More' },
  documentation: {
    az: 'Proqram interfeysinin (API) təsviri',
    ru: 'Описание программного интерфейса (API)',
    en: 'Description of the programming interface (API)',
  },
  trustList: {
    az: 'Etibar siyahısı: qurumlar və onların açarları',
    ru: 'Список доверия: учреждения и их ключи',
    en: 'Trust list: institutions and their keys',
  },
  demonstration: {
    az: 'Nümayiş serveri. Buradakı qeydlərin hüquqi qüvvəsi yoxdur.',
    ru: 'Демонстрационный сервер. Записи на нём не имеют юридической силы.',
    en: 'Demonstration server. Its records have no legal force.',
  },
  language: { az: 'Dil', ru: 'Язык', en: 'Language' },
} satisfies Record<string, Text>;

/** Each language in its own name. */
export const languageNames = { az: 'Azərbaycanca', ru: 'Русский', en: 'English' } as const;
