/**
 * What whoever has a paper may ask: the record and its state, for its number or id together with its check code.
 * Whether a number is held is told to nobody else, neither by the answer nor by the work it takes.
 */
import { timingSafeEqual } from 'node:crypto';
import { utf8 } from '../../kernel/bytes.ts';
import { checkCode } from '../../kernel/paper/check-code.ts';
import { type StatusEntry, statusListNamed } from '../../kernel/record/payload.ts';
import { readRecord } from '../../kernel/record/record.ts';
import { latinised } from '../../kernel/reference.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { hasNumber, isOfType, newestOfIssuer } from '../store/conditions.ts';
import { decodeSubject } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';
import { newestOf, proofsOf } from './evidence-pieces.ts';

export type RecordAsked = { readonly number: string } | { readonly id: string };

export interface PublicRecord {
  readonly id: string;
  readonly number: string;
  readonly profile: string;
  readonly type: string;
  readonly issuer: string;
  readonly direction: 'issued' | 'received';
  readonly jws: string;
  readonly proofs: readonly string[];
  /** As in `RecordLine`. */
  readonly state: string;
  /** Stated time of what led to the state, ms; absent while nothing has come after the record. */
  readonly since?: number;
  /** Channels between the parties as cosigned last: all that the state rests on. Times in ms. */
  readonly asOf: readonly { readonly origin: string; readonly size: number; readonly time: number }[];
  /** The status list that the record names, when it is one that a server may be asked for by path. */
  readonly statusList?: { readonly institution: string; readonly number: number; readonly index: number };
}

type Row = Pick<
  RecordTable,
  'id' | 'seq' | 'jws' | 'direction' | 'profile' | 'type' | 'number' | 'state' | 'subject' | 'issuer' | 'recipients'
>;

const columns = [
  'id',
  'seq',
  'jws',
  'direction',
  'profile',
  'type',
  'number',
  'state',
  'subject',
  'issuer',
  'recipients',
] as const satisfies readonly (keyof Row)[];

/** Records whose code is computed for each question, held or not, and of each issuer that used the number. */
const looked = 4;
/** However many issuers used the number: those that come after the first ones are found by id alone. */
const lookedMost = 4 * looked;

/** `code` as `readCheckCode` gives it. Undefined alike for an unknown number or id and for a wrong code. */
export async function publicRecord(core: Core, asked: RecordAsked, code: string): Promise<PublicRecord | undefined> {
  const candidates = await rowsOf(core, asked);
  const rows = [...candidates, ...(await anyRows(core, looked - candidates.length))];
  // All of them, also after the right one.
  const right = rows.map((row, index) => codeIs(core, row, code) && index < candidates.length);
  const found = rows[right.indexOf(true)];
  return found && shown(core, found);
}

/**
 * Others may use any number, so that records of theirs would crowd out the one that is asked for: types that are never
 * printed do not count, of each issuer the newest few do, and those of this institution come first.
 */
async function rowsOf(core: Core, asked: RecordAsked): Promise<Row[]> {
  const { db } = core.store;
  const held = db.selectFrom('record').where('stage', '<>', 'held');
  if ('id' in asked) return held.select(columns).where('id', '=', Uint8Array.fromHex(asked.id)).execute();
  const printed = core.catalogue.profiles.flatMap(({ name, types }) =>
    Object.entries(types).flatMap(([type, { paper }]) => (paper ? [[name, type] as const] : [])),
  );
  if (printed.length === 0) return [];
  const ranked = held
    .select(['seq', newestOfIssuer.as('rank')])
    .where(hasNumber(numbersMeant(asked.number)))
    .where(isOfType(printed))
    .as('ranked');
  return db
    .selectFrom(ranked)
    .innerJoin('record', 'record.seq', 'ranked.seq')
    .select(columns.map((column) => `record.${column}` as const))
    .where('rank', '<=', looked)
    .orderBy((own) => own('record.issuer', '=', core.id), 'desc')
    .orderBy('record.seq', 'desc')
    .limit(lookedMost)
    .execute();
}

/** Records that nobody asked for, so that a number without any takes the same work. */
async function anyRows(core: Core, count: number): Promise<Row[]> {
  const rows = await core.store.db
    .selectFrom('record')
    .select(columns)
    .where('stage', '<>', 'held')
    .orderBy('seq', 'desc')
    .limit(1)
    .execute();
  return rows.flatMap((row) => new Array<Row>(Math.max(0, count)).fill(row));
}

function codeIs(core: Core, { jws }: Row, code: string): boolean {
  const record = readRecord(jws, core.crypto, core.catalogue.payloadCheck);
  const right = record instanceof Refusal ? undefined : utf8(checkCode(record, core.crypto));
  const given = utf8(code);
  return right !== undefined && right.length === given.length && timingSafeEqual(right, given);
}

/** A number as people type it, in capitals: as it is, and with Latin letters for those that look alike. */
export function numbersMeant(typed: string): readonly string[] {
  const plain = typed
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[‐-―−]/gu, '-');
  const capitals = plain.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  return [capitals, latinised(capitals)];
}

async function shown(core: Core, row: Row): Promise<PublicRecord> {
  const parties = new Set([row.issuer, ...row.recipients.split(' ')]);
  const since = await sinceOf(core, row);
  const statusList = statusListOf(core, row.jws);
  return {
    id: row.id.toHex(),
    number: row.number,
    profile: row.profile,
    type: row.type,
    issuer: row.issuer,
    direction: row.direction,
    jws: row.jws,
    proofs: await proofsOf(core, row.seq),
    state: row.state,
    ...(since !== undefined && { since }),
    asOf: (await newestOf(core, parties)).map(({ origin, size, time }) => ({ origin, size, time: time * 1000 })),
    ...(statusList && { statusList }),
  };
}

async function sinceOf(core: Core, row: Row): Promise<number | undefined> {
  if (row.subject === null) return undefined;
  const { id, since } = decodeSubject(row);
  if (since === id) return undefined;
  const event = await core.store.db
    .selectFrom('record')
    .select('time')
    .where('id', '=', Uint8Array.fromHex(since))
    .executeTakeFirst();
  return event?.time;
}

function statusListOf(core: Core, jws: string): PublicRecord['statusList'] {
  const record = readRecord(jws, core.crypto, core.catalogue.payloadCheck);
  const entry: StatusEntry | undefined = record instanceof Refusal ? undefined : record.payload.status;
  const named = entry && statusListNamed(entry.list);
  return entry && named && { ...named, index: entry.index };
}
