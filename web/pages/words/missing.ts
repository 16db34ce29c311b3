import type { Text } from '../../../kernel/finding.ts';

/** The page for an address that names nothing. */
export const missingWords = {
  title: { az: 'Belə səhifə yoxdur', ru: 'Такой страницы нет', en: 'There is no such page' },
  description: {
    az: 'Bu ünvanda heç nə yoxdur.',
    ru: 'По этому адресу ничего нет.',
    en: 'There is nothing at this address.',
  },
  lead: {
    az: 'Bu ünvanda heç nə yoxdur. Ünvanı tutuşdurun və ya aşağıdakılardan birini seçin.',
    ru: 'По этому адресу ничего нет. Сверьте адрес или выберите, что вам нужно.',
    en: 'There is nothing at this address. Compare it with what you were given, or choose where to go.',
  },
  check: { az: 'Sənədi yoxlamaq', ru: 'Проверить документ', en: 'Check a document' },
  home: { az: 'Birinci səhifə', ru: 'Первая страница', en: 'First page' },
} satisfies Record<string, Text>;
