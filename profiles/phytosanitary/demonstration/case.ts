/** The case of the story, from the find to its end. Everything in it is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Lifting, Suspension } from '../claims/admission.ts';
import type { CaseReply, CaseRuling, NonCompliance } from '../claims/case.ts';
import { road } from './requirements.ts';

export const nonCompliance = (told: Told): NonCompliance => ({
  number: 'RU-NC-DEMO-1',
  exporter: 'az.afsa',
  certificate: told.id('cooperative'),
  lines: [1],
  growers: ['AZ-TM-100'],
  reasons: ['quarantine-pest'],
  pests: ['TOBRFV'],
  found: told.day(-10),
  checkpoint: road,
  inspection: told.id('cooperative-returned'),
  laboratoryResults: [told.id('find')],
  action: 'return',
  text: 'В образце RU-S-31 обнаружен вирус коричневой морщинистости плодов томата. Партия возвращена. Просим провести расследование.',
});

export const suspension = (told: Told): Suspension => ({
  exporter: 'az.afsa',
  grower: 'AZ-TM-100',
  product: 'LYPES',
  pest: 'TOBRFV',
  review: told.day(20),
  case: told.id('case'),
  reason: 'pest-found',
});

export const acknowledged: CaseReply = {
  kind: 'acknowledge',
  text: 'Bildiriş qəbul edildi, araşdırmaya başlanıldı. (Уведомление принято, расследование начато.)',
};

export const investigated: CaseReply = {
  kind: 'investigate',
  cause: 'Virus yeni alınmış toxum partiyası ilə gətirilib. (Вирус занесён с новой партией семян.)',
  measures:
    'Zədələnmiş bitkilər məhv edilib, istixana dezinfeksiya olunub, toxumlar yoxlanılıb. ' +
    '(Поражённые растения уничтожены, теплица обеззаражена, семена проверены.)',
  text: 'Araşdırmanın nəticəsi. (Результат расследования.)',
};

export const closed: CaseRuling = { kind: 'close', text: 'Меры признаны достаточными, дело закрыто.' };

export const lifting = (told: Told): Lifting => ({ case: told.id('case') });
