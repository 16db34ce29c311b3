import type { LifeCycle, Side, Subject, Transition, Turn } from '../../kernel/profile.ts';
import { receivingCustoms } from './institutions.ts';

const edge = (from: string, event: string, to: string, by: Side): Transition => ({ from, event, to, by });
const edges = (from: readonly string[], event: string, to: string, by: Side): readonly Transition[] =>
  from.map((state) => edge(state, event, to, by));
/** What is told without a change of whose turn it is. */
const told = (state: string, event: string, by: Side): Transition => ({
  ...edge(state, event, state, by),
  clockRuns: true,
});

/** The goods are on their way and nobody at the border has seen them. */
const underway = ['sent', 'registered', 'queried'] as const;
/** They stand before the officer. */
const atBorder = ['arrived', 'queried-at-border'] as const;
const examined = ['recognised', 'recontrolled', 'detained'] as const;

const receiving: Turn['of'] = (subject: Subject) => {
  const institution = receivingCustoms(subject);
  return institution === undefined ? [] : [institution];
};
const sending: Turn['of'] = ({ issuer }: Subject) => [issuer];

/**
 * Precedence of what crossed. Results of controls come first: they change no state, and what was seen counts whatever
 * else was signed. Then what has physically happened with the goods, which no paper takes back; then withdrawal and
 * replacement, before anything that only concerns the paper. A reply comes before a further question, so that the new
 * question stays open. README.md gives the table.
 */
