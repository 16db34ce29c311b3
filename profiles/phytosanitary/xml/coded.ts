import { Decimal, type Quantity } from '../claims/text.ts';
import type { Claims } from './codec.ts';
import { formOf } from './leaf.ts';

/** A member of the claims that is one content code of a note; `list` is the code's list. */
export interface Coded {
  readonly list: string;
  readonly member: string;
  readonly required: boolean;
  /** Undefined when the code is not a value of this member. */
  read(code: string): unknown;
  write(value: unknown): string;
}

type Of<T> = keyof T & string;
type Schema = Parameters<typeof formOf>[0];

export function coded<T>(list: string, member: Of<T>, schema: Schema, required = true): Coded {
  const form = formOf(schema);
  return { list, member, required, read: (code) => (form.test(code) ? code : undefined), write: String };
}

const integerForm = /^[1-9][0-9]{0,4}$/;

export function codedInteger<T>(list: string, member: Of<T>): Coded {
  const read = (code: string) => (integerForm.test(code) ? Number(code) : undefined);
  return { list, member, required: true, read, write: String };
}

const decimal = formOf(Decimal).source.slice(1, -1);
const quantityForm = new RegExp(
  `^(?<value>${decimal}) (?<unit>GRM|KGM|TNE|H87)(?: x (?<each>${decimal}) (?<of>GRM|KGM|TNE))?$`,
);

/** `18000 KGM`, or pieces with the mass of one: `3000 H87 x 0.25 KGM`. */
export function codedQuantity<T>(list: string, member: Of<T>): Coded {
  return {
    list,
    member,
    required: true,
    read(code) {
      const { value, unit, each, of } = quantityForm.exec(code)?.groups ?? {};
      if (value === undefined) return undefined;
      return each === undefined ? { value, unit } : { value, unit, each: { value: each, unit: of } };
    },
    write(stated) {
      const { value, unit, each } = stated as Quantity;
      return `${value} ${unit}${each === undefined ? '' : ` x ${each.value} ${each.unit}`}`;
    },
  };
}

export type Codes = readonly { readonly code: string; readonly list?: string }[];

/** Undefined unless every code is of a known list, once, and can be read, and none that is required is missing. */
export function readCodes(codes: Codes, members: readonly Coded[]): Claims | undefined {
  const read: Claims = {};
  for (const { code, list } of codes) {
    const known = members.find((member) => member.list === list);
    const value = known?.read(code);
    if (known === undefined || value === undefined || read[known.member] !== undefined) return undefined;
    read[known.member] = value;
  }
  return members.every(({ member, required }) => !required || read[member] !== undefined) ? read : undefined;
}

export function writeCodes(claims: Claims, members: readonly Coded[]) {
  return members
    .filter(({ member }) => claims[member] !== undefined)
    .map(({ list, member, write }) => ({ code: write(claims[member]), list }));
}
