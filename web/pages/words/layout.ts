import type { Text } from '../../../kernel/finding.ts';

/** What stands around every page. */
export const layoutWords = {
  skip: { az: 'Əsas məzmuna keçmək', ru: 'Перейти к содержанию', en: 'Skip to the content' },
  product: {
    az: 'İmzalanmış elektron qeydlərin mübadiləsi',
    ru: 'Обмен подписанными электронными записями',
    en: 'Exchange of signed electronic records',
  },
  navigation: { az: 'Bölmələr', ru: 'Разделы', en: 'Sections' },
  verify: { az: 'Yoxlama', ru: 'Проверка', en: 'Check' },
  status: { az: 'Vəziyyət', ru: 'Состояние', en: 'Status' },
  about: { az: 'Haqqında', ru: 'О системе', en: 'About' },
  api: { az: 'API', ru: 'API', en: 'API' },
  signIn: { az: 'Giriş', ru: 'Вход', en: 'Sign in' },
  language: { az: 'Dil', ru: 'Язык', en: 'Language' },
  demonstration: {
    az: 'Nümayiş serveri. Buradakı sənədlərin hüquqi qüvvəsi yoxdur.',
    ru: 'Демонстрационный сервер. Документы на нём не имеют юридической силы.',
    en: 'Demonstration server. Its documents have no legal force.',
  },
  institutions: {
    az: 'Bu serverdəki qurumlar',
    ru: 'Учреждения на этом сервере',
    en: 'Institutions on this server',
  },
  noInstitutions: { az: 'Burada hələ qurum yoxdur.', ru: 'Здесь пока нет учреждений.', en: 'None yet.' },
  corridor: { az: 'Dəhliz', ru: 'Коридор', en: 'Corridor' },
  version: { az: 'versiya', ru: 'версия', en: 'version' },
  licence: {
    az: 'Açıq mənbəli proqram, Apache-2.0 lisenziyası',
    ru: 'Программа с открытым исходным кодом, лицензия Apache-2.0',
    en: 'Open-source software, Apache-2.0 licence',
  },
  utc: {
    az: 'Bütün vaxtlar UTC ilə göstərilir.',
    ru: 'Время везде указано по UTC.',
    en: 'All times are in UTC.',
  },
} satisfies Record<string, Text>;

/** Each language in its own name. */
export const languageNames = { az: 'Azərbaycanca', ru: 'Русский', en: 'English' } as const;
