import { type Reader, release } from './reader.ts';
import type { Element } from './tree.ts';
import type { Writer } from './writer.ts';

/** Both ways between an element and a value of the claims. */
export interface Codec<T> {
  /** Undefined when the element says nothing (it is then taken) or cannot be read (it is then left over). */
  read(element: Element, reader: Reader): T | undefined;
  write(value: T, name: string, writer: Writer): void;
}

export type Claims = Record<string, unknown>;

/** One place of a complex type. Fields stand in the order of the schema; that order is how they are written. */
export interface Field {
  readonly element: string;
  /** Told when it is missing or says nothing. */
  readonly mandatory: boolean;
  /** The mapping itself writes NULL here, so that an element which says nothing is not told. */
  readonly emptiness?: 'usual';
  read(element: Element, target: Claims, reader: Reader): void;
  write(source: Claims, writer: Writer): void;
}

interface Options {
  readonly mandatory?: boolean;
  readonly emptiness?: 'usual';
  /** Written when there is no value, because the schema demands the element. */
  readonly otherwise?: (writer: Writer) => void;
}

const told = ({ mandatory, emptiness }: Options): Pick<Field, 'mandatory' | 'emptiness'> => ({
  mandatory: mandatory === true,
  ...(emptiness === undefined ? {} : { emptiness }),
});

/** True for blank, NULL, and nothing else all the way down. */
export function saysNothing(element: Element): boolean {
  const text = element.text.trim();
  return (text === '' || isNull(text)) && element.children.every(saysNothing);
}

/** The text with which ePhyto systems fill a mandatory element that has no value. */
export const isNull = (text: string): boolean => text.length === 4 && text.toUpperCase() === 'NULL';

/** Typed fields for the members of `T`. */
export function fieldsOf<T extends object>() {
  type Single<K extends keyof T> = Codec<NonNullable<T[K]>>;
  type Item<K extends keyof T> = NonNullable<T[K]> extends readonly (infer U)[] ? Codec<U> : never;
  return {
    one: <K extends keyof T & string>(element: string, member: K, codec: Single<K>, options: Options = {}): Field => ({
      element,
      ...told(options),
      read(child, target, reader) {
        if (target[member] !== undefined) {
          reader.report('xml-repeated', 'warn', child, { element });
          return;
        }
        const value = codec.read(child, reader);
        if (value !== undefined) target[member] = value;
      },
      write(source, writer) {
        const value = source[member];
        if (value === undefined) options.otherwise?.(writer);
        else codec.write(value as NonNullable<T[K]>, element, writer);
      },
    }),
    many: <K extends keyof T & string>(element: string, member: K, codec: Item<K>, options: Options = {}): Field => {
      const item = codec as Codec<unknown>;
      return {
        element,
        ...told(options),
        read(child, target, reader) {
          const value = item.read(child, reader);
          if (value === undefined) return;
          const list = target[member];
          if (list === undefined) target[member] = [value];
          else (list as unknown[]).push(value);
        },
        write(source, writer) {
          const list = source[member] as readonly unknown[] | undefined;
          if (list === undefined) options.otherwise?.(writer);
          else for (const value of list) item.write(value, element, writer);
        },
      };
    },
    /** An element between whose own fields belong to the same claims. */
    within: (element: string, inner: readonly Field[], options: Options = {}): Field => {
      const record = reading(inner);
      return {
        element,
        ...told(options),
        read: (child, target, reader) => record(child, target, reader),
        write(source, writer) {
          const before = writer.text;
          writer.open(element);
          const opened = writer.text.length;
          for (const field of inner) field.write(source, writer);
          if (writer.text.length > opened) writer.close(element);
          else {
            writer.text = before;
            options.otherwise?.(writer);
          }
        },
      };
    },
  };
}

/** Reads the children of an element into the claims; what has no field is left over. */
export function reading(fields: readonly Field[]) {
  if (fields.length > 31) throw new RangeError('too many fields for one complex type');
  const places = new Map<string, { readonly field: Field; readonly place: number }>();
  for (const [place, field] of fields.entries()) places.set(field.element, { field, place });
  const mandatory = fields.flatMap((field, place) => (field.mandatory ? [{ place, name: field.element }] : []));
  return (element: Element, target: Claims, reader: Reader): void => {
    let last = 0;
    let ordered = true;
    let seen = 0;
    for (const child of element.children) {
      const known = places.get(child.name);
      if (known === undefined) continue;
      if (known.place < last) ordered = false;
      else last = known.place;
      seen |= 1 << known.place;
      known.field.read(child, target, reader);
      if (known.field.mandatory && known.field.emptiness !== 'usual' && saysNothing(child)) {
        reader.report('xml-empty', 'warn', child, { element: child.name });
      }
    }
    if (element.children.length === 0 && element.text.trim() === '') element.taken = true;
    if (!ordered) reader.report('xml-order', 'inform', element);
    for (const { place, name } of mandatory) {
      if ((seen & (1 << place)) === 0) reader.report('xml-missing', 'warn', element, { element: name }, name);
    }
  };
}

/**
 * A complex type. Where a member of `required` cannot be had, the whole element is left over: half a country or
 * package would say something the document does not.
 */
export function complex<T extends object>(fields: readonly Field[], required: readonly (keyof T & string)[]): Codec<T> {
  const readInto = reading(fields);
  return {
    read(element, reader) {
      const target: Claims = {};
      readInto(element, target, reader);
      let empty = true;
      for (const _ in target) {
        empty = false;
        break;
      }
      if (empty) return undefined;
      for (const member of required) {
        if (target[member] === undefined) {
          release(element);
          return undefined;
        }
      }
      return target as T;
    },
    write(value, name, writer) {
      writer.open(name);
      for (const field of fields) field.write(value as Claims, writer);
      writer.close(name);
    },
  };
}
