/** Which records are of one matter: those that share a number which belongs to one matter alone. Pure. */
import type { Catalogue } from '../../../kernel/catalogue.ts';
import { evenReference, isTelling, type Reference, recordKind, uniqueReferences } from '../../../kernel/reference.ts';
import type { Said } from '../../institution/said.ts';
import type { ReferenceRow } from '../../store/desk/dossier.ts';

/** A number as it is sought. */
export interface Named {
  readonly kind: string;
  readonly value: string;
}

/** What a record names, as it is written; of kinds that its profile declares, and records. */
export function referencesOf(catalogue: Catalogue, { profile, statement }: Said): readonly Reference[] {
  if (!statement) return [];
  const given = catalogue.type(profile, statement.type)?.declaration.references?.(statement) ?? [];
  return uniqueReferences(given.filter(({ kind }) => kind === recordKind || catalogue.references.has(kind)));
}

/** No number begins like this. */
export const recordValue = (id: string): string => `#${id}`;

export function named({ kind, value }: Reference): Named {
  return { kind, value: kind === recordKind ? recordValue(value) : evenReference(value) };
}

/** A record is of one matter with what it follows, with records that it names, and with whatever names it. */
export function namedBy(said: Said, references: readonly Reference[]): readonly Named[] {
  const ids = [said.id, ...(said.about === undefined ? [] : [said.about])];
  const records = ids.map((id) => ({ kind: recordKind, value: recordValue(id) }));
  const all = [...records, ...references.map(named)];
  return [...new Map(all.map((one) => [`${one.kind} ${one.value}`, one])).values()];
}

export function joins(catalogue: Catalogue, { kind, value }: Named): boolean {
  return kind === recordKind || (catalogue.references.get(kind)?.joins === true && isTelling(value));
}

/** What a piece of records changes. */
export interface Joined {
  readonly members: ReadonlyMap<number, number>;
  /** Dossiers that turn out to be of one matter: the one on the left becomes part of that on the right. */
  readonly merged: ReadonlyMap<number, number>;
}

/**
 * `rows`: what new records name; `known`: the dossier in which each joining number stands already. A dossier bears the
 * least sequence number in it.
 */
export function joinRecords(
  seqs: readonly number[],
  rows: readonly ReferenceRow[],
  known: ReadonlyMap<string, number>,
): Joined {
  const parents = new Map<number, number>();
  const root = (seq: number): number => {
    let at = seq;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up);
      at = up;
    }
    return at;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [root(one), root(other)];
    parents.set(Math.max(a, b), Math.min(a, b));
  };
  const first = new Map(known);
  for (const { kind, value, seq } of rows) {
    const name = `${kind} ${value}`;
    const before = first.get(name);
    if (before === undefined) first.set(name, seq);
    else join(before, seq);
  }
  const dossiers = [...new Set(known.values())];
  const merged = dossiers.map((dossier) => [dossier, root(dossier)] as const);
  return {
    members: new Map(seqs.map((seq) => [seq, root(seq)])),
    merged: new Map(merged.filter(([from, to]) => from !== to)),
  };
}
