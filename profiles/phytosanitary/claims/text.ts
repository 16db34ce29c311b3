import { type Static, type TSchema, Type } from 'typebox';
import { recordKind } from '../../../kernel/reference.ts';
import { formHint } from '../../../kernel/schema.ts';

/**
 * Characters that XML 1.0 §2.2 cannot carry, or that its line-end rule (§2.11) would change, are kept out of the
 * claims; so is the text NULL, with which ePhyto systems fill mandatory elements that have no value.
 */
const forbidden = '\\u0000-\\u0008\\u000B-\\u001F\\u007F\\uD800-\\uDFFF\\uFFFE\\uFFFF';
const notNull = '(?![Nn][Uu][Ll][Ll]$)';

/** Free text: no blanks at either end, line feeds allowed. */
export function Text(maxLength: number) {
  const edge = `[^\\s${forbidden}]`;
  return Type.String({ minLength: 1, maxLength, pattern: `^${notNull}${edge}(?:[^${forbidden}]*${edge})?$` });
}

/** One line without doubled blanks (xsd:token): identifiers, codes, numbers. */
export function Token(maxLength: number) {
  const word = `[^\\s${forbidden}]+`;
  return Type.String({ minLength: 1, maxLength, pattern: `^${notNull}${word}(?: ${word})*$` });
}

/** Text with its language, a BCP 47 tag. */
export function LanguageText(maxLength: number) {
  return Type.Object({ text: Text(maxLength), language: Type.Optional(Language) }, closed);
}

export const closed = { additionalProperties: false } as const;
/** An object that is left out when it would be empty, so that absence has one form. */
export const closedSome = { additionalProperties: false, minProperties: 1 } as const;

/** Optional, and open in forms before anything is in it. */
export const open = <T extends TSchema>(schema: T) => Type.Optional(Type.With(schema, { [formHint]: 'open' }));
export const openList = <T extends TSchema>(items: T, maxItems = 50) =>
  open(Type.Array(items, { minItems: 1, maxItems }));

export const Language = Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' });

/** Not negative; up to 14 digits before and 6 after the point. Never read as a float. */
export const Decimal = Type.String({ maxLength: 21, pattern: '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$' });
export const SignedDecimal = Type.String({ maxLength: 22, pattern: '^-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$' });
export const Count = Type.String({ maxLength: 14, pattern: '^(0|[1-9][0-9]{0,13})$' });

/** A date, or a date with a time of day, with the zone where the document states one (RFC 3339 §5.6). */
export const Moment = Type.String({
  maxLength: 29,
  pattern:
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])' +
    '(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?)?$',
});

export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$' });

/** UNECE Rec. 20 common code. */
export const Unit = Type.String({ pattern: '^[A-Z0-9]{1,3}$' });

export const Measure = Type.Object({ value: Decimal, unit: Type.Optional(Unit) }, closed);
export const SignedMeasure = Type.Object({ value: SignedDecimal, unit: Type.Optional(Unit) }, closed);
export type Measure = Static<typeof Measure>;

export const Texts = (maxLength: number, maxItems = 20) =>
  Type.Array(LanguageText(maxLength), { minItems: 1, maxItems });

/** Hex SHA-256, as a record names its annexes. */
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A calendar day. */
export const Day = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });

/** A record's id. The title is how forms know it, and let it be found by its number. */
export const RecordId = Type.String({ title: recordKind, pattern: '^[0-9a-f]{64}$' });

/** Id of a grower or site, a case, a notice: part of register keys. `*` is kept for "any". */
export const Identifier = Type.String({ maxLength: 60, pattern: '^[0-9A-Za-z][0-9A-Za-z./_-]{0,59}$' });

/** EPPO code of a plant or pest, as LYPES or TOBRFV. */
export const EppoCode = Type.String({ pattern: '^[0-9A-Z]{5,7}$' });

/** Name of a season, as 2026-27. */
export const Season = Type.String({ pattern: '^[0-9]{4}(-[0-9]{2})?$' });

/** An institution of the trust list. */
export const InstitutionId = Type.String({ maxLength: 100, pattern: '^[a-z]{2}\\.[a-z0-9.-]+$' });

/** UN/LOCODE of a place, or a national code. */
export const PlaceCode = Type.String({ pattern: '^[A-Z]{2}[0-9A-Z]{3}$' });

/** An amount of goods: a mass (GRM, KGM, TNE), or pieces (H87) with the mass of one. Converted exactly. */
export const Quantity = Type.Object(
  {
    value: Decimal,
    unit: Type.String({ pattern: '^(GRM|KGM|TNE|H87)$' }),
    each: Type.Optional(Type.Object({ value: Decimal, unit: Type.String({ pattern: '^(GRM|KGM|TNE)$' }) }, closed)),
  },
  closed,
);
export type Quantity = Static<typeof Quantity>;
