import type { Text } from '../../../kernel/finding.ts';

/** States that are none of a life cycle. What a life cycle names, its profile says. */
export const stateWords: Readonly<Record<string, Text>> = {
  'in-force': { az: 'Qüvvədədir', ru: 'Действует', en: 'In force' },
  effective: { az: 'Qüvvəyə minib', ru: 'Вступил в силу', en: 'In effect' },
  void: { az: 'Hüquqi nəticə doğurmur', ru: 'Не имеет силы', en: 'Of no effect' },
  refused: { az: 'Qəbul edən tərəf rədd edib', ru: 'Отклонён получателем', en: 'Refused by the recipient' },
  superseded: {
    az: 'Başqa qərar onu qabaqlayıb',
    ru: 'Не действует: его опередило другое решение',
    en: 'Without effect: overtaken by another decision',
  },
  'out-of-turn': {
    az: 'Növbədənkənar: qüvvəyə minməyib',
    ru: 'Не действует: подан вне очереди',
    en: 'Without effect: out of turn',
  },
  waiting: {
    az: 'Hələ hesaba alınmayıb: başqa sənəd gözlənilir',
    ru: 'Пока не учтён: ожидается другой документ',
    en: 'Not counted yet: waits for another document',
  },
  unverified: { az: 'Yoxlanılmamışdır', ru: 'Не проверен', en: 'Not verified' },
};
