/** What the page knows while it checks: its trust list, the profiles, the clock. */
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import { type EvidenceReport, openEvidence, openRecordAlone } from '../../kernel/exchange/evidence.ts';
import { openStatusList, statusOf } from '../../kernel/exchange/status-list.ts';
import { checkCode } from '../../kernel/paper/check-code.ts';
import type { Carried, Dictionary } from '../../kernel/paper/code.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { type Ask, askRecord, askStatusList, type Silence, type Told } from './ask.ts';
import type { Given } from './given.ts';
import type { ListTold } from './headline.ts';
import { Trouble, troubleOf } from './trouble.ts';

export interface Session {
  readonly catalogue: Catalogue;
  readonly dictionaries: readonly Dictionary[];
  readonly trust: TrustList;
  readonly crypto: Crypto;
  readonly now: () => number;
  readonly ask: Ask;
}

export interface Verified {
  readonly report: EvidenceReport;
  /** What the server said when it was asked for the record itself. */
  readonly told?: Told;
  /** The server that the paper names, when it was not this one. */
  readonly host?: string;
  /** How long the verification took, without what was asked of the server, milliseconds. */
  readonly took: number;
}

/** Verifies what was given; asks the server only for a record that the code does not hold. */
export async function verify(given: Given, session: Session, host: string): Promise<Verified | Trouble> {
  if (given.kind === 'carried') return timed(() => alone(given.carried, session));
  if (given.kind === 'evidence') {
    const { trust, crypto, catalogue, now } = session;
    const began = performance.now();
    const report = openEvidence(given.text, { crypto, catalogue, now: now(), pin: trust.pin, known: trust });
    return report instanceof Refusal ? troubleOf(report) : { report, took: performance.now() - began };
  }
  const { id, checkCode: code } = given.link;
  const found = await lookUp({ id, code }, session);
  return found instanceof Trouble || given.link.host === host ? found : { ...found, host: given.link.host };
}

/** Asks the server for a record by number or id with its check code, and verifies what it gives. */
export async function lookUp(
  asked: ({ readonly number: string } | { readonly id: string }) & { readonly code: string },
  session: Session,
): Promise<Verified | Trouble> {
  const told = await askRecord(asked, session.ask);
  if (typeof told === 'string') return new Trouble(silences[told]);
  const verified = timed(() => alone(told.carried, session));
  const { record } = verified.report;
  // A good record, but not the one that was asked for.
  const other =
    record && (checkCode(record, session.crypto) !== asked.code || ('id' in asked && record.id !== asked.id));
  return other ? new Trouble('input-server') : { ...verified, told };
}

const silences = {
  offline: 'input-offline',
  'not-here': 'input-no-such',
  'too-many': 'input-too-many',
  server: 'input-server',
} as const satisfies Record<Silence, string>;

/** The state of an authentic record by the word of this server. */
export async function askState({ report }: Verified, session: Session): Promise<Told | Silence> {
  const { record } = report;
  if (!record) return 'not-here';
  return askRecord({ id: record.id, code: checkCode(record, session.crypto) }, session.ask);
}

/** What the issuer's own status list says of the record; undefined when it names none or nobody gives it. */
export async function askList({ report }: Verified, session: Session): Promise<ListTold | Refusal | undefined> {
  const entry = report.record?.payload.status;
  if (entry === undefined) return undefined;
  // By its path on this server: the page asks no other host.
  const path = /^https?:\/\/[^/]+(\/status\/[a-z0-9.-]+\/[1-9]\d{0,8})$/.exec(entry.list)?.[1];
  const text = path === undefined ? undefined : await askStatusList(path, session.ask);
  if (text === undefined) return undefined;
  const { trust, crypto, now } = session;
  const list = await openStatusList(text, { trust, crypto, now: now() });
  if (list instanceof Refusal) return list;
  const status = statusOf(list, entry);
  if (status instanceof Refusal) return status;
  // Signed, but by another institution than the one that issued the record.
  if (list.issuer !== report.record?.payload.samur.issuer) return new Refusal('status.wrong-list');
  return { revoked: status === 'revoked', from: list.validFrom, until: list.validUntil };
}

function alone(carried: Carried, { trust, crypto, catalogue, now }: Session): EvidenceReport {
  return openRecordAlone(carried, { trust, crypto, catalogue, now: now() });
}

function timed(open: () => EvidenceReport): { readonly report: EvidenceReport; readonly took: number } {
  const began = performance.now();
  const report = open();
  return { report, took: performance.now() - began };
}
