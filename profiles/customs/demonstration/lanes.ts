import type { LaneSettings } from '../selection/settings.ts';

/**
 * Settings with which both services of the story begin: few are looked at by chance, and trusted participants pass.
 * Everything in them is invented.
 */
export const laneSettings: LaneSettings = {
  criteria: [
    { name: 'Etibarlı iştirakçılar / Доверенные участники', lane: 'green', grades: ['authorised', 'low-risk'] },
    {
      name: 'Yüksək dəyər / Высокая стоимость',
      lane: 'yellow',
      minimumValue: { amount: 3_000_000, currency: 'RUB' },
    },
    { name: 'Şirələr / Соки', lane: 'blue', hs: ['2009'] },
  ],
  random: { red: 10_000, yellow: 10_000, blue: 0 },
  expected: { red: 20_000, yellow: 30_000, blue: 20_000 },
};
