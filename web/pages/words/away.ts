import type { Text } from '../../../kernel/finding.ts';

/** The page that stands for others while nobody answers. */
export const awayWords = {
  title: { az: 'Şəbəkə yoxdur', ru: 'Нет сети', en: 'No network' },
  lead: {
    az: 'Bu səhifəni açmaq olmur: serverlə əlaqə yoxdur. Əlaqə yaranandan sonra səhifəni yeniləyin.',
    ru: 'Эту страницу открыть нельзя: нет связи с сервером. Когда связь появится, обновите страницу.',
    en: 'This page cannot be opened: there is no connection to the server. Reload it when there is one.',
  },
  still: {
    az: 'Sənədin həqiqiliyini şəbəkəsiz də yoxlamaq olar: kodu oxudun və ya faylı seçin.',
    ru: 'Подлинность документа можно проверить и без сети: отсканируйте код или выберите файл.',
    en: 'Whether a document is authentic can be checked without a network, too: scan its code or choose a file.',
  },
  check: { az: 'Sənədi yoxlamaq', ru: 'Проверить документ', en: 'Check a document' },
} satisfies Record<string, Text>;
