/** Gathers an evidence file from the database: the record, what it follows, what follows it, with proofs. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { type EvidenceChannel, type EvidenceRecord, writeEvidence } from '../../kernel/exchange/evidence.ts';
import { formatTlogProof } from '../../kernel/log/tlog-proof.ts';
import type { Carried } from '../../kernel/paper/code.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { decodeRow } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';
import { proveInclusion } from './log-reader.ts';
import { officerPieces } from './officer-pieces.ts';

type Piece = Pick<RecordTable, 'id' | 'seq' | 'jws' | 'about' | 'issuer' | 'recipients'>;

export async function gatherEvidence(core: Core, id: string): Promise<JsonObject | Refusal> {
  const chosen = await pieceOf(core, Uint8Array.fromHex(id));
  if (!chosen) return refuse('request.not-found');
  const pieces = new Map<string, Piece>();
  for (let root: Piece | undefined = chosen; root; root = root.about ? await pieceOf(core, root.about) : undefined) {
    pieces.set(root.id.toHex(), root);
    for (const follower of await followersOf(core, root.id)) pieces.set(follower.id.toHex(), follower);
  }
  for (const refusal of await refusalsOf(core, [...pieces.keys()])) pieces.set(refusal.id.toHex(), refusal);
  const records: EvidenceRecord[] = [];
  const officers = (await officerPieces(core, chosen)).filter(({ id }) => !pieces.has(id.toHex()));
  const refused = await refusalsOf(
    core,
    officers.map(({ id }) => id.toHex()),
  );
  // An enrolment is on many channels; the ones that the record went by tell what stood before it.
  const channels = new Set(chosen.recipients.split(' '));
  for (const piece of [...pieces.values(), ...officers, ...refused].sort((a, b) => a.seq - b.seq)) {
    const proofs = await proofsOf(core, piece.seq, officers.includes(piece) ? channels : undefined);
    records.push({ jws: piece.jws, proofs });
  }
  if (!records.some((record) => record.proofs.length > 0)) return refuse('evidence.no-cosignature');
  const parties = new Set([...pieces.values()].flatMap((piece) => [piece.issuer, ...piece.recipients.split(' ')]));
  return writeEvidence({ subject: id, records, asOf: await newestOf(core, parties) }, core.trust);
}

/** What was taken without being verified is given to nobody as a record: a state of goods may be called `held` too. */
export async function carriedRecord(core: Core, id: string): Promise<Carried | undefined> {
  const piece = await core.store.db
    .selectFrom('record')
    .select(['jws', 'seq'])
    .where('id', '=', Uint8Array.fromHex(id))
    .where('stage', '<>', 'held')
    .executeTakeFirst();
  return piece && { jws: piece.jws, proofs: await proofsOf(core, piece.seq) };
}

const columns = ['id', 'seq', 'jws', 'about', 'issuer', 'recipients'] as const;

async function pieceOf(core: Core, id: Uint8Array): Promise<Piece | undefined> {
  return core.store.db.selectFrom('record').select(columns).where('id', '=', id).executeTakeFirst();
}

async function followersOf(core: Core, id: Uint8Array): Promise<Piece[]> {
  return core.store.db.selectFrom('record').select(columns).where('about', '=', id).execute();
}

async function refusalsOf(core: Core, ids: readonly string[]): Promise<Piece[]> {
  const rows = await core.store.db
    .selectFrom('fold_row')
    .select('row')
    .where('tbl', '=', 'refusal')
    .where('key', 'in', ids)
    .execute();
  const named = rows.flatMap(({ row }) =>
    decodeRow('refusal', row).refusals.map((refusal) => Uint8Array.fromHex(refusal.id)),
  );
  return named.length === 0
    ? []
    : core.store.db.selectFrom('record').select(columns).where('id', 'in', named).execute();
}

/** One proof for each channel (to these) that carries the record, against the first checkpoint cosigned after it. */
export async function proofsOf(core: Core, seq: number, to?: ReadonlySet<string>): Promise<string[]> {
  const entries = await core.store.db
    .selectFrom('entry')
    .innerJoin('channel', 'channel.id', 'entry.channel')
    .select(['entry.channel', 'entry.idx', 'channel.recipient'])
    .where('entry.seq', '=', seq)
    .execute();
  const proofs: string[] = [];
  for (const { channel, idx, recipient } of entries) {
    if (to && !to.has(recipient)) continue;
    const checkpoint = await core.store.db
      .selectFrom('checkpoint')
      .select(['size', 'note'])
      .where('channel', '=', channel)
      .where('size', '>', idx)
      .orderBy('size')
      .limit(1)
      .executeTakeFirst();
    if (!checkpoint) continue;
    const proof = await proveInclusion(core.store, channel, idx, checkpoint.size, core.crypto);
    proofs.push(formatTlogProof({ index: idx, proof, note: checkpoint.note }));
  }
  return proofs;
}

export async function newestOf(core: Core, parties: ReadonlySet<string>): Promise<EvidenceChannel[]> {
  const channels: EvidenceChannel[] = [];
  for (const head of core.heads.values()) {
    if (!parties.has(head.issuer) || !parties.has(head.recipient)) continue;
    const row = await core.store.db
      .selectFrom('checkpoint')
      .select(['size', 'time', 'note'])
      .where('channel', '=', head.id)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) channels.push({ origin: head.origin, size: row.size, time: row.time / 1000, checkpoint: row.note });
  }
  return channels.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}
