/** Ledgers that one profile offers to others: what is told of their accounts, and who is asked once they are posted to. */
import type { Catalogue } from '../catalogue.ts';
import type { LedgerOffer, Offered, RecordType, Subject } from '../profile.ts';
import { type FoldContext, subjectOf } from './fold.ts';
import { type Contribution, rowKey, type SubjectRow } from './rows.ts';
import type { WorkingSet } from './working-set.ts';

interface Told {
  readonly offer: LedgerOffer;
  readonly state: string;
  readonly offered: Offered;
}

/** By claims, what their record told last: a statement of many lines asks for it with each. */
const told = new WeakMap<SubjectRow['claims'], Told>();

/** What a record tells other profiles of the accounts of `ledger` (`profile/name`) that it opened. */
export function offeredBy(catalogue: Catalogue, ledger: string, row: SubjectRow, state: string): Offered | undefined {
  const offer = offerOf(catalogue, ledger, row);
  const type = catalogue.type(row.profile, row.type)?.declaration;
  if (!offer || !type) return undefined;
  const before = told.get(row.claims);
  if (before?.offer === offer && before.state === state && before.offered.id === row.id) return before.offered;
  const offered = tell(offer, type, row, state);
  told.set(row.claims, { offer, state, offered });
  return offered;
}

function tell(offer: LedgerOffer, type: RecordType, row: SubjectRow, state: string): Offered {
  const { id, issuer, claims } = row;
  return {
    id,
    issuer,
    number: type.summary(claims).number,
    state: type.lifeCycle?.states[state] ?? { az: state, ru: state, en: state },
    open: offer.states.includes(state),
    accounts: offer.accounts({ issuer, to: row.addressees, claims }),
  };
}

/** The offer of a ledger whose accounts are opened by records such as this one. */
function offerOf(catalogue: Catalogue, ledger: string, row: SubjectRow): LedgerOffer | undefined {
  const offer = catalogue.ledger(ledger)?.offers;
  return ledger.startsWith(`${row.profile}/`) && offer?.types.includes(row.type) ? offer : undefined;
}

/** A record that opened accounts, to which another profile's has posted. */
export interface PostedTo {
  /** The profile that offers the ledger. */
  readonly profile: string;
  readonly offer: LedgerOffer;
  readonly opened: Subject;
}

/**
 * Whom to ask about a record that has taken effect or lost it: each record once that opened accounts it posts to, as
 * far as it is held here and did open them.
 */
export function postedTo(rows: WorkingSet, { catalogue }: FoldContext, id: string): readonly PostedTo[] {
  const posted = contributed(rows, id);
  const asked = new Map<string, PostedTo>();
  for (const { ledger, key, opened } of posted?.contribution.movements ?? []) {
    if (opened === undefined || posted === undefined) continue;
    const name = `${ledger} ${opened}`;
    if (asked.has(name)) continue;
    const row = ledger.startsWith(`${posted.profile}/`) ? undefined : rows.get('subject', opened);
    const offer = row && offerOf(catalogue, ledger, row);
    if (!row || !offer?.posted) continue;
    const accounts = offeredBy(catalogue, ledger, row, row.state)?.accounts ?? [];
    if (!accounts.some((account) => rowKey(ledger, account.key) === rowKey(ledger, key))) continue;
    asked.set(name, { profile: row.profile, offer, opened: subjectOf(row, row.state) });
  }
  return [...asked.values()];
}

function contributed(rows: WorkingSet, id: string): { profile: string; contribution: Contribution } | undefined {
  // One that changed and stands alone is in memory; storage need not be asked for what only follows.
  if (rows.has('subject', id)) return rows.get('subject', id);
  const parent = rows.get('follow', id)?.parent;
  const subject = parent === undefined ? undefined : rows.get('subject', parent);
  const event = subject?.events.find((one) => one.id === id);
  return subject && event && { profile: subject.profile, contribution: event.contribution };
}
