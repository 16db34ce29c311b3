/**
 * When entries were first cosigned, as both ends of a channel tell it. A delivery gets every receipt before it goes
 * on, so both hold the same checkpoints; of a closed generation only those count that its successor agreed on.
 */
import { firstSizeOver } from '../store/conditions.ts';
import { evened, storedPayload } from '../store/fold-rows.ts';
import type { Core } from './core.ts';
import type { Agreed } from './generation.ts';

export interface Cosigned {
  readonly issuer: string;
  readonly recipient: string;
  /** Ms since 1970. */
  readonly time: number;
  readonly origin: string;
  /** Of the entry. */
  readonly index: number;
  /** Of the tree that was cosigned. */
  readonly size: number;
  readonly root: Uint8Array;
}

/** Records asked about in one query. */
const chunk = 512;

/** By sequence number: the first cosignature on each of its issuer's channels that carries the record. */
export async function firstCosignatures(core: Core, seqs: readonly number[]): Promise<Map<number, Cosigned[]>> {
  const agreed = await agreedSizes(core);
  const found = new Map<number, Cosigned[]>();
  for (let from = 0; from < seqs.length; from += chunk) {
    const rows = await core.store.db
      .selectFrom('entry')
      .innerJoin('channel', 'channel.id', 'entry.channel')
      .innerJoin('record', 'record.seq', 'entry.seq')
      .innerJoin('checkpoint', (join) =>
        join.onRef('checkpoint.channel', '=', 'entry.channel').on('checkpoint.size', '=', firstSizeOver),
      )
      .select(['entry.seq', 'entry.idx', 'channel.id', 'channel.origin', 'channel.issuer', 'channel.recipient'])
      .select(['checkpoint.size', 'checkpoint.root', 'checkpoint.time'])
      .where('entry.seq', 'in', evened(seqs.slice(from, from + chunk)))
      .whereRef('channel.issuer', '=', 'record.issuer')
      .execute();
    for (const { seq, idx, id, ...place } of rows) {
      if (place.size > (agreed.get(id) ?? place.size)) continue;
      const cosigned = { ...place, index: idx };
      const known = found.get(seq) ?? [];
      const before = known.find(({ recipient }) => recipient === cosigned.recipient);
      // Logged again, in a later generation or by a sender out of order: the first counts.
      const others = known.filter((one) => one !== before);
      found.set(seq, [...others, before && before.time <= cosigned.time ? before : cosigned]);
    }
  }
  return found;
}

/** By channel id, the size on which the next generation goes on: it repeats what came after. */
async function agreedSizes(core: Core): Promise<Map<number, number>> {
  const sizes = new Map<number, number>();
  const heads = [...core.heads.values()];
  for (const old of heads) {
    if (old.state !== 'closed') continue;
    const next = heads.find(
      ({ issuer, recipient, generation }) =>
        issuer === old.issuer && recipient === old.recipient && generation === old.generation + 1,
    );
    const opening =
      next &&
      (await core.store.db
        .selectFrom('entry')
        .innerJoin('record', 'record.seq', 'entry.seq')
        .select('record.jws')
        .where('entry.channel', '=', next.id)
        .where('entry.idx', '=', 0)
        .executeTakeFirst());
    if (opening) sizes.set(old.id, (storedPayload(opening.jws).claims['previous'] as unknown as Agreed).size);
  }
  return sizes;
}
