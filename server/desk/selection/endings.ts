/**
 * What ended that which records were chosen for, as later records of the same issuer had it in their basis. It follows from the
 * logs alone, also where the record that ended has no effect (a refusal may come any time later): whenever somebody looks,
 * after a restart or with a restored desk, it is the same.
 */
import type { ShownEnd } from '../../../kernel/exchange/selection-file.ts';
import { proveInclusion } from '../../institution/log-reader.ts';
import { evened, storedPayload } from '../../store/fold-rows.ts';
import type { DeskGround } from '../desk.ts';
import type { Ready } from './choosing.ts';
import type { NamedSelection } from './named-selections.ts';

/** An entry of a channel back to the issuer, and the size of the tree that its basis names. */
export interface Ending {
  /** Hex. */
  readonly record: string;
  readonly origin: string;
  readonly index: number;
  readonly size: number;
}

/** Records asked for at once, within every engine's limit of parameters. */
const piece = 400;

type Ground = Pick<DeskGround, 'records' | 'service'>;

/** The one that stands first in the log, of any of `members` (hex); undefined where `later` was stated without one. */
export async function endingOf(
  { records, service }: Ground,
  { profile, selection }: NamedSelection,
  members: readonly string[],
  { statement: { issuer }, basis = [] }: Pick<Ready, 'statement' | 'basis'>,
): Promise<Ending | undefined> {
  if (!selection.ends || basis.length === 0) return undefined;
  const sizes = new Map(basis.map(({ origin, size }) => [origin, size]));
  const found: Ending[] = [];
  for (let from = 0; from < members.length; from += piece) {
    const abouts = evened(members.slice(from, from + piece)).map((id) => Uint8Array.fromHex(id));
    const rows = await records.db
      .selectFrom('record')
      .innerJoin('entry', 'entry.seq', 'record.seq')
      .innerJoin('channel', 'channel.id', 'entry.channel')
      .select(['record.id', 'record.type', 'record.jws', 'entry.idx', 'channel.origin'])
      .where('record.about', 'in', abouts)
      .where('record.direction', '=', 'issued')
      .where('record.profile', '=', profile)
      .where('channel.issuer', '=', service.id)
      .where('channel.recipient', '=', issuer)
      .execute();
    for (const { id, type, jws, idx: index, origin } of rows) {
      const size = sizes.get(origin) ?? 0;
      if (index < size && selection.ends({ type, claims: storedPayload(jws).claims }))
        found.push({ record: id.toHex(), origin, index, size });
    }
  }
  return found.sort((a, b) => (a.origin === b.origin ? a.index - b.index : a.origin < b.origin ? -1 : 1))[0];
}

/** As the auditor gets it. Undefined where the records were restored from before it. */
export async function shownEnd(
  { records, crypto }: Pick<DeskGround, 'records' | 'crypto'>,
  { record, origin, index, size }: Ending,
): Promise<ShownEnd | undefined> {
  const held = await records.db
    .selectFrom('record')
    .select('jws')
    .where('id', '=', Uint8Array.fromHex(record))
    .executeTakeFirst();
  const channel = await records.db
    .selectFrom('channel')
    .select(['id', 'size'])
    .where('origin', '=', origin)
    .executeTakeFirst();
  if (!held || !channel || channel.size < size) return undefined;
  const proof = await proveInclusion(records, channel.id, index, size, crypto);
  return { jws: held.jws, origin, index, proof: proof.map((hash) => hash.toHex()) };
}
