/** One file of a matter, over all domains and institutions: what is told of its records together. Pure. */
import type { Catalogue } from '../../../kernel/catalogue.ts';
import { evenReference, type Reference, recordKind } from '../../../kernel/reference.ts';
import type { RecordLine } from '../../institution/service.ts';
import { named } from './matters.ts';

export interface DossierRecord extends RecordLine {
  /** Of a follow-up: what it does with the record that it follows. */
  readonly event?: string;
  /** Follow-ups are done with; a record that others may follow has a state of its own. */
  readonly subject: boolean;
  /** It counts no more: void, revoked, replaced. */
  readonly over: boolean;
  readonly references: readonly Reference[];
  readonly receipts: readonly { readonly by: string; readonly time: number }[];
}

/** One number of a matter, as it was written first. */
export interface DossierNumber {
  readonly kind: string;
  readonly value: string;
  /** Ids of the records that name it. */
  readonly records: readonly string[];
  /** Of a kind that records bear: false where no record held here bears it. */
  readonly held?: boolean;
}

/** `alone`: a single record that counts names it, and another one names something of the kind that this one does not. */
export interface DossierThing extends DossierNumber {
  readonly alone: boolean;
}

/** Things of one kind side by side: who names which. */
export interface DossierThings {
  readonly kind: string;
  /** Ids of the records that name any of the kind, by time. */
  readonly records: readonly string[];
  readonly numbers: readonly DossierThing[];
}

export interface Dossier {
  /** By time. */
  readonly records: readonly DossierRecord[];
  /** Numbers that belong to this matter alone. */
  readonly numbers: readonly DossierNumber[];
  readonly things: readonly DossierThings[];
  /** Ids of records that are named here and not held, with those that name them. */
  readonly missing: readonly { readonly id: string; readonly records: readonly string[] }[];
}

export function dossierOf(catalogue: Catalogue, given: readonly DossierRecord[]): Dossier {
  const records = [...given].sort((a, b) => a.time - b.time || a.seq - b.seq);
  const all = numbersOf(records);
  const ids = new Set(records.map(({ id }) => id));
  const borne = new Set(records.filter(({ subject }) => subject).flatMap(bearing));
  const numbers = all
    .filter(({ kind }) => catalogue.references.get(kind)?.joins === true)
    .map((one) => {
      const isBorne = catalogue.references.get(one.kind)?.borne === true;
      return isBorne ? { ...one, held: borne.has(nameOf(one)) } : one;
    });
  const kinds = [...catalogue.references].filter(([, { joins, persons }]) => !joins && !persons).map(([kind]) => kind);
  return {
    records,
    numbers,
    things: kinds.flatMap((kind) => thingsOf(kind, all, records)),
    missing: all
      .filter(({ kind, value }) => kind === recordKind && !ids.has(value))
      .map(({ value, records: by }) => ({ id: value, records: by })),
  };
}

const nameOf = (one: Reference): string => {
  const { kind, value } = named(one);
  return `${kind} ${value}`;
};

function numbersOf(records: readonly DossierRecord[]): readonly DossierNumber[] {
  const found = new Map<string, Reference & { readonly records: string[] }>();
  for (const { id, about, references } of records) {
    const followed = about === undefined ? [] : [{ kind: recordKind, value: about }];
    for (const one of [...references, ...followed]) {
      const name = nameOf(one);
      const known = found.get(name);
      if (known === undefined) found.set(name, { ...one, records: [id] });
      else if (known.records.at(-1) !== id) known.records.push(id);
    }
  }
  return [...found.values()];
}

/** The numbers under which a record itself is known. */
function bearing({ number, references }: DossierRecord): string[] {
  const own = evenReference(number);
  return references.filter(({ kind, value }) => kind !== recordKind && evenReference(value) === own).map(nameOf);
}

function thingsOf(
  kind: string,
  all: readonly DossierNumber[],
  records: readonly DossierRecord[],
): readonly DossierThings[] {
  const numbers = all.filter((one) => one.kind === kind);
  const by = new Set(numbers.flatMap((one) => one.records));
  const naming = records.filter(({ id }) => by.has(id));
  const counting = new Map(naming.filter(({ over }) => !over).map(({ id }) => [id, new Set<string>()]));
  for (const one of numbers) for (const id of one.records) counting.get(id)?.add(one.value);
  const contradicted = new Set([...counting].filter(([id, own]) => namesOthers(counting, id, own)).map(([id]) => id));
  const things = numbers.map((one) => {
    const [by, ...more] = one.records.filter((id) => counting.has(id));
    return { ...one, alone: by !== undefined && more.length === 0 && contradicted.has(by) };
  });
  return numbers.length === 0 ? [] : [{ kind, records: naming.map(({ id }) => id), numbers: things }];
}

/** Whether another record names something that this one does not. */
function namesOthers(all: ReadonlyMap<string, ReadonlySet<string>>, id: string, own: ReadonlySet<string>): boolean {
  return [...all].some(([other, values]) => other !== id && !values.isSubsetOf(own));
}
