import type { JsonObject } from '../../kernel/canonical.ts';
import type { LoadedType } from '../../kernel/catalogue.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Profile } from '../../kernel/profile.ts';
import { type Payload, statusListNamed } from '../../kernel/record/payload.ts';
import type { Clock, Pending } from '../../kernel/state/clock.ts';
import type { RecordTable } from '../store/tables.ts';
import type { RecordLine } from './service.ts';
import type { StagedRecord } from './stage.ts';

/** The row of a record that was issued here; an arriving one changes what differs. */
export function recordRow(id: string, payload: Payload, seq: number, kid: string): StagedRecord {
  const { samur } = payload;
  return {
    ...unreadableRow(id, samur.issuer, seq),
    direction: 'issued',
    profile: samur.profile,
    type: samur.type,
    version: samur.version,
    recipients: samur.to.join(' '),
    about: samur.about ? Uint8Array.fromHex(samur.about.id) : null,
    kid,
    time: payload.time,
    title: samur.type,
    state: 'in-force',
    stage: 'folded',
    ...statusColumns(payload),
  };
}

export function statusColumns({ status }: Pick<Payload, 'status'>): Pick<RecordTable, 'status_list' | 'status_index'> {
  const named = status && statusListNamed(status.list);
  return { status_list: named?.number ?? null, status_index: status?.index ?? null };
}

/** The row of an entry whose body nobody can read: it keeps its place, and nothing else is known of it. */
export function unreadableRow(id: string, sender: string, seq: number): StagedRecord {
  return {
    seq,
    id: Uint8Array.fromHex(id),
    jws: '',
    direction: 'received',
    profile: '',
    type: '',
    version: 0,
    issuer: sender,
    recipients: '',
    about: null,
    kid: '',
    time: 0,
    number: '',
    title: '',
    search: '',
    state: 'unverified',
    stage: 'held',
    waits_for: null,
    worst: null,
    findings: null,
    cosigned_at: null,
    subject: null,
    turn: null,
    mine: 0,
    signals: null,
    status_list: null,
    status_index: null,
    revoked: 0,
  };
}

/** What lists and searches show, in the words of the record's own profile. */
export function described(type: LoadedType, claims: JsonObject) {
  const { number, title, search } = type.declaration.summary(claims);
  return { number, title, search: search.join(' ') };
}

/** `signals` are the codes that the record's profile declares as such. */
export function noted(findings: readonly Finding[], { signals = [] }: Pick<Profile, 'signals'> = {}) {
  const codes = new Set(findings.map(({ code }) => code).filter((code) => signals.includes(code)));
  return {
    findings: findings.length > 0 ? JSON.stringify(findings) : null,
    worst: worst(findings),
    signals: codes.size > 0 ? ` ${[...codes].join(' ')} ` : null,
  };
}

const gravest = ['refuse', 'warn', 'inform'] as const;

export function worst(findings: readonly Finding[]): Finding['severity'] | null {
  for (const severity of gravest) if (findings.some((finding) => finding.severity === severity)) return severity;
  return null;
}

export function worseOf(...of: readonly (Finding['severity'] | undefined)[]): Finding['severity'] | undefined {
  return gravest.find((severity) => of.includes(severity));
}

/** What a list shows of a record. */
export const lineColumns = [
  'seq',
  'id',
  'direction',
  'profile',
  'type',
  'version',
  'issuer',
  'recipients',
  'about',
  'time',
  'number',
  'title',
  'state',
  'worst',
  'turn',
] as const satisfies readonly (keyof RecordTable)[];

type LineRow = Pick<RecordTable, (typeof lineColumns)[number]>;

export function recordLine(row: LineRow, clock?: Clock): RecordLine {
  return {
    id: row.id.toHex(),
    seq: row.seq,
    direction: row.direction,
    profile: row.profile,
    type: row.type,
    version: row.version,
    issuer: row.issuer,
    to: row.recipients === '' ? [] : row.recipients.split(' '),
    time: row.time,
    ...(row.about && { about: row.about.toHex() }),
    number: row.number,
    title: row.title,
    state: row.state,
    ...(row.worst && { worst: row.worst as Finding['severity'] }),
    ...(clock && { clock }),
  };
}

/** The clock of a record that nobody has cosigned yet. */
export function unstartedClock(row: Pick<RecordTable, 'turn'>): Clock | undefined {
  if (row.turn === null) return undefined;
  const { turn, limit } = JSON.parse(row.turn) as Pending;
  return { turn, limit, overdue: false, seen: true };
}
