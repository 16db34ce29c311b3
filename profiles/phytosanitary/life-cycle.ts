import type { LifeCycle, Side, Subject, Transition, Turn } from '../../kernel/profile.ts';
import { importerOf } from './ledgers/line.ts';

const edge = (from: string, event: string, to: string, by: Side): Transition => ({ from, event, to, by });
const edges = (from: readonly string[], event: string, to: string, by: Side): readonly Transition[] =>
  from.map((state) => edge(state, event, to, by));

/** States in which the goods have not crossed and nothing of them is decided for good. */
const open = ['issued', 'queried', 'recognised', 'held'] as const;
const notInspected = [...open, 'refused'] as const;
const takenBack = ['withdrawn', 'replaced'] as const;
const settled = [...takenBack, 'released', 'part-released', 'rejected'] as const;
const everyState = [...notInspected, ...settled] as const;

const importing: Turn['of'] = (subject: Subject) => {
  const institution = importerOf(subject);
  return institution === undefined ? [] : [institution];
};

/**
 * Precedence of what crossed. A departure comes first: it changes no state, and in front of all others it leaves their
 * order as it would be without it; behind them it would hold back what its issuer did next. An inspection that ends the
 * matter comes before all that change a state: it tells what has physically crossed, and nobody takes back what has.
 * Then withdrawal and replacement: goods must not move on a certificate its issuer has taken back, not even to be
 * examined further. An answer comes before a further query, so that the new question stays open; recognition comes
 * before refusal, so that of two deciding institutions the refusing one prevails. README.md gives the table.
 */
export const certificateLifeCycle: LifeCycle = {
  initial: 'issued',
  events: {
    recognise: { az: 'tanınma', ru: 'признание', en: 'recognition' },
    refuse: { az: 'imtina', ru: 'отказ', en: 'refusal' },
    query: { az: 'sorğu', ru: 'запрос', en: 'query' },
    answer: { az: 'cavab', ru: 'ответ', en: 'answer' },
    withdraw: { az: 'geri götürülmə', ru: 'отзыв', en: 'withdrawal' },
    replace: { az: 'əvəzetmə', ru: 'замена', en: 'replacement' },
    hold: { az: 'nümunə nəticəsinə qədər saxlanma', ru: 'задержание до результата пробы', en: 'held for samples' },
    release: { az: 'buraxılış', ru: 'выпуск', en: 'release' },
    'release-part': { az: 'qismən buraxılış', ru: 'частичный выпуск', en: 'release in part' },
    reject: { az: 'buraxılışdan imtina', ru: 'запрет ввоза', en: 'rejection' },
    depart: { az: 'yola düşmə', ru: 'убытие', en: 'departure' },
    settle: { az: 'hesablaşma', ru: 'расчёт', en: 'settlement' },
  },
  states: {
    issued: { az: 'Verilib', ru: 'Выдан', en: 'Issued' },
    queried: { az: 'Sorğu göndərilib', ru: 'Направлен запрос', en: 'Queried' },
    recognised: { az: 'Tanınıb', ru: 'Признан', en: 'Recognised' },
    refused: { az: 'İmtina edilib', ru: 'Отказано', en: 'Refused' },
    held: { az: 'Yük saxlanılıb', ru: 'Груз задержан', en: 'Held' },
    released: { az: 'Yük buraxılıb', ru: 'Груз выпущен', en: 'Released' },
    'part-released': { az: 'Yük qismən buraxılıb', ru: 'Груз выпущен частично', en: 'Released in part' },
    rejected: { az: 'Yük buraxılmayıb', ru: 'Груз не выпущен', en: 'Rejected' },
    withdrawn: { az: 'Geri götürülüb', ru: 'Отозван', en: 'Withdrawn' },
    replaced: { az: 'Əvəz edilib', ru: 'Заменён', en: 'Replaced' },
  },
  transitions: [
    ...edges(['issued', 'queried', 'refused'], 'recognise', 'recognised', 'recipient'),
    ...edges(open, 'refuse', 'refused', 'recipient'),
    ...edges(['issued', 'queried'], 'query', 'queried', 'recipient'),
    edge('queried', 'answer', 'issued', 'issuer'),
    ...edges(open, 'hold', 'held', 'recipient'),
    // Goods may have crossed before their certificate was taken back, and the inspection be entered after it.
    ...edges([...open, ...takenBack], 'release', 'released', 'recipient'),
    ...edges([...open, ...takenBack], 'release-part', 'part-released', 'recipient'),
    ...edges([...notInspected, ...takenBack], 'reject', 'rejected', 'recipient'),
    ...edges(notInspected, 'withdraw', 'withdrawn', 'issuer'),
    ...edges(notInspected, 'replace', 'replaced', 'issuer'),
    ...everyState.map((state) => ({ ...edge(state, 'depart', state, 'issuer'), clockRuns: true as const })),
    ...settled.map((state) => edge(state, 'settle', state, 'recipient')),
  ],
  precedence: [
    'depart',
    'release',
    'release-part',
    'reject',
    'withdraw',
    'replace',
    'hold',
    'answer',
    'query',
    'recognise',
    'refuse',
    'settle',
  ],
  inForce: ['issued', 'recognised'],
  // A refusal may still turn into recognition; what is rejected may never be presented again.
  revoked: [...takenBack, 'rejected'],
  turns: {
    issued: { of: importing, limit: 'decision' },
    queried: { of: ({ issuer }) => [issuer], limit: 'answer' },
    recognised: { of: importing, limit: 'inspection' },
    held: { of: importing, limit: 'laboratory' },
  },
};
