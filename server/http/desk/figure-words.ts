/** Headings of exported tables. */
import type { Text } from '../../../kernel/finding.ts';

export const figureWords = {
  week: { az: 'Həftə', ru: 'Неделя', en: 'Week' },
  name: { az: 'Adı', ru: 'Название', en: 'Name' },
  side: { az: 'Tərəf', ru: 'Сторона', en: 'Side' },
  count: { az: 'Say', ru: 'Количество', en: 'Count' },
  all: { az: 'Cəmi', ru: 'Всего', en: 'All' },
  holding: { az: 'Onlardan', ru: 'Из них', en: 'Of them' },
  share: { az: 'Pay, %', ru: 'Доля, %', en: 'Share, %' },
  median: { az: 'Median, saat', ru: 'Медиана, ч', en: 'Median, hours' },
  p90: { az: '90 % halda ən çoxu, saat', ru: 'В 90 % случаев не более, ч', en: 'At most, in 90 %, hours' },
  sides: {
    issued: { az: 'verilmiş', ru: 'выдано', en: 'issued' },
    received: { az: 'alınmış', ru: 'получено', en: 'received' },
  },
} satisfies Record<string, Text | Record<'issued' | 'received', Text>>;
