import type { LaneSettings } from './settings.ts';

/** Made up. Participants in the registers of both sides pass; few of the others are drawn. */
export const demonstrationSettings: LaneSettings = {
  criteria: [
    { name: 'Çəki nəzarəti · Контроль веса', lane: 'yellow', modes: ['3'], minimumGross: 40_000 },
    { name: 'Yaşıl dəhliz · Зелёный коридор', lane: 'green', grades: ['authorised', 'low-risk'] },
    { name: 'Tütün · Табак', lane: 'red', hs: ['24'], grades: ['none'] },
    { name: 'Üçüncü ölkə meyvəsi · Фрукты третьих стран', lane: 'yellow', hs: ['08'], origins: ['TR', 'IR', 'EC'] },
  ],
  random: { red: 5_000, yellow: 10_000, blue: 10_000 },
  expected: { red: 10_000, yellow: 30_000, blue: 50_000 },
};