export const manifestLifeCycle: LifeCycle = {
  initial: 'sent',
  events: {
    register: { az: 'qeydiyyat', ru: 'регистрация', en: 'registration' },
    reject: { az: 'qeydiyyatdan imtina', ru: 'отказ в регистрации', en: 'rejection' },
    arrive: { az: 'sərhədə gəliş', ru: 'прибытие на границу', en: 'arrival at the border' },
    report: {
      az: 'göndərən tərəfin nəzarət nəticəsi',
      ru: 'результат контроля отправляющей стороны',
      en: 'control result of the sending side',
    },
    control: {
      az: 'qəbul edən tərəfin nəzarət nəticəsi',
      ru: 'результат контроля принимающей стороны',
      en: 'control result of the receiving side',
    },
    recognise: { az: 'tanınma', ru: 'признание', en: 'recognition' },
    pass: { az: 'tanınma və buraxılış', ru: 'признание с выпуском', en: 'recognition with release' },
    decline: { az: 'təkrar nəzarət', ru: 'повторный контроль', en: 'further control' },
    release: { az: 'buraxılış', ru: 'выпуск', en: 'release' },
    'pass-for-audit': {
      az: 'tanınma və buraxılış, sonradan yoxlama ilə',
      ru: 'признание с выпуском и последующей проверкой',
      en: 'recognition with release, to be audited',
    },
    'release-for-audit': {
      az: 'buraxılış, sonradan yoxlama ilə',
      ru: 'выпуск с последующей проверкой',
      en: 'release, to be audited',
    },
    detain: { az: 'saxlanma', ru: 'задержание', en: 'detention' },
    return: { az: 'geri qaytarma', ru: 'возврат', en: 'return' },
    close: { az: 'bağlanma', ru: 'закрытие', en: 'closing' },
    ask: { az: 'sorğu', ru: 'запрос', en: 'query' },
    reply: { az: 'cavab', ru: 'ответ', en: 'reply' },
    withdraw: { az: 'geri götürülmə', ru: 'отзыв', en: 'withdrawal' },
    replace: { az: 'əvəzetmə', ru: 'замена', en: 'replacement' },
  },
  states: {
    sent: { az: 'Göndərilib', ru: 'Направлен', en: 'Sent' },
    registered: { az: 'Qeydiyyata alınıb', ru: 'Зарегистрирован', en: 'Registered' },
    rejected: { az: 'Qeydiyyata alınmayıb', ru: 'Отклонён', en: 'Rejected' },
    queried: { az: 'Sorğu göndərilib', ru: 'Направлен запрос', en: 'Queried' },
    arrived: { az: 'Sərhəddədir', ru: 'На границе', en: 'At the border' },
    'queried-at-border': {
      az: 'Sərhəddədir, sorğu göndərilib',
      ru: 'На границе, направлен запрос',
      en: 'At the border, queried',
    },
    recognised: { az: 'Nəzarət nəticəsi tanınıb', ru: 'Контроль признан', en: 'Control recognised' },
    recontrolled: { az: 'Təkrar nəzarətdədir', ru: 'На повторном контроле', en: 'Controlled again' },
    released: { az: 'Yük buraxılıb', ru: 'Груз выпущен', en: 'Released' },
    'released-for-audit': {
      az: 'Yük buraxılıb, sonradan yoxlanılacaq',
      ru: 'Груз выпущен, предстоит проверка',
      en: 'Released, to be audited',
    },
    detained: { az: 'Yük saxlanılıb', ru: 'Груз задержан', en: 'Detained' },
    returned: { az: 'Yük geri qaytarılıb', ru: 'Груз возвращён', en: 'Returned' },
    closed: { az: 'Bağlanıb', ru: 'Закрыт', en: 'Closed' },
    withdrawn: { az: 'Geri götürülüb', ru: 'Отозван', en: 'Withdrawn' },
    replaced: { az: 'Əvəz edilib', ru: 'Заменён', en: 'Replaced' },
  },
  transitions: [
    edge('sent', 'register', 'registered', 'recipient'),
    ...edges(underway, 'reject', 'rejected', 'recipient'),
    ...edges(underway, 'ask', 'queried', 'recipient'),
    ...edges(atBorder, 'ask', 'queried-at-border', 'recipient'),
    edge('queried', 'reply', 'registered', 'issuer'),
    edge('queried-at-border', 'reply', 'arrived', 'issuer'),
    ...edges(['sent', 'registered'], 'arrive', 'arrived', 'recipient'),
    // What was mistyped at the border is stated again.
    ...atBorder.map((state) => told(state, 'arrive', 'recipient')),
    // The question stays open until somebody answers it or decides without an answer.
    edge('queried', 'arrive', 'queried-at-border', 'recipient'),
    ...[...underway, ...atBorder, ...examined].map((state) => told(state, 'report', 'issuer')),
    ...[...atBorder, ...examined, 'released'].map((state) => told(state, 'control', 'recipient')),
    // Goods of the blue lane are looked at once they are released: that ends what is waited for.
    ...edges(atBorder, 'pass-for-audit', 'released-for-audit', 'recipient'),
    ...edges(examined, 'release-for-audit', 'released-for-audit', 'recipient'),
    edge('released-for-audit', 'control', 'released', 'recipient'),
    ...edges([...atBorder, 'recontrolled'], 'recognise', 'recognised', 'recipient'),
    ...edges(atBorder, 'pass', 'released', 'recipient'),
    ...edges([...atBorder, 'recognised'], 'decline', 'recontrolled', 'recipient'),
    ...edges(examined, 'release', 'released', 'recipient'),
    ...edges([...atBorder, 'recognised', 'recontrolled'], 'detain', 'detained', 'recipient'),
    ...edges([...atBorder, ...examined], 'return', 'returned', 'recipient'),
    ...edges(['released', 'released-for-audit', 'detained', 'returned'], 'close', 'closed', 'recipient'),
    ...edges(underway, 'withdraw', 'withdrawn', 'issuer'),
    ...edges([...underway, 'rejected'], 'replace', 'replaced', 'issuer'),
  ],
  precedence: [
    'report',
    'control',
    'release',
    'release-for-audit',
    'pass',
    'pass-for-audit',
    'return',
    'detain',
    'close',
    'arrive',
    'withdraw',
    'replace',
    'reject',
    'register',
    'reply',
    'ask',
    'recognise',
    'decline',
  ],
  inForce: ['sent', 'registered', 'arrived', 'recognised', 'released', 'released-for-audit'],
  turns: {
    sent: { of: receiving, limit: 'registration' },
    registered: {
      of: sending,
      limit: 'departure',
      meanwhile: { az: 'Yük sərhədə gedir', ru: 'Груз в пути к границе', en: 'Under way to the border' },
    },
    queried: { of: sending, limit: 'reply' },
    'queried-at-border': { of: sending, limit: 'reply' },
    arrived: { of: receiving, limit: 'border' },
    recognised: { of: receiving, limit: 'release' },
    recontrolled: { of: receiving, limit: 'control' },
    detained: { of: receiving, limit: 'detention' },
    'released-for-audit': { of: receiving, limit: 'audit' },
  },
};
