/** Records as they are found by what is typed, and what a chosen one fills in beside its id. Says nothing of domains. */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { evenReference } from '../../../../kernel/reference.ts';
import type { InstitutionEntry } from '../../api/institution-names.ts';
import type { RecordLine } from '../../api/shapes.ts';
import { isList, isObject, parentOf, put, step, stepsOf, valueAt } from './json-edit.ts';
import type { Field } from './schema-fields.ts';

/** Letters and digits from which on records are sought. */
export const leastTyped = 4;
const most = 8;

export const isRecordId = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export const isSought = (typed: string): boolean =>
  !isRecordId(typed.trim()) && evenReference(typed).length >= leastTyped;

/** Those of this very number first, then those whose number begins so; each with what stands by itself first. */
export function ranked<R extends Pick<RecordLine, 'number' | 'about' | 'state'>>(
  records: readonly R[],
  typed: string,
): readonly R[] {
  const sought = evenReference(typed);
  const rank = ({ number, about }: R) => {
    const own = evenReference(number);
    return 2 * (own === sought ? 0 : own.startsWith(sought) ? 1 : 2) + (about === undefined ? 0 : 1);
  };
  return records
    .filter(({ state }) => state !== 'void' && state !== 'unverified')
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}

/** The only one of this very number. */
export function exactly<R extends Pick<RecordLine, 'number'>>(found: readonly R[], typed: string): R | undefined {
  const [only, ...others] = found.filter(({ number }) => evenReference(number) === evenReference(typed));
  return others.length === 0 ? only : undefined;
}

type Chosen = Pick<RecordLine, 'id' | 'number' | 'issuer' | 'to'>;

/**
 * The claims with the id at the place, and beside it what the record tells and nobody has written yet: its number, its
 * issuer, and whom it is for where that is one institution of the issuer's own kind. Beside an id among the outermost
 * members stands the number of the record that is being written: it is left alone.
 */
export function filled(
  root: Field,
  claims: JsonObject,
  pointer: string,
  record: Chosen,
  institutions: ReadonlyMap<string, Pick<InstitutionEntry, 'functions'>>,
): JsonObject {
  const within = parentOf(pointer);
  const named = put(claims, pointer, record.id);
  if (within === '') return named;
  const members = membersAt(root, claims, stepsOf(within));
  const told: readonly (readonly [string, string | undefined])[] = [
    ['number', record.number],
    ['exporting', record.issuer],
    ['exporter', record.issuer],
    ['importing', counterpart(record, institutions)],
  ];
  return told.reduce((before, [name, value]) => {
    const place = within + step(name);
    const empty = [undefined, ''].includes(valueAt(before, place) as string | undefined);
    return value !== undefined && value !== '' && empty && members.has(name) ? put(before, place, value) : before;
  }, named);
}

function counterpart(
  { issuer, to }: Chosen,
  institutions: ReadonlyMap<string, Pick<InstitutionEntry, 'functions'>>,
): string | undefined {
  const own = institutions.get(issuer)?.functions ?? [];
  const alike = to.filter((id) => institutions.get(id)?.functions.some((name) => own.includes(name)));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Names of the written members of the group at a place. */
function membersAt(field: Field, value: Json | undefined, [name, ...rest]: readonly string[]): ReadonlySet<string> {
  if (field.kind === 'list' && name !== undefined)
    return membersAt(field.item, isList(value) ? value[Number(name)] : undefined, rest);
  const object = isObject(value) ? value : {};
  const group = field.kind === 'choice' ? field.alternatives[String(object[field.by])] : field;
  if (group?.kind !== 'group') return new Set();
  if (name === undefined) return new Set(group.members.map((one) => one.name));
  const member = group.members.find((one) => one.name === name);
  return member === undefined ? new Set() : membersAt(member.field, object[name], rest);
}
