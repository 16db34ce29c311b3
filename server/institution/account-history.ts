/** What moved an account, record by record, drawn from the records themselves: debits are kept as sums alone. */
import { setImmediate } from 'node:timers/promises';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import type { Contribution, SubjectRow } from '../../kernel/state/rows.ts';
import { decodeSubject, evened } from '../store/fold-rows.ts';
import type { Core } from './core.ts';
import type { AccountMove, Page } from './service.ts';

/** Sequence numbers that one question looks through, and how many at once. */
const bound = 100_000;
const step = 5000;

interface Asked {
  /** All parts of the account's key. */
  readonly key: readonly string[];
  readonly cursor?: string;
  /** Subjects that a page takes up at least, where there are as many. */
  readonly limit: number;
}

type Bare = Omit<AccountMove, 'type' | 'number' | 'title'>;

/** Newest subjects first, each with all that its follow-ups moved; within a page by stated time, newest first. */
export async function accountHistory(core: Core, name: string, asked: Asked): Promise<Page<AccountMove> | Refusal> {
  const ledger = core.catalogue.ledger(name);
  if (!ledger) return refuse('request.not-found');
  if (asked.cursor !== undefined && !/^\d{1,15}$/.test(asked.cursor))
    return refuse('input.bad-value', { name: 'cursor' }, '/query/cursor');
  const { db } = core.store;
  const newest = await db.selectFrom('record').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  let before = asked.cursor === undefined ? (newest?.seq ?? 0) + 1 : Number(asked.cursor);
  const end = Math.max(0, before - bound);
  const marker = `"key":${JSON.stringify(asked.key)}`;
  const moves: Bare[] = [];
  let subjects = 0;
  while (before > end && subjects < asked.limit) {
    const from = Math.max(end, before - step);
    const rows = await db
      .selectFrom('record')
      .select(['id', 'seq', 'jws', 'subject'])
      .where('seq', '>=', from)
      .where('seq', '<', before)
      .where('stage', '=', 'folded')
      .where(({ eb, fn, val }) => eb(fn<number>('instr', ['subject', val(marker)]), '>', 0))
      .execute();
    for (const row of rows) {
      const found = movesOf(decodeSubject(row), name, asked.key, (amount) => formatDecimal(amount, ledger.scale));
      if (found.length > 0) subjects += 1;
      moves.push(...found);
    }
    before = from;
    // What is read here is read at once; others get their turn between two pieces.
    await setImmediate();
  }
  const named = await namesOf(core, [...new Set(moves.map(({ record }) => record))]);
  const items = moves.flatMap((move): AccountMove[] => {
    const names = named.get(move.record);
    return names ? [{ ...move, ...names }] : [];
  });
  items.sort((a, b) => b.time - a.time || (a.record < b.record ? 1 : -1));
  return { items, ...(before > 0 && { next: String(before) }) };
}

function movesOf(subject: SubjectRow, name: string, key: readonly string[], text: (amount: bigint) => string): Bare[] {
  const here = JSON.stringify(key);
  const of = (
    { id, issuer, time, contribution }: { id: string; issuer: string; time: number; contribution: Contribution },
    effective: boolean,
  ) =>
    contribution.movements
      .filter((one) => one.ledger === name && JSON.stringify(one.key) === here)
      .map(({ movement, amount }) => ({ record: id, issuer, time, movement, amount: text(amount), effective }));
  return [
    ...of(subject, subject.base === 'effective'),
    ...subject.events.flatMap((event) => of(event, event.outcome === 'effective')),
  ];
}

async function namesOf(core: Core, ids: readonly string[]) {
  const names = new Map<string, Pick<AccountMove, 'type' | 'number' | 'title'>>();
  for (let from = 0; from < ids.length; from += 512) {
    const rows = await core.store.db
      .selectFrom('record')
      .select(['id', 'type', 'number', 'title'])
      .where('id', 'in', evened(ids.slice(from, from + 512).map((id) => Uint8Array.fromHex(id))))
      .execute();
    for (const { id, ...row } of rows) names.set(id.toHex(), row);
  }
  return names;
}
