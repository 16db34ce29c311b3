/** What this person may do with a record now, by what the profile declares. The server's rules have the last word. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ProfileDeclaration, RecordLine, Session, TypeDeclaration } from '../api/shapes.ts';

export interface Way {
  readonly type: TypeDeclaration;
  readonly event: string;
  /** Members of the claims that make a follow-up this event. */
  readonly claims: JsonObject;
}

type Who = Pick<Session, 'actions'> & { readonly institution: Pick<Session['institution'], 'id' | 'functions'> };

const sideOf = ({ issuer, to }: Pick<RecordLine, 'issuer' | 'to'>, id: string) =>
  issuer === id ? 'issuer' : to.includes(id) ? 'recipient' : undefined;

/** What speaks for the institution is signed; what others issued is decided on. */
const actionOf = (side: 'issuer' | 'recipient') => (side === 'issuer' ? 'records.sign' : 'records.decide');

/** The action that this person would need to do what is open to the institution; undefined where nothing is closed. */
export function actionLacked(
  record: Pick<RecordLine, 'type' | 'issuer' | 'to' | 'state'>,
  profile: ProfileDeclaration,
  who: Who,
): string | undefined {
  const side = sideOf(record, who.institution.id);
  if (side === undefined || waysOn(record, profile, who).length > 0) return undefined;
  const action = actionOf(side);
  const able = { institution: who.institution, actions: [action, 'records.draft'] };
  return waysOn(record, profile, able).length > 0 ? action : undefined;
}

/** In the order in which the profile declares types and events. */
export function waysOn(
  record: Pick<RecordLine, 'type' | 'issuer' | 'to' | 'state'>,
  profile: ProfileDeclaration,
  { institution, actions }: Who,
): readonly Way[] {
  const { id, functions } = institution;
  const side = sideOf(record, id);
  if (side === undefined || !actions.includes(actionOf(side)) || !actions.includes('records.draft')) return [];
  const { transitions = [] } = profile.types.find(({ name }) => name === record.type)?.lifeCycle ?? {};
  const open = new Set(
    transitions.filter(({ from, by }) => from === record.state && by === side).map(({ event }) => event),
  );
  return profile.types.flatMap((type) => {
    const mayIssue = type.issuedBy === '*' || functions.includes(type.issuedBy);
    if (!mayIssue || !type.follows?.types.includes(record.type)) return [];
    return type.follows.events.filter(({ event }) => open.has(event)).map((one) => ({ type, ...one }));
  });
}

/** One that may also stand alone, as a replacement does, is written like any new record. */
export const isRecordOfItsOwn = ({ type }: Way): boolean => type.follows?.required === false;
