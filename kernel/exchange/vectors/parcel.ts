/** A made-up domain, just rich enough for evidence: parcels that are accepted or returned, recalled or replaced. */
import type { JsonObject } from '../../canonical.ts';
import type { Text } from '../../finding.ts';
import type { JsonSchema, LifeCycle, Profile, RecordType, Side, Transition } from '../../profile.ts';

const same = (text: string): Text => ({ az: text, ru: text, en: text });

const closed = (properties: JsonObject): JsonSchema => ({
  type: 'object', properties, required: Object.keys(properties), additionalProperties: false,
});

const edge = (from: string, event: string, to: string, by: Side): Transition => ({ from, event, to, by });

const lifeCycle: LifeCycle = {
  initial: 'posted',
  events: Object.fromEntries(['accept', 'return', 'recall', 'replace'].map((event) => [event, same(event)])),
  states: {
    posted: { az: 'Göndərilib', ru: 'Отправлена', en: 'Posted' },
    accepted: { az: 'Qəbul edilib', ru: 'Принята', en: 'Accepted' },
    returned: { az: 'Qaytarılıb', ru: 'Возвращена', en: 'Returned' },
    recalled: { az: 'Geri çağırılıb', ru: 'Отозвана', en: 'Recalled' },
    replaced: { az: 'Əvəz edilib', ru: 'Заменена', en: 'Replaced' },
  },
  transitions: [
    edge('posted', 'accept', 'accepted', 'recipient'),
    edge('posted', 'return', 'returned', 'recipient'),
    edge('posted', 'recall', 'recalled', 'issuer'),
    edge('accepted', 'recall', 'recalled', 'issuer'),
    edge('posted', 'replace', 'replaced', 'issuer'),
  ],
  precedence: ['recall', 'replace', 'accept', 'return'],
};

const base = { version: 1, issuedBy: 'post', sentTo: ['post'], rules: [] } as const;
const numbered = (claims: JsonObject) => ({ number: String(claims['number'] ?? ''), title: '', search: [] });

const parcel: RecordType = {
  ...base,
  title: { az: 'Bağlama', ru: 'Посылка', en: 'Parcel' },
  schemas: { 1: closed({ number: { type: 'string', maxLength: 20 }, grams: { type: 'integer', minimum: 1 } }) },
  follows: { types: ['parcel'], required: false, event: () => 'replace' },
  lifeCycle,
  summary: numbered,
};

const verdict: RecordType = {
  ...base,
  title: { az: 'Qərar', ru: 'Решение', en: 'Verdict' },
  schemas: { 1: closed({ kind: { enum: ['accept', 'return'] } }) },
  follows: { types: ['parcel'], required: true, event: (claims) => String(claims['kind']) },
  summary: numbered,
};

const recall: RecordType = {
  ...base,
  title: { az: 'Geri çağırma', ru: 'Отзыв', en: 'Recall' },
  schemas: { 1: closed({ reason: { enum: ['mistake'] } }) },
  follows: { types: ['parcel'], required: true, event: () => 'recall' },
  summary: numbered,
};

export const parcelProfile: Profile = {
  name: 'parcel',
  title: { az: 'Bağlamalar', ru: 'Посылки', en: 'Parcels' },
  types: { parcel, verdict, recall },
  registers: {},
  ledgers: {},
  functions: { post: same('post') },
  findings: {},
  reasons: { mistake: { az: 'Səhv', ru: 'Ошибка', en: 'Mistake' } },
  formats: {},
};
