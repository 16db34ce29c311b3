import type { Note, ReExport } from '../claims/line.ts';

import { ephytoTags } from '../codes/tags.ts';
import { type Claims, complex, type Field, fieldsOf, isNull, saysNothing } from './codec.ts';
import { attributeOf, languageText, momentText, plainDecimal } from './leaf.ts';
import { type Reader, release } from './reader.ts';
import type { Element } from './tree.ts';
import { attribute, type Writer } from './writer.ts';

/** How the content of a tagged note becomes a member of the claims, and back. */
export interface Tag {
  /** False when the content has no place: the note is then kept as it is. */
  read(content: Element, target: Claims, reader: Reader): boolean;
  /** One entry for each note to be written: text and language. */
  write(source: Claims): readonly { readonly text: string; readonly language?: string | undefined }[];
}

const append = (target: Claims, member: string, value: unknown): true => {
  const list = target[member];
  if (list === undefined) target[member] = [value];
  else (list as unknown[]).push(value);
  return true;
};

type Texts = readonly { readonly text: string; readonly language?: string }[];

/** A list of texts with their languages. */
export function texts(member: string, maxLength: number): Tag {
  const codec = languageText(maxLength);
  return {
    read(content, target, reader) {
      const value = codec.read(content, reader);
      return value === undefined ? content.taken : append(target, member, value);
    },
    write: (source) => (source[member] as Texts | undefined) ?? [],
  };
}

/** A list of dates. */
export function dates(member: string): Tag {
  return {
    read(content, target, reader) {
      const value = momentText(content, reader);
      return value === undefined ? content.taken : append(target, member, value);
    },
    write: (source) => ((source[member] as readonly string[] | undefined) ?? []).map((text) => ({ text })),
  };
}

function single(member: string, parse: (content: Element, reader: Reader) => string | boolean | undefined): Tag {
  return {
    read(content, target, reader) {
      if (target[member] !== undefined) return oneLine(content, 0) === undefined && content.taken;
      const value = parse(content, reader);
      if (value === undefined) return content.taken;
      target[member] = value;
      return true;
    },
    write(source) {
      const value = source[member] as string | boolean | undefined;
      return value === undefined ? [] : [{ text: String(value) }];
    },
  };
}

/** The content as one line, at most so long; blank and NULL say nothing. */
function oneLine(content: Element, maxLength: number): string | undefined {
  const value = content.text.replace(/\s+/g, ' ').trim();
  if (value === '' || isNull(value)) {
    content.taken = true;
    return undefined;
  }
  if ([...value].length > maxLength || value.includes('\u007f')) return undefined;
  content.taken = true;
  return value;
}

export const token = (member: string, maxLength: number): Tag =>
  single(member, (content) => oneLine(content, maxLength));

export const date = (member: string): Tag => single(member, momentText);

const decimalForm = /^(0|[1-9][0-9]{0,13})(\.[0-9]{1,6})?$/;

export const decimal = (member: string): Tag =>
  single(member, (content, reader) => {
    const value = oneLine(content, 30);
    const plain = value === undefined ? undefined : plainDecimal(value, decimalForm);
    if (value === undefined || plain !== undefined) return plain;
    content.taken = false;
    reader.report('xml-unreadable', 'warn', content, { value });
    return undefined;
  });

const boxes: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['x', true],
  ['false', false],
  ['0', false],
  ['no', false],
]);

/** A yes/no box. */
export const box = (member: string): Tag =>
  single(member, (content) => {
    const value = oneLine(content, 10);
    const ticked = value === undefined ? undefined : boxes.get(value.toLowerCase());
    if (value !== undefined && ticked === undefined) content.taken = false;
    return ticked;
  });

/** A list of single lines. */
export function lines(member: string, maxLength: number): Tag {
  return {
    read(content, target) {
      const value = oneLine(content, maxLength);
      return value === undefined ? content.taken : append(target, member, value);
    },
    write: (source) => ((source[member] as readonly string[] | undefined) ?? []).map((text) => ({ text })),
  };
}

/** Tags whose members lie together in one object of the claims. */
export function grouped(member: string, tags: Readonly<Record<string, Tag>>): Readonly<Record<string, Tag>> {
  const entries = Object.entries(tags).map(([name, tag]): [string, Tag] => [
    name,
    {
      read(content, target, reader) {
        const inner = (target[member] as Claims | undefined) ?? {};
        const known = tag.read(content, inner, reader);
        if (known && Object.keys(inner).length > 0) target[member] = inner;
        return known;
      },
      write: (source) => (source[member] === undefined ? [] : tag.write(source[member] as Claims)),
    },
  ]);
  return Object.fromEntries(entries);
}

