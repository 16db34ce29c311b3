/**
 * Lengthens a channel far faster than by issuing: copies of its last record, each with an id, a number, entries, tile
 * hashes, register and ledger rows and index words of its own, written through the store's own commit. Bodies are not
 * what their ids say, so nothing may open them; a rate only asks that the tables are as large as they would be.
 */
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import { nodeCrypto as crypto } from '../server/crypto-node.ts';
import { headOf } from '../server/institution/channel-head.ts';
import { Stage } from '../server/institution/stage.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import type { SqliteStore } from '../server/store/sqlite.ts';

const step = 4096;
/** Nothing is folded here. */
const catalogue = loadCatalogue([], compileSchema) as Catalogue;

/** The id of filler number `count`: alike on both ends of a channel. */
const fillerId = (count: number) => crypto.sha256(new TextEncoder().encode(`filler ${count}`));

/** Fills the channel until it has `size` entries. The institution that owns the store must not be open. */
export async function fillChannel(store: SqliteStore, origin: string, size: number, trust: TrustList): Promise<void> {
  const { db } = store;
  const row = await db.selectFrom('channel').selectAll().where('origin', '=', origin).executeTakeFirstOrThrow();
  const last = await db.selectFrom('record').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
  const owned = await db.selectFrom('fold_row').selectAll().where('key', 'like', `%${last.number}%`).execute();
  let head = headOf(row);
  for (let seq = last.seq + 1; head.frontier.size < size; ) {
    const stage = new Stage(trust, seq, Date.now(), store.cache);
    const records: (typeof last)[] = [];
    const foldRows: typeof owned = [];
    for (let i = 0; i < step && head.frontier.size < size; i++, seq++) {
      const id = fillerId(head.frontier.size);
      const number = `FILLER-${String(head.frontier.size).padStart(8, '0')}`;
      const named = (text: string) => text.replaceAll(last.number, number);
      records.push({ ...last, seq, id, number, search: named(last.search), subject: named(last.subject ?? '') });
      for (const { tbl, key, row } of owned) foldRows.push({ tbl, key: named(key), row });
      head = stage.append(head, id, seq, crypto);
    }
    await store.commit({ ...(await stage.commit({ id: '', store, crypto, catalogue })), records, foldRows });
    while ((await store.indexSearch(seq - 1, step)) > 0);
  }
}
