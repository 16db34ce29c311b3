import type { Text } from '../../kernel/finding.ts';
import type { LifeCycle, Subject } from '../../kernel/profile.ts';
import type { NonCompliance } from './claims/case.ts';

/** The exporting service is notified and replies. */
const exporting = (subject: Subject) => [(subject.claims as unknown as NonCompliance).exporter];
/** The importing service opened the case and rules. */
const importing = (subject: Subject) => [subject.issuer];

const replies = (event: string, from: readonly string[], to: string) =>
  from.map((state) => ({ from: state, event, to, by: 'recipient' }) as const);
const rulings = (event: string, from: readonly string[], to: string) =>
  from.map((state) => ({ from: state, event, to, by: 'issuer' }) as const);

/** The find stands or is still to be ruled on. */
const open = [
  ...['opened', 'acknowledged', 'demanded', 'investigated', 'disputed'],
  ...['upheld', 'appealed', 'unanswered', 'confirmed', 'remedied'],
];

/** README.md gives the tables, and for each crossing the reason for this precedence. */
export const caseLifeCycle: LifeCycle = {
  initial: 'opened',
  events: {
    acknowledge: { az: 'alındığının təsdiqi', ru: 'подтверждение получения', en: 'acknowledgement' },
    investigate: { az: 'araşdırma', ru: 'расследование', en: 'investigation' },
    dispute: { az: 'mübahisə', ru: 'оспаривание', en: 'dispute' },
    appeal: { az: 'apellyasiya', ru: 'апелляция', en: 'appeal' },
    demand: { az: 'tələb', ru: 'требование', en: 'demand' },
    uphold: { az: 'təsdiq', ru: 'подтверждение', en: 'upholding' },
    reverse: { az: 'ləğv', ru: 'отмена', en: 'reversal' },
    close: { az: 'bağlanma', ru: 'закрытие', en: 'closing' },
  },
  states: {
    opened: { az: 'Açılıb', ru: 'Открыто', en: 'Opened' },
    acknowledged: { az: 'Alındığı təsdiqlənib', ru: 'Получение подтверждено', en: 'Acknowledged' },
    demanded: { az: 'Araşdırma tələb olunub', ru: 'Затребовано расследование', en: 'Investigation demanded' },
    investigated: { az: 'Araşdırılıb', ru: 'Расследование проведено', en: 'Investigated' },
    disputed: { az: 'Mübahisələndirilib', ru: 'Оспорено', en: 'Disputed' },
    upheld: { az: 'Qüvvədə saxlanılıb', ru: 'Оставлено в силе', en: 'Upheld' },
    appealed: { az: 'Apellyasiya şikayəti verilib', ru: 'Подана апелляция', en: 'Appealed' },
    confirmed: {
      az: 'Qəti olaraq qüvvədə saxlanılıb',
      ru: 'Окончательно оставлено в силе',
      en: 'Upheld, final',
    },
    remedied: { az: 'Tədbirlər barədə məlumat verilib', ru: 'Сообщено о принятых мерах', en: 'Measures reported' },
    unanswered: { az: 'Cavabsız bağlanıb', ru: 'Закрыто без ответа', en: 'Closed without reply' },
    reversed: { az: 'Aşkarlanma ləğv edilib', ru: 'Выявление отменено', en: 'Find reversed' },
    closed: { az: 'Bağlanıb', ru: 'Закрыто', en: 'Closed' },
  },
  transitions: [
    ...replies('acknowledge', ['opened'], 'acknowledged'),
    ...replies('investigate', ['opened', 'acknowledged', 'demanded', 'investigated', 'disputed'], 'investigated'),
    ...replies('investigate', ['upheld', 'appealed', 'unanswered', 'confirmed', 'remedied'], 'remedied'),
    ...replies('dispute', ['opened', 'acknowledged', 'demanded', 'investigated'], 'disputed'),
    ...replies('appeal', ['upheld', 'unanswered'], 'appealed'),
    ...rulings('demand', ['opened', 'acknowledged', 'investigated'], 'demanded'),
    ...rulings('demand', ['remedied'], 'confirmed'),
    ...rulings('uphold', ['demanded', 'disputed'], 'upheld'),
    ...rulings('uphold', ['appealed'], 'confirmed'),
    ...rulings('reverse', open, 'reversed'),
    ...rulings('close', ['investigated', 'remedied', 'confirmed', 'reversed'], 'closed'),
    ...rulings('close', ['upheld'], 'unanswered'),
  ],
  precedence: ['reverse', 'acknowledge', 'demand', 'dispute', 'appeal', 'close', 'investigate', 'uphold'],
  turns: {
    opened: { of: exporting, limit: 'case-acknowledgement' },
    acknowledged: { of: exporting, limit: 'investigation' },
    demanded: { of: exporting, limit: 'investigation' },
    confirmed: { of: exporting, limit: 'investigation' },
    upheld: { of: exporting, limit: 'appeal' },
    investigated: { of: importing, limit: 'case-ruling' },
    disputed: { of: importing, limit: 'case-ruling' },
    remedied: { of: importing, limit: 'case-ruling' },
    appealed: { of: importing, limit: 'appeal-ruling' },
  },
};

const day = 86_400;

/** Time limits of a case, as a corridor is founded with them. */
export const caseLimits = {
  'case-acknowledgement': {
    title: {
      az: 'Bildirişin alındığının təsdiqlənməsi',
      ru: 'Подтверждение получения нотификации',
      en: 'Acknowledgement of a notification',
    },
    seconds: 3 * day,
  },
  investigation: {
    title: { az: 'Uyğunsuzluğun araşdırılması', ru: 'Расследование несоответствия', en: 'Investigation' },
    seconds: 30 * day,
  },
  'case-ruling': {
    title: { az: 'İş üzrə qərar', ru: 'Решение по делу', en: 'Ruling in a case' },
    seconds: 15 * day,
  },
  appeal: {
    title: { az: 'Apellyasiya şikayətinin verilməsi', ru: 'Подача апелляции', en: 'Appeal' },
    seconds: 30 * day,
  },
  'appeal-ruling': {
    title: {
      az: 'Apellyasiya şikayəti üzrə qərar',
      ru: 'Решение по апелляции',
      en: 'Ruling on an appeal',
    },
    seconds: 30 * day,
  },
} satisfies Readonly<Record<string, { readonly title: Text; readonly seconds: number }>>;
