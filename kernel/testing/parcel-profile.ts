/**
 * A small domain for the kernel's own tests: senders announce parcels against an allowance that the
 * receiver limits; receivers accept, reject, question; senders recall or replace, receivers settle. What `counter`
 * collects from the line that it offers, its receivers deliver.
 */
import type { JsonObject } from '../canonical.ts';
import type { Text } from '../finding.ts';
import type { Movement, Poster } from '../ledger.ts';
import type {
  Answer,
  Impact,
  JsonSchema,
  LifeCycle,
  Profile,
  RecordType,
  Statement,
  Subject,
  View,
} from '../profile.ts';
import type { Question } from '../question.ts';

export const say = (en: string): Text => ({ az: en, ru: en, en });
export const amount: JsonSchema = { type: 'string', pattern: '^(0|[1-9][0-9]{0,8})$' };
export const id: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const word: JsonSchema = { type: 'string', minLength: 1, maxLength: 40 };
export const institution: JsonSchema = { type: 'string', pattern: '^[a-z]{2}\\.[a-z]+$' };

export function closed(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function plainType(title: string, claims: Readonly<Record<string, JsonSchema>>): RecordType {
  return {
    title: say(title),
    version: 1,
    schemas: { 1: closed(claims) },
    issuedBy: 'post',
    sentTo: ['post'],
    rules: [],
    summary: () => ({ number: '', title, search: [] }),
  };
}

function followUp(event: string, claims: Readonly<Record<string, JsonSchema>> = {}): RecordType {
  return { ...plainType(event, claims), follows: { types: ['parcel'], required: true, event: () => event } };
}

function receiverOf({ claims }: Subject): string[] {
  return [text(claims, 'receiver')];
}

const cycle: LifeCycle = {
  initial: 'announced',
  events: Object.fromEntries(
    ['deliver', 'accept', 'reject', 'question', 'reply', 'recall', 'replace', 'settle'].map((e) => [e, say(e)]),
  ),
  states: Object.fromEntries(
    ['announced', 'questioned', 'accepted', 'rejected', 'recalled', 'replaced', 'settled', 'delivered'].map((s) => [
      s,
      say(s),
    ]),
  ),
  transitions: [
    ...['announced', 'questioned'].flatMap((from) => [
      { from, event: 'accept', to: 'accepted', by: 'recipient' } as const,
      { from, event: 'reject', to: 'rejected', by: 'recipient' } as const,
    ]),
    { from: 'announced', event: 'question', to: 'questioned', by: 'recipient' },
    { from: 'questioned', event: 'reply', to: 'announced', by: 'issuer' },
    ...['announced', 'questioned', 'accepted'].flatMap((from) => [
      { from, event: 'recall', to: 'recalled', by: 'issuer' } as const,
      { from, event: 'replace', to: 'replaced', by: 'issuer' } as const,
    ]),
    ...['announced', 'questioned', 'accepted'].map(
      (from) => ({ from, event: 'deliver', to: 'delivered', by: 'recipient' }) as const,
    ),
    { from: 'recalled', event: 'settle', to: 'settled', by: 'recipient' },
    { from: 'replaced', event: 'settle', to: 'settled', by: 'recipient' },
  ],
  precedence: ['deliver', 'recall', 'replace', 'reject', 'accept', 'question', 'reply', 'settle'],
  turns: {
    announced: { of: receiverOf, limit: 'acceptance' },
    questioned: { of: ({ issuer }) => [issuer], limit: 'reply' },
    accepted: { of: receiverOf, limit: 'handing-over' },
    recalled: { of: receiverOf, limit: 'settlement' },
  },
};

export const text = (claims: JsonObject, member: string) => claims[member] as string;
export const figure = (claims: JsonObject, member: string) => BigInt(text(claims, member));

const allowance = (sender: string, receiver: string, movement: string, sum: bigint, slot?: string): Movement => ({
  ledger: 'allowance',
  key: [sender, receiver],
  movement,
  amount: sum,
  ...(slot !== undefined && { slot }),
});

/** A line is named by the number that the sender gave the parcel. */
export const lineKey = (sender: string, receiver: string, number: string) => [sender, receiver, number];

const line = (parcel: { issuer: string; claims: JsonObject }, movement: string, sum: bigint): Movement => ({
  ledger: 'line',
  key: lineKey(parcel.issuer, text(parcel.claims, 'receiver'), text(parcel.claims, 'number')),
  movement,
  amount: sum,
});

function freezeLine({ subject }: Statement): Movement[] {
  return subject ? [line(subject, 'recalled', 0n)] : [];
}

function settlement({ claims, subject }: Statement): Movement[] {
  if (!subject) return [];
  const free = figure(claims, 'free');
  return [
    line(subject, 'settled', free),
    allowance(subject.issuer, text(subject.claims, 'receiver'), 'returned', free),
  ];
}

/** Its receiver delivers a parcel once all of it was collected. */
function deliver({ id, issuer, to, claims, state }: Subject, self: string, view: View): readonly Answer[] {
  const account = view.account('line', lineKey(issuer, text(claims, 'receiver'), text(claims, 'number')));
  if (text(claims, 'receiver') !== self || account?.available !== 0n || state === 'delivered') return [];
  return [{ type: 'delivery', to: [issuer, ...to.filter((one) => one !== self)], claims: {}, about: id }];
}

/** Parcels on their way to whoever states a rate or a limit. */
const onTheWay: Impact = {
  records: { parcel: ['announced', 'questioned', 'accepted'] },
  concerns: ({ issuer }, { claims }) => claims['receiver'] === issuer,
};

/** Whether a load was allowed, by what the receiver had stated as the greatest. */
const allowed: Question = {
  title: say('Was a load allowed?'),
  parameters: {
    receiver: { title: say('Receiver'), schema: institution, required: true },
    load: { title: say('Load'), schema: amount },
  },
  answers: {
    any: say('{receiver} had stated no greatest load.'),
    within: say('{receiver} had allowed {greatest}.'),
    beyond: say('{receiver} had allowed {greatest} (asked: {load}).'),
  },
  answer({ receiver: of = '', load = '0' }, view) {
    const key = [of, 'greatest'];
    const greatest = view.register('rates', key);
    const rests = [{ register: 'rates', key }];
    if (typeof greatest !== 'string') return { code: 'any', detail: { receiver: of }, rests };
    const code = BigInt(load) > BigInt(greatest) ? 'beyond' : 'within';
    return { code, detail: { receiver: of, greatest, load }, rests };
  },
};

export const posts = (ledger: string, ...movements: string[]) => movements.map((movement) => ({ ledger, movement }));
const sender: Poster = { function: 'post', key: 0, same: 'institution' };
const receiver: Poster = { function: 'post', key: 1, same: 'institution' };
const counter: Poster = { function: 'counter', key: 1, same: 'country' };

export const parcelProfile: Profile = {
  name: 'parcel',
  title: say('Parcels'),
  types: {
    parcel: {
      ...plainType('Parcel', { receiver: institution, number: word, load: amount }),
      follows: { types: ['parcel'], required: false, event: () => 'replace' },
      lifeCycle: cycle,
      rules: [
        {
          name: 'not to oneself',
          contents: true,
          check: ({ issuer, claims }) =>
            claims['receiver'] === issuer ? [{ code: 'to-oneself', severity: 'refuse', path: '/receiver' }] : [],
        },
        {
          name: 'within the greatest load',
          reads: ({ claims }) => [{ register: 'rates', key: [text(claims, 'receiver'), 'greatest'] }],
          check({ claims }, view) {
            const greatest = view.register('rates', [text(claims, 'receiver'), 'greatest']);
            if (typeof greatest !== 'string' || figure(claims, 'load') <= BigInt(greatest)) return [];
            return [{ code: 'too-heavy', severity: 'refuse', path: '/load' }];
          },
        },
      ],
      posts: [...posts('allowance', 'loaded'), ...posts('line', 'declared', 'recalled')],
      movements: (statement) => [
        ...freezeLine(statement),
        line(statement, 'declared', figure(statement.claims, 'load')),
        allowance(statement.issuer, text(statement.claims, 'receiver'), 'loaded', figure(statement.claims, 'load')),
      ],
      amounts: ({ issuer, claims }) => [{ by: 'sender', key: issuer, amount: figure(claims, 'load'), path: '/load' }],
      summary: ({ number }) => ({ number: String(number), title: `Parcel ${number}`, search: [] }),
    },
    acceptance: followUp('accept'),
    delivery: { ...followUp('deliver'), stands: true, confirms: ['deliver'] },
    rejection: followUp('reject', { reason: word }),
    question: followUp('question', { words: word }),
    reply: followUp('reply', { words: word }),
    recall: { ...followUp('recall'), posts: posts('line', 'recalled'), movements: freezeLine },
    settlement: {
      ...followUp('settle', { used: amount, reserved: amount, free: amount }),
      posts: [...posts('line', 'settled'), ...posts('allowance', 'returned')],
      movements: settlement,
    },
    rate: {
      ...plainType('Rate', { name: word, value: { type: ['string', 'null'] } }),
      version: 2,
      schemas: {
        1: closed({ name: word, value: { type: ['string', 'null'] } }),
        2: closed({ name: word, value: { type: ['string', 'null'] }, note: word }),
      },
      statements: ({ issuer, claims }) => [
        { register: 'rates', key: [issuer, text(claims, 'name')], value: claims['value'] ?? null },
      ],
      impact: {
        ...onTheWay,
        rows: ({ issuer }, view) => view.list('rates', [issuer]).map(({ key }) => ({ register: 'rates', key })),
      },
    },
    limit: {
      ...plainType('Limit', { sender: institution, amount }),
      posts: posts('allowance', 'limit'),
      movements: ({ issuer, claims }) => [allowance(text(claims, 'sender'), issuer, 'limit', figure(claims, 'amount'))],
      impact: onTheWay,
    },
    manifest: {
      ...plainType('Manifest', { receiver: institution, slot: word, amount }),
      posts: posts('allowance', 'reserved'),
      movements: ({ issuer, claims }) => [
        allowance(issuer, text(claims, 'receiver'), 'reserved', figure(claims, 'amount'), text(claims, 'slot')),
      ],
    },
  },
  questions: { allowed },
  registers: { rates: { title: say('Rates'), owner: 'post', parts: [say('Post'), say('Name')] } },
  ledgers: {
    allowance: {
      title: say('Allowance'),
      parts: [say('Sender'), say('Receiver')],
      balance: true,
      unit: 'KGM',
      scale: 0,
      movements: {
        limit: { title: say('limit'), kind: 'restate-credit', by: receiver },
        returned: { title: say('returned'), kind: 'credit', by: receiver },
        loaded: { title: say('loaded'), kind: 'debit', by: sender },
        reserved: { title: say('reserved'), kind: 'restate-debit', by: sender },
      },
    },
    line: {
      title: say('Line of a parcel'),
      parts: [say('Sender'), say('Receiver'), say('Number')],
      unit: 'KGM',
      scale: 0,
      movements: {
        declared: { title: say('declared'), kind: 'credit', by: sender },
        recalled: { title: say('recalled'), kind: 'freeze', by: sender },
        settled: { title: say('settled'), kind: 'settle', by: receiver },
        collected: { title: say('collected'), kind: 'debit', by: counter },
      },
      offers: {
        movements: ['collected'],
        types: ['parcel'],
        states: ['announced', 'accepted'],
        accounts: ({ issuer, claims }) => {
          const number = text(claims, 'number');
          return [{ key: lineKey(issuer, text(claims, 'receiver'), number), part: '1', title: number, codes: [] }];
        },
        posted: deliver,
      },
    },
  },
  measure: { unit: 'KGM', scale: 0, by: { sender: say('Sender') } },
  functions: { post: say('Post') },
  findings: { 'too-heavy': say('Too heavy'), 'to-oneself': say('To oneself') },
  limits: {
    acceptance: { title: say('Acceptance'), seconds: 3600 },
    reply: { title: say('Reply'), seconds: 7200 },
    'handing-over': { title: say('Handing over'), seconds: 86_400 },
    settlement: { title: say('Settlement'), seconds: 600 },
  },
  reasons: {},
  formats: {},
};
