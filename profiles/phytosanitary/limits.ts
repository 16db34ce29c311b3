/** Time limits of the profile; what a corridor's common terms state instead goes before. */
import type { Profile } from '../../kernel/profile.ts';

const hours = (count: number): number => count * 3600;

export const limits: NonNullable<Profile['limits']> = {
  decision: {
    title: {
      az: 'Sertifikat üzrə qərar',
      ru: 'Решение по сертификату',
      en: 'Decision on a certificate',
    },
    seconds: hours(24),
  },
  answer: {
    title: { az: 'Sorğuya cavab', ru: 'Ответ на запрос', en: 'Answer to a query' },
    seconds: hours(24),
  },
  inspection: {
    title: {
      az: 'Gəlmiş yükün yoxlanılması',
      ru: 'Досмотр прибывшего груза',
      en: 'Inspection of the goods on arrival',
    },
    seconds: hours(72),
  },
  laboratory: {
    title: {
      az: 'Saxlanılmış yük üzrə laboratoriya nəticəsi',
      ru: 'Лабораторное заключение по задержанному грузу',
      en: 'Laboratory result for goods that are held',
    },
    seconds: hours(72),
  },
};
