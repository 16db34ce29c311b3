/**
 * Entries of this institution's status lists: which are taken, and a free one at random for a record that is issued.
 * Only one list is open; the next one opens when it is full or when the institution's address became another. An entry
 * is taken on a stage, so what is dropped with the stage is free again, and becomes final with the stage's commit.
 */
import { statusListBits } from '../../kernel/exchange/status-list.ts';
import type { StatusEntry } from '../../kernel/record/payload.ts';
import { publicAddress } from '../../kernel/trust/institution.ts';
import { storedPayload } from '../store/fold-rows.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import { type Core, self } from './core.ts';
import type { Stage } from './stage.ts';

/** Entries that a list takes: while a quarter is free, a free one is found in few draws. */
export const listCapacity = (statusListBits / 4) * 3;

interface NumberedList {
  readonly number: number;
  readonly address: string;
}

/** The list that entries are taken from. */
export interface OpenStatusList extends NumberedList {
  /** One bit for each entry that a record on disk holds. */
  readonly taken: Uint8Array;
  count: number;
}

/** What one group, and the one before it that is still being written, have taken. */
export class StatusDraw {
  /** Entry numbers counted through all lists. */
  readonly own: number[] = [];
  readonly taken: Set<number>;
  /** The list that one of the two opened. */
  opened: NumberedList | undefined;

  constructor(before?: StatusDraw) {
    this.taken = new Set(before?.own);
    this.opened = before?.opened;
  }
}

type Holder = Pick<Core, 'id' | 'random' | 'statusList' | 'prepared'>;
type Drawing = Pick<Stage, 'status' | 'trust'>;

const placeOf = (list: number, index: number): number => list * statusListBits + index;

/** A free entry, from now on taken on this stage. */
export function takeEntry(core: Holder, stage: Drawing): StatusEntry {
  const { place, entry } = freeEntry(core, stage);
  stage.status.own.push(place);
  return entry;
}

/** A free entry that no other record of this stage takes, and that is free again after it unless somebody holds it. */
export function drawEntry(core: Holder, stage: Drawing): StatusEntry {
  return freeEntry(core, stage).entry;
}

/** Takes an entry that was drawn on an earlier stage; false when its list is not open any more, or it is taken. */
export function takeDrawn(core: Holder, stage: Drawing, { list: address, index }: StatusEntry): boolean {
  const { status } = stage;
  const list = listWithRoom(core, stage);
  const place = placeOf(list.number, index);
  if (list.address !== address || isSet(takenOnDisk(core, list), index) || status.taken.has(place)) return false;
  status.taken.add(place);
  status.own.push(place);
  return true;
}

function freeEntry(core: Holder, stage: Drawing): { readonly place: number; readonly entry: StatusEntry } {
  const { status } = stage;
  const list = listWithRoom(core, stage);
  const onDisk = takenOnDisk(core, list);
  for (;;) {
    const [a = 0, b = 0, c = 0] = core.random(3);
    const index = ((a << 16) | (b << 8) | c) % statusListBits;
    const place = placeOf(list.number, index);
    if (isSet(onDisk, index) || status.taken.has(place) || core.prepared.holdsEntry(list.address, index)) continue;
    status.taken.add(place);
    return { place, entry: { list: list.address, index } };
  }
}

function takenOnDisk({ statusList }: Holder, list: NumberedList): Uint8Array | undefined {
  return statusList?.number === list.number ? statusList.taken : undefined;
}

function listWithRoom(core: Holder, { trust, status }: Drawing): NumberedList {
  const { statusList } = core;
  const last = status.opened ?? statusList;
  const number = last?.number ?? 0;
  const onDisk = statusList?.number === number ? statusList.count : 0;
  // Those of a list before this one are counted too while they are being written: it only fills a little earlier.
  const full = onDisk + status.taken.size >= listCapacity;
  if (last && !full && last.address === addressOf(core, trust, number)) return last;
  status.opened = { number: number + 1, address: addressOf(core, trust, number + 1) };
  return status.opened;
}

function addressOf(core: Holder, trust: Stage['trust'], number: number): string {
  return `${publicAddress(self(core, trust))}/status/${core.id}/${number}`;
}

/** After the commit: what the group took is taken for good. */
export function adoptEntries(core: Pick<Core, 'statusList'>, { status }: Pick<Stage, 'status'>): void {
  for (const place of status.own) {
    const number = Math.floor(place / statusListBits);
    if (core.statusList?.number !== number) {
      if (status.opened?.number !== number) throw new Error(`status list ${number} was not opened`);
      core.statusList = { ...status.opened, taken: new Uint8Array(statusListBits / 8), count: 0 };
    }
    set(core.statusList.taken, place % statusListBits);
    core.statusList.count += 1;
  }
}

/** The newest list that records on disk name, with what they hold of it. */
export async function openList(store: SqliteStore, institution: string): Promise<OpenStatusList | undefined> {
  const number = await newestList(store, institution);
  const address = number === undefined ? undefined : await addressOnDisk(store, institution, number);
  if (number === undefined || address === undefined) return undefined;
  const rows = await store.db
    .selectFrom('record')
    .select('status_index')
    .where('issuer', '=', institution)
    .where('status_list', '=', number)
    .execute();
  const taken = new Uint8Array(statusListBits / 8);
  for (const { status_index } of rows) set(taken, status_index ?? 0);
  return { number, address, taken, count: rows.length };
}

/** The highest number that a record held here names of an institution's lists. */
export async function newestList(store: SqliteStore, institution: string): Promise<number | undefined> {
  const row = await store.db
    .selectFrom('record')
    .select('status_list')
    .where('issuer', '=', institution)
    .where('status_list', 'is not', null)
    .orderBy('status_list', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.status_list ?? undefined;
}

/** As the first record that names the list says. */
export async function addressOnDisk(
  store: SqliteStore,
  institution: string,
  number: number,
): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('record')
    .select('jws')
    .where('issuer', '=', institution)
    .where('status_list', '=', number)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row && storedPayload(row.jws).statusList;
}

function isSet(bits: Uint8Array | undefined, index: number): boolean {
  return (((bits?.[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

function set(bits: Uint8Array, index: number): void {
  bits[index >> 3] = (bits[index >> 3] ?? 0) | (128 >> (index & 7));
}