export const reExportTags: Readonly<Record<string, Tag>> = grouped('reExport', {
  RPCST: texts('statement' satisfies keyof ReExport, 8000),
  RPCCO: lines('originCountries' satisfies keyof ReExport, 200),
  RPCRF: token('originalNumber' satisfies keyof ReExport, 100),
  RPCOR: box('original' satisfies keyof ReExport),
  RPCTC: box('certifiedCopy' satisfies keyof ReExport),
  RPCPK: box('packed' satisfies keyof ReExport),
  RPCRP: box('repacked' satisfies keyof ReExport),
  RPCOC: box('originalContainers' satisfies keyof ReExport),
  RPCNC: box('newContainers' satisfies keyof ReExport),
  RPCPC: box('basedOnOriginal' satisfies keyof ReExport),
  RPCAI: box('additionalInspection' satisfies keyof ReExport),
});

const isSubject = ({ name }: Element): boolean => name === 'Subject' || name === 'SubjectCode';

/** A note is one of the mapping when its first subject is a tag here, of no list, and it has no content codes. */
function tagOf(note: Element, tags: ReadonlyMap<string, Tag>): Tag | undefined {
  let subject: Element | undefined;
  for (const child of note.children) {
    if (child.name === 'ContentCode' && !saysNothing(child)) return undefined;
    if (subject === undefined && isSubject(child) && !saysNothing(child)) subject = child;
  }
  if (subject === undefined || attributeOf(subject, 'listID')?.value.trim()) return undefined;
  return tags.get(subject.text.trim());
}

/** Of several contents those that cannot be read are left over; false when none can. */
function readTagged(note: Element, tag: Tag, target: Claims, reader: Reader): boolean {
  let stated = false;
  let known = false;
  for (const child of note.children) {
    if (child.name !== 'Content') continue;
    stated = true;
    if (tag.read(child, target, reader)) known = true;
  }
  if (stated && !known) return false;
  let named = false;
  for (const child of note.children) {
    if (child.name === 'ContentCode' || (isSubject(child) && !named)) child.taken = true;
    named ||= isSubject(child) && !saysNothing(child);
  }
  return true;
}

const n = fieldsOf<Note>();

const codeWithList = (maxLength: number) => ({
  read(element: Element) {
    const value = oneLine(element, maxLength);
    if (value === undefined) return undefined;
    const list = attributeOf(element, 'listID');
    if (list === undefined || list.value.trim() === '') return { code: value };
    list.taken = true;
    return { code: value, list: list.value.replace(/\s+/g, ' ').trim() };
  },
  write(value: { code: string; list?: string }, name: string, writer: Writer) {
    writer.leaf(name, value.code, attribute('listID', value.list));
  },
});

const subjectCode = codeWithList(60);
const subject: (element: string) => Field = (element) => ({
  element,
  mandatory: false,
  read(child, target) {
    if (target['subject'] !== undefined) return;
    const found = subjectCode.read(child);
    if (found === undefined) return;
    target['subject'] = found.code;
    if (found.list !== undefined) target['list'] = found.list;
  },
  /** The schema limits Subject to the ePhyto tags; any other subject is a code. */
  write(source, writer) {
    const code = source['subject'] as string | undefined;
    const list = source['list'] as string | undefined;
    if (code === undefined) return;
    const tag = list === undefined && ephytoTags.has(code);
    if (element === (tag ? 'Subject' : 'SubjectCode')) {
      subjectCode.write(list === undefined ? { code } : { code, list }, element, writer);
    }
  },
});

const generic = complex<Note>(
  [
    subject('Subject'),
    n.many('ContentCode', 'codes', codeWithList(100)),
    n.many('Content', 'texts', languageText(8000), { otherwise: (writer) => writer.leaf('Content', 'NULL') }),
    subject('SubjectCode'),
  ],
  [],
);

/** All notes of a document or a line: tagged ones become members, the rest stay notes. */
export function notes(element: string, table: Readonly<Record<string, Tag>>): Field {
  const tags = new Map(Object.entries(table));
  return {
    element,
    mandatory: false,
    read(note, target, reader) {
      const tag = tagOf(note, tags);
      if (tag !== undefined && readTagged(note, tag, target, reader)) return;
      release(note);
      const value = generic.read(note, reader);
      if (value === undefined) return;
      // A tag alone says nothing, and what is no note of the mapping must not become one: all is kept as it was.
      const tagged = value.list === undefined && value.codes === undefined && tags.has(value.subject ?? '');
      if (tagged && (tag === undefined || value.texts === undefined)) release(note);
      else append(target, 'notes', value);
    },
    write(source, writer) {
      for (const [tag, mapping] of tags) {
        for (const { text, language } of mapping.write(source)) {
          writer.open(element);
          const listed = ephytoTags.has(tag);
          if (listed) writer.leaf('Subject', tag);
          writer.leaf('Content', text, attribute('languageID', language));
          if (!listed) writer.leaf('SubjectCode', tag);
          writer.close(element);
        }
      }
      for (const note of (source['notes'] as readonly Note[] | undefined) ?? []) generic.write(note, element, writer);
    },
  };
}
