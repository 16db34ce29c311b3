/** Shapes of requests: the one source of check, type and documentation. Everything is closed. */
import { type Static, Type } from 'typebox';
import type { JsonObject } from '../../kernel/canonical.ts';

const closed = { additionalProperties: false } as const;

export const digestPattern = '^[0-9a-f]{64}$';
export const Digest = Type.String({ pattern: digestPattern, description: 'Hexadecimal SHA-256.' });
export const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
export const InstitutionId = Type.String({
  pattern: '^[a-z]{2}(\\.[a-z0-9-]{1,61})+$',
  maxLength: 64,
  examples: ['ru.fsvps'],
});
const Claims = Type.Unsafe<JsonObject>({
  type: 'object',
  description: 'Checked against the schema of the record type: /ns/{profile}/{type}/{version}.',
});

const AnnexRef = Type.Object(
  {
    digest: Digest,
    name: Type.String({ minLength: 1, maxLength: 200, description: 'File name shown to people.' }),
    mediaType: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' }),
  },
  closed,
);
const Annexes = Type.Array(AnnexRef, { maxItems: 64, description: 'Stored before with POST /api/annexes.' });
const Recipients = Type.Array(InstitutionId, { maxItems: 32, uniqueItems: true });

export const Draft = Type.Object(
  {
    profile: Name,
    type: Name,
    to: Recipients,
    claims: Claims,
    annexes: Type.Optional(Annexes),
    about: Type.Optional(Digest),
  },
  closed,
);
export type Draft = Static<typeof Draft>;

export const FollowUp = Type.Object(
  {
    type: Name,
    claims: Claims,
    annexes: Type.Optional(Annexes),
    to: Type.Optional(Recipients),
  },
  closed,
);

export const DocumentQuery = Type.Object(
  {
    to: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9.-]{4,64}(,[a-z0-9.-]{4,64}){0,31}$',
        description: 'Recipients, separated by commas; XML only.',
        examples: ['ru.fsvps'],
      }),
    ),
    profile: Type.Optional(Name),
    about: Type.Optional(Digest),
  },
  closed,
);
export type DocumentQuery = Static<typeof DocumentQuery>;

/** Query values are texts; nothing is coerced, so the pattern says which texts are numbers. */
function countText(limit: 200 | 1000, usual: number) {
  const pattern = limit === 200 ? '^([1-9]|[1-9]\\d|1\\d\\d|200)$' : '^([1-9]\\d{0,2}|1000)$';
  return Type.Optional(Type.String({ pattern, description: `1 to ${limit}; ${usual} when left out.` }));
}

export const ListParameters = Type.Object(
  {
    direction: Type.Optional(Type.Enum(['issued', 'received'])),
    profile: Type.Optional(Name),
    type: Type.Optional(Name),
    state: Type.Optional(Name),
    about: Type.Optional(Digest),
    turn: Type.Optional(
      Type.Enum(['mine'], { description: 'Records on which the institution of the token has to act.' }),
    ),
    overdue: Type.Optional(
      Type.Enum(['true'], {
        description:
          'Records whose limit has passed. One request looks through 2000 records on which somebody has to act: a page may hold few, or none, and yet have a `next`.',
      }),
    ),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'Every word must occur in number, title or search words.',
      }),
    ),
    cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', description: '`next` of the page before.' })),
    limit: countText(200, 50),
  },
  closed,
);

const keyParameters = {
  key: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 16,
      description: 'First parts of the key, in order: `?key=az.afsa&key=ru.fsvps`.',
    }),
  ),
  word: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 16,
      description:
        'Each must occur in some part of the key, in capitals or not. One request looks through 20000 keys: a page may hold few, or none, and yet have a `next`.',
    }),
  ),
  cursor: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,8000}$', description: '`next` of the page before.' })),
  limit: countText(1000, 200),
};

export const KeyParameters = Type.Object(keyParameters, closed);
export type KeyParameters = Static<typeof KeyParameters>;

export const HistoryParameters = Type.Object(
  {
    ...keyParameters,
    on: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'A day, for its end in UTC, or an RFC 3339 instant: `on` of each row tells what was so then.',
        examples: ['2026-11-03', '2026-11-03T10:00:00Z'],
      }),
    ),
  },
  closed,
);

export const QuestionParameters = Type.Object(
  {
    on: Type.String({
      maxLength: 40,
      description: 'A day, for its end in UTC, or an RFC 3339 instant: the registers as they stood then.',
      examples: ['2026-11-14', '2026-11-14T10:00:00Z'],
    }),
  },
  {
    // Which there are, the question says: they are checked by its own schema, as closed as any other.
    additionalProperties: true,
    description: 'Further parameters as the question names them.',
  },
);

export const SignalParameters = Type.Object(
  {
    profile: Type.Optional(Name),
    code: Type.Optional(
      Type.String({ pattern: '^[a-z][a-z0-9.-]{0,99}$', description: 'Code of a finding that is a signal.' }),
    ),
    cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', description: '`next` of the page before.' })),
    limit: countText(200, 50),
  },
  closed,
);

export const NoQuery = Type.Object({}, closed);
export const IdempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,200}$',
      description: 'The same key with the same request answers with the same record and issues nothing anew.',
    }),
  ),
});
