import { type Static, type TSchema, Type } from 'typebox';
import { recordKind } from '../../../kernel/reference.ts';
import { formHint } from '../../../kernel/schema.ts';

const forbidden = '\\u0000-\\u0008\\u000B-\\u001F\\u007F\\uD800-\\uDFFF\\uFFFE\\uFFFF';

/** Free text: no blanks at either end, line feeds allowed. */
export function Text(maxLength: number) {
  const edge = `[^\\s${forbidden}]`;
  return Type.String({ minLength: 1, maxLength, pattern: `^${edge}(?:[^${forbidden}]*${edge})?$` });
}

/** One line without doubled blanks: identifiers, codes, numbers. */
export function Token(maxLength: number) {
  const word = `[^\\s${forbidden}]+`;
  return Type.String({ minLength: 1, maxLength, pattern: `^${word}(?: ${word})*$` });
}

export const closed = { additionalProperties: false } as const;

/** Not negative; up to 14 digits before and 6 after the point. Never read as a float. */
export const Decimal = Type.String({ maxLength: 21, pattern: '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$' });

/** An instant. The pattern also takes what forms fill in step by step; a rule refuses it without time and zone. */
export const Instant = Type.String({
  maxLength: 29,
  pattern:
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])' +
    '(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?)?$',
});

/** A calendar day. */
export const Day = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });

export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$' });

/** SHA-256 of a file. */
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A record's id. The title is how forms know it, and let it be found by its number. */
export const RecordId = Type.String({ title: recordKind, pattern: '^[0-9a-f]{64}$' });

/** UNECE Rec. 20 common code. */
export const Quantity = Type.Object({ value: Decimal, unit: Type.String({ pattern: '^[A-Z0-9]{1,3}$' }) }, closed);
export type Quantity = Static<typeof Quantity>;

/** HS 2022 heading or subheading, or a national code that begins with one. */
export const HsCode = Type.String({ pattern: '^[0-9]{6,10}$' });

export const OfficeCode = Type.String({ pattern: '^[0-9]{8}$' });

/** UNECE Rec. 19: 1 sea, 2 rail, 3 road, 4 air. */
export const Mode = Type.Enum(['1', '2', '3', '4']);

/** Customs office, day of registration, number on that day. */
export const ManifestNumber = Type.String({ pattern: '^[0-9]{8}/[0-9]{6}/[0-9]{7}$' });
/** The same form; national systems put a letter before the number. */
export const DeclarationNumber = Type.String({ pattern: '^[0-9]{8}/[0-9]{6}/[0-9A-ZА-Я]{1,7}$' });

export const Sequence = Type.Integer({ minimum: 1, maximum: 99999 });
/** Of a line in its own list. */
export const LineNumber = Type.With(Sequence, { [formHint]: 'row-number' });

export const Reason = Type.Object(
  { code: Type.String({ pattern: '^[a-z][a-z-]{1,59}$' }), text: Type.Optional(Text(4000)) },
  closed,
);
export type Reason = Static<typeof Reason>;
export const Reasons = Type.Optional(Type.Array(Reason, { minItems: 1, maxItems: 20 }));

export const list = <T extends Parameters<typeof Type.Array>[0]>(items: T, maxItems: number) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems }));

/** Optional, and open in forms before anything is in it. */
export const open = <T extends TSchema>(schema: T) => Type.Optional(Type.With(schema, { [formHint]: 'open' }));

export const openList = <T extends TSchema>(items: T, maxItems: number) =>
  open(Type.Array(items, { minItems: 1, maxItems }));
