/** Time limits of the profile; what a corridor's common terms state instead goes before. */
import type { Profile } from '../../kernel/profile.ts';

const hours = (count: number): number => count * 3600;

export const limits: NonNullable<Profile['limits']> = {
  registration: {
    title: { az: 'Manifestin qeydiyyatı', ru: 'Регистрация манифеста', en: 'Registration of a manifest' },
    seconds: hours(1),
  },
  departure: {
    title: {
      az: 'Qeydiyyatdan sonra sərhədə gəliş',
      ru: 'Прибытие на границу после регистрации',
      en: 'Arrival at the border after registration',
    },
    seconds: hours(72),
  },
  reply: {
    title: { az: 'Sorğuya cavab', ru: 'Ответ на запрос', en: 'Reply to a query' },
    seconds: hours(4),
  },
  border: {
    title: {
      az: 'Sərhədə gəlmiş yük üzrə qərar',
      ru: 'Решение по прибывшему на границу грузу',
      en: 'Decision on goods at the border',
    },
    seconds: hours(2),
  },
  release: {
    title: {
      az: 'Nəzarət nəticəsi tanınmış yükün buraxılması',
      ru: 'Выпуск груза после признания контроля',
      en: 'Release after the control is recognised',
    },
    seconds: hours(1),
  },
  control: {
    title: { az: 'Təkrar nəzarət', ru: 'Повторный контроль', en: 'Further control' },
    seconds: hours(24),
  },
  detention: {
    title: {
      az: 'Saxlanılmış yük üzrə qərar',
      ru: 'Решение по задержанному грузу',
      en: 'Decision on detained goods',
    },
    seconds: hours(72),
  },
  audit: {
    title: {
      az: 'Buraxılmış yükün sonradan yoxlanması',
      ru: 'Проверка груза после выпуска',
      en: 'Audit of released goods',
    },
    seconds: hours(30 * 24),
  },
};
