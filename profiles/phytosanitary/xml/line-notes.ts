import type { Line, Note } from '../claims/line.ts';
import { classificationOf, noteOf } from './classifications.ts';
import type { Claims, Field } from './codec.ts';
import { dates, decimal, grouped, lines, notes, reExportTags, type Tag, texts, token } from './notes.ts';
import type { Reader } from './reader.ts';
import { notesOfTies, tieOf } from './ties.ts';
import type { Element } from './tree.ts';

const lineTags: Readonly<Record<string, Tag>> = {
  ADTLIL: texts('declarations', 8000),
  ADIPTLIL: texts('importPermits', 256),
  ADDITLIL: dates('inspectionDates'),
  ADAOTLIL: texts('otherInformation', 8000),
  DMTLIL: texts('marks', 1024),
  OPTND: texts('otherPackages', 1024),
  ...grouped('otherQuantity', { OQV: decimal('value'), OQU: token('unit', 100) }),
  ...reExportTags,
  // The schema lists no EPPO system among its classifications; a note can say it.
  EPPO: lines('eppoCodes', 20),
};

const tagged = notes('AdditionalInformationSPSNote', lineTags);

/** Notes of the totals: tags, classifications of systems the schema does not list, and the rest. */
export const totalsNotes: Field = {
  ...tagged,
  read: (element, target, reader) => readNote(element, target, reader, false),
  write(source, writer) {
    const others = (source['classifications'] as Line['classifications']) ?? [];
    tagged.write(withNotes(source, others.map(noteOf)), writer);
  },
};

/** Notes of a line: the same, and those that tie it to registers and records. */
export const lineNotes: Field = {
  ...tagged,
  read: (element, target, reader) => readNote(element, target, reader, true),
  write: (source, writer) => totalsNotes.write(withNotes(source, notesOfTies(source)), writer),
};

function withNotes(source: Claims, first: readonly Note[]): Claims {
  return first.length === 0 ? source : { ...source, notes: [...first, ...((source['notes'] as Note[]) ?? [])] };
}

/** A note that is none of the tags may still stand for a member. */
function readNote(element: Element, target: Claims, reader: Reader, ties: boolean): void {
  const { notes: before = [] } = target as { notes?: Note[] };
  const count = before.length;
  tagged.read(element, target, reader);
  const { notes: after = [] } = target as { notes?: Note[] };
  const note = after[count];
  if (note === undefined) return;
  const classification = classificationOf(note);
  const tie = classification === undefined ? ties && tieOf(note) : { member: 'classifications', value: classification };
  if (tie === 'unreadable') reader.report('xml-unreadable', 'warn', element, { value: note.subject ?? '' });
  if (!tie || tie === 'unreadable') return;
  after.pop();
  if (after.length === 0) delete target['notes'];
  target[tie.member] = [...((target[tie.member] as unknown[]) ?? []), tie.value];
}
