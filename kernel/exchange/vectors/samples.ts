/** A made-up domain that chooses: of the batches it receives an institution opens some. */
import type { JsonObject } from '../../canonical.ts';
import type { Text } from '../../finding.ts';
import type { JsonSchema, Profile, RecordType } from '../../profile.ts';
import type { Commitment, Selection } from '../../selection.ts';

const same = (text: string): Text => ({ az: text, ru: text, en: text });

const closed = (properties: JsonObject): JsonSchema => ({
  type: 'object', properties, required: Object.keys(properties), additionalProperties: false,
});

const base = { version: 1, issuedBy: 'post', sentTo: ['post'], rules: [] } as const;
const numbered = (claims: JsonObject) => ({ number: String(claims['number'] ?? ''), title: '', search: [] });
const text = { type: 'string', maxLength: 64 };
const whole = 1_000_000;

const batch: RecordType = {
  ...base,
  title: { az: 'Partiya', ru: 'Партия', en: 'Batch' },
  schemas: { 1: closed({ number: text, truck: text, grams: { type: 'integer', minimum: 1 } }) },
  follows: { types: ['batch'], required: false, event: () => 'replace' },
  lifeCycle: {
    initial: 'sent',
    events: { replace: same('replace'), clear: same('clear') },
    states: { sent: same('sent'), replaced: same('replaced'), cleared: same('cleared') },
    transitions: [
      { from: 'sent', event: 'replace', to: 'replaced', by: 'issuer' },
      { from: 'sent', event: 'clear', to: 'cleared', by: 'recipient' },
    ],
    precedence: ['clear', 'replace'],
  },
  summary: numbered,
};

const remark: RecordType = {
  ...base, title: { az: 'Qeyd', ru: 'Замечание', en: 'Remark' }, schemas: { 1: closed({ text }) }, summary: numbered,
};

/** `last`: the truck is unloaded, and what was chosen for it is over. `outcome`: as what it was treated. */
const clearance: RecordType = {
  ...base,
  title: { az: 'Boşaldılma', ru: 'Выгрузка', en: 'Clearance' },
  schemas: {
    1: { type: 'object', properties: { last: { type: 'boolean' }, outcome: text }, required: ['last'], additionalProperties: false },
  },
  follows: { types: ['batch'], required: true, event: () => 'clear' },
  summary: numbered,
};

const pledge: RecordType = {
  ...base,
  title: { az: 'Öhdəlik', ru: 'Обязательство', en: 'Pledge' },
  schemas: { 1: closed({ from: text, until: text, secret: text, selection: text, settings: text }) },
  summary: numbered,
};

/** First four bytes of a draw, big-endian, as a share of a million; rounded down. */
const millionths = (draw: Uint8Array): number =>
  Math.floor((Number.parseInt(draw.slice(0, 4).toHex(), 16) * whole) / 2 ** 32);

const instant = (ms: number): string => new Date(ms).toISOString();

export const opening: Selection = {
  title: { az: 'Açılma', ru: 'Вскрытие', en: 'Opening' },
  types: ['batch'],
  outcomes: {
    open: { az: 'Açılır', ru: 'Вскрывается', en: 'Opened' },
    pass: { az: 'Buraxılır', ru: 'Пропускается', en: 'Passed' },
  },
  grounds: {
    weight: { az: 'Çəki', ru: 'Вес', en: 'Weight' },
    random: { az: 'Təsadüf', ru: 'Случайность', en: 'Chance' },
    'top-up': { az: 'Tamamlama', ru: 'Дополнение', en: 'Top-up' },
    none: { az: 'Əsas yoxdur', ru: 'Нет оснований', en: 'No ground' },
  },
  settings: closed({
    heavy: { type: 'integer', minimum: 1 },
    random: { type: 'integer', minimum: 0, maximum: whole },
    expected: { type: 'integer', minimum: 0, maximum: whole },
  }),
  check: () => [],
  selector(settings) {
    const { heavy, random, expected } = settings as { heavy: number; random: number; expected: number };
    return {
      select({ claims, facts }, draw, { total, byOutcome }) {
        const grams = Number(claims['grams']);
        if (grams >= heavy && facts['known'] !== true) return { outcome: 'open', ground: 'weight', criterion: 'heavy' };
        if (millionths(draw) < random) return { outcome: 'open', ground: 'random' };
        const isShort = (byOutcome['open'] ?? 0) * whole < expected * total;
        return isShort ? { outcome: 'open', ground: 'top-up' } : { outcome: 'pass', ground: 'none' };
      },
    };
  },
  key: ({ claims }) => String(claims['truck']),
  ends: ({ type, claims }) => type === 'clearance' && claims['last'] === true,
  applied: {
    types: ['clearance'],
    path: '/outcome',
    read: ({ claims: { outcome } }) => (outcome === undefined ? undefined : { outcome: String(outcome), ground: '', reason: '' }),
  },
  commitment: {
    type: 'pledge',
    sentTo: 'post',
    period: 86_400,
    lead: 600,
    claims: ({ from, until, ...rest }: Commitment): JsonObject => ({ ...rest, from: instant(from), until: instant(until) }),
    read: ({ from, until, secret, settings, selection }) => ({
      selection: String(selection),
      from: Date.parse(String(from)),
      until: Date.parse(String(until)),
      secret: String(secret),
      settings: String(settings),
    }),
  },
};

export const samplesProfile: Profile = {
  name: 'samples',
  title: { az: 'Nümunələr', ru: 'Пробы', en: 'Samples' },
  types: { batch, remark, clearance, pledge },
  registers: {},
  ledgers: {},
  functions: { post: same('post') },
  selections: { opening: async () => opening },
  findings: {},
  reasons: {},
  formats: {},
};

