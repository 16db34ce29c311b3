import type { LifeCycle, Side, Transition } from '../../kernel/profile.ts';

const edge = (from: string, event: string, to: string, by: Side): Transition => ({ from, event, to, by });

/**
 * Precedence of what crossed. Withdrawal and replacement come first: goods must not move on a certificate its
 * issuer has taken back. An answer comes before a further query, so that the new question stays open; recognition
 * comes before refusal, so that of two deciding institutions the refusing one prevails. README.md gives the table.
 */
export const certificateLifeCycle: LifeCycle = {
  initial: 'issued',
  states: {
    issued: { az: 'Verilib', ru: 'Выдан', en: 'Issued' },
    queried: { az: 'Sorğu göndərilib', ru: 'Направлен запрос', en: 'Queried' },
    recognised: { az: 'Tanınıb', ru: 'Признан', en: 'Recognised' },
    refused: { az: 'İmtina edilib', ru: 'Отказано', en: 'Refused' },
    withdrawn: { az: 'Geri götürülüb', ru: 'Отозван', en: 'Withdrawn' },
    replaced: { az: 'Əvəz edilib', ru: 'Заменён', en: 'Replaced' },
  },
  transitions: [
    edge('issued', 'recognise', 'recognised', 'recipient'),
    edge('issued', 'refuse', 'refused', 'recipient'),
    edge('issued', 'query', 'queried', 'recipient'),
    edge('queried', 'query', 'queried', 'recipient'),
    edge('queried', 'recognise', 'recognised', 'recipient'),
    edge('queried', 'refuse', 'refused', 'recipient'),
    edge('recognised', 'refuse', 'refused', 'recipient'),
    edge('refused', 'recognise', 'recognised', 'recipient'),
    edge('queried', 'answer', 'issued', 'issuer'),
    edge('issued', 'withdraw', 'withdrawn', 'issuer'),
    edge('queried', 'withdraw', 'withdrawn', 'issuer'),
    edge('recognised', 'withdraw', 'withdrawn', 'issuer'),
    edge('refused', 'withdraw', 'withdrawn', 'issuer'),
    edge('issued', 'replace', 'replaced', 'issuer'),
    edge('queried', 'replace', 'replaced', 'issuer'),
    edge('recognised', 'replace', 'replaced', 'issuer'),
    edge('refused', 'replace', 'replaced', 'issuer'),
    edge('withdrawn', 'settle', 'withdrawn', 'recipient'),
    edge('replaced', 'settle', 'replaced', 'recipient'),
  ],
  precedence: ['withdraw', 'replace', 'answer', 'query', 'recognise', 'refuse', 'settle'],
};
