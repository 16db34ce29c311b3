import type { TSchema } from 'typebox';
import { type Codec, isNull } from './codec.ts';
import { readMoment } from './moment.ts';
import type { Reader } from './reader.ts';
import type { Attribute, Element } from './tree.ts';
import { attribute } from './writer.ts';

type TextSchema = TSchema & { maxLength?: number; pattern?: string };

/** The form of a text as its schema states it. */
export const formOf = ({ pattern = '' }: TextSchema): RegExp => new RegExp(pattern, 'u');

/** The value of a leaf, or undefined when it says nothing: blank, or the text NULL. */
function statedValue(element: Element): string | undefined {
  const value = element.text.trim();
  if (value !== '' && !isNull(value)) return value;
  element.taken = true;
  return undefined;
}

function unreadable(element: Element, value: string, reader: Reader): undefined {
  reader.report('xml-unreadable', 'warn', element, { value: value.slice(0, 80) });
  return undefined;
}

function fits(value: string, maxLength: number): boolean {
  return value.length <= maxLength || [...value].length <= maxLength;
}

export function attributeOf(element: Element, name: string): Attribute | undefined {
  for (const candidate of element.attributes) if (candidate.name === name) return candidate;
  return undefined;
}

/** Takes an attribute over when its value has the form. */
function takeAttribute(element: Element, name: string, form: RegExp): string | undefined {
  const found = attributeOf(element, name);
  if (found === undefined || !form.test(found.value)) return undefined;
  found.taken = true;
  return found.value;
}

/** Characters that XML may carry but the claims do not. */
const unwanted = /[\r\u007f]/;

function textValue(element: Element, maxLength: number, reader: Reader): string | undefined {
  let value = statedValue(element);
  if (value === undefined) return undefined;
  if (unwanted.test(value)) value = value.replace(/\r\n?/g, '\n');
  if (!fits(value, maxLength) || value.includes('\u007f')) return unreadable(element, value, reader);
  element.taken = true;
  return value;
}

/** udt:TextType without its language. */
export function text(schema: TextSchema): Codec<string> {
  const maxLength = schema.maxLength ?? 0;
  return {
    read: (element, reader) => textValue(element, maxLength, reader),
    write: (value, name, writer) => writer.leaf(name, value),
  };
}

const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** udt:TextType with its language. */
export function languageText(maxLength: number): Codec<{ text: string; language?: string }> {
  return {
    read(element, reader) {
      const value = textValue(element, maxLength, reader);
      if (value === undefined) return undefined;
      const tag = element.attributes.length === 0 ? undefined : takeAttribute(element, 'languageID', language);
      return tag === undefined ? { text: value } : { text: value, language: tag };
    },
    write: (value, name, writer) => writer.leaf(name, value.text, attribute('languageID', value.language)),
  };
}

/** xsd:token: blanks inside are collapsed, as the schema's own type does. */
export function token(schema: TextSchema): Codec<string> {
  const maxLength = schema.maxLength ?? 0;
  return {
    read(element, reader) {
      const stated = statedValue(element);
      if (stated === undefined) return undefined;
      const value = /\s\s|[^\S ]/.test(stated) ? stated.replace(/\s+/g, ' ') : stated;
      if (!fits(value, maxLength) || value.includes('\u007f')) return unreadable(element, value, reader);
      element.taken = true;
      return value;
    },
    write: (value, name, writer) => writer.leaf(name, value),
  };
}

/** A code of one form, taken over only when it has it. */
export function code(form: RegExp): Codec<string> {
  return {
    read(element, reader) {
      const value = statedValue(element);
      if (value === undefined) return undefined;
      if (!form.test(value)) return unreadable(element, value, reader);
      element.taken = true;
      return value;
    },
    write: (value, name, writer) => writer.leaf(name, value),
  };
}

/** Lexical forms of xsd:decimal that mean the same are brought to one; commas, blanks, exponents are not read. */
export function plainDecimal(value: string, form: RegExp): string | undefined {
  if (form.test(value)) return value;
  const parts = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(value);
  if (parts === null || (parts[2] === '' && (parts[3] ?? '') === '' && !/\d/.test(value))) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const plain = `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
  return form.test(plain) ? plain : undefined;
}

export function decimal(schema: TextSchema): Codec<string> {
  const form = formOf(schema);
  return {
    read(element, reader) {
      const value = statedValue(element);
      if (value === undefined) return undefined;
      const plain = plainDecimal(value, form);
      if (plain === undefined) return unreadable(element, value, reader);
      element.taken = true;
      return plain;
    },
    write: (value, name, writer) => writer.leaf(name, value),
  };
}

/** udt:QuantityType that counts: a fraction of zeros is dropped. */
export function count(schema: TextSchema): Codec<string> {
  const form = formOf(schema);
  return {
    read(element, reader) {
      const value = statedValue(element);
      if (value === undefined) return undefined;
      const plain = plainDecimal(value.replace(/\.0*$/, ''), form);
      if (plain === undefined) return unreadable(element, value, reader);
      element.taken = true;
      return plain;
    },
    write: (value, name, writer) => writer.leaf(name, value),
  };
}

const unit = /^[A-Z0-9]{1,3}$/;

/** udt:MeasureType with its Rec. 20 unit. */
export function measure(schema: TextSchema): Codec<{ value: string; unit?: string }> {
  const inner = decimal(schema);
  return {
    read(element, reader) {
      const value = inner.read(element, reader);
      if (value === undefined) return undefined;
      const found = takeAttribute(element, 'unitCode', unit);
      return found === undefined ? { value } : { value, unit: found };
    },
    write: (value, name, writer) => writer.leaf(name, value.value, attribute('unitCode', value.unit)),
  };
}

export function momentText(element: Element, reader: Reader, format?: Attribute): string | undefined {
  const value = statedValue(element);
  if (value === undefined) return undefined;
  const read = readMoment(value, format?.value);
  if (read === undefined) return unreadable(element, value, reader);
  if (read.rewritten) {
    reader.report('xml-rewritten', 'warn', element, { from: value, to: read.moment });
    if (format !== undefined) format.taken = true;
  }
  element.taken = true;
  return read.moment;
}

/** udt:DateTimeType; text without the inner element is read too. */
export const moment: Codec<string> = {
  read(element, reader) {
    const inner = element.children[0];
    if (inner === undefined) return momentText(element, reader);
    return momentText(inner, reader, attributeOf(inner, 'format'));
  },
  write(value, name, writer) {
    writer.open(name);
    writer.leaf('DateTimeString', value, '', 'udt');
    writer.close(name);
  },
};
