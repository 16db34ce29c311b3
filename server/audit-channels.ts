/** Audit of channels: every tree is grown anew from its entries and compared with all that was signed over it. */
import { equalBytes } from '../kernel/bytes.ts';
import { mirrorName } from '../kernel/exchange/names.ts';
import { openCheckpoint } from '../kernel/log/checkpoint.ts';
import { openCosignature } from '../kernel/log/cosignature.ts';
import { leafTile, tileHash, tileWidth } from '../kernel/log/tile.ts';
import { append, emptyFrontier, frontierBytes, leafHash, rootOf } from '../kernel/log/tree.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { knownInstitution } from '../kernel/trust/lookup.ts';
import type { KeyUse } from '../kernel/trust/national-part.ts';
import type { AuditContext, AuditFault } from './audit-context.ts';
import { nodeCrypto } from './crypto-node.ts';
import type { ChannelTable } from './store/tables.ts';

const step = 4096;

export async function auditChannels(context: AuditContext) {
  const channels = await context.store.db.selectFrom('channel').selectAll().orderBy('id').execute();
  let entries = 0;
  let checkpoints = 0;
  for (const channel of channels) {
    const counted = await auditChannel(context, channel);
    entries += counted.entries;
    checkpoints += counted.checkpoints;
  }
  return { channels: channels.length, entries, checkpoints };
}

async function auditChannel(context: AuditContext, channel: ChannelTable) {
  const { db } = context.store;
  const fault = (what: AuditFault['what'], where: string, refusal: Refusal) =>
    context.faults.push({ what, where: `${channel.origin} ${where}`, refusal });
  const checkpoints = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('channel', '=', channel.id)
    .orderBy('size')
    .execute();
  const bySize = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]));
  let frontier = emptyFrontier();
  let tile: Uint8Array[] = [];
  for (;;) {
    const rows = await db
      .selectFrom('entry')
      .leftJoin('record', 'record.seq', 'entry.seq')
      .select(['entry.idx', 'entry.id', 'record.id as recordId'])
      .where('entry.channel', '=', channel.id)
      .where('entry.idx', '>=', frontier.size)
      .orderBy('entry.idx')
      .limit(step)
      .execute();
    for (const { idx, id, recordId } of rows) {
      if (idx !== frontier.size || !recordId || !equalBytes(id, recordId)) {
        fault('channel', String(frontier.size), refuse('server.data-altered', { found: idx }));
        return { entries: frontier.size, checkpoints: checkpoints.length };
      }
      frontier = append(frontier, leafHash(id, nodeCrypto), nodeCrypto);
      tile.push(id);
      if (tile.length === tileWidth) {
        await auditTile(context, channel, frontier.size / tileWidth - 1, tile);
        tile = [];
      }
      const checkpoint = bySize.get(frontier.size);
      if (checkpoint) {
        const refusal = checkpointFault(context, channel, checkpoint, rootOf(frontier, nodeCrypto));
        if (refusal) fault('checkpoint', String(checkpoint.size), refusal);
      }
    }
    context.progress(channel.origin, frontier.size, channel.size);
    if (rows.length < step) break;
  }
  if (frontier.size !== channel.size || !equalBytes(frontierBytes(frontier), channel.frontier))
    fault('channel', 'head', refuse('log.bad-consistency', { expected: channel.size, found: frontier.size }));
  if (channel.receipt_size > 0 && !bySize.has(channel.receipt_size))
    fault('receipt', String(channel.receipt_size), refuse('log.no-cosignature'));
  return { entries: frontier.size, checkpoints: checkpoints.length };
}

async function auditTile(
  context: AuditContext,
  channel: ChannelTable,
  n: number,
  ids: readonly Uint8Array[],
): Promise<void> {
  const row = await context.store.db
    .selectFrom('tile_hash')
    .select('hash')
    .where('channel', '=', channel.id)
    .where('level', '=', 1)
    .where('idx', '=', n)
    .executeTakeFirst();
  const hash = tileHash(leafTile(ids, nodeCrypto), nodeCrypto);
  if (!row || hash instanceof Refusal || !equalBytes(hash, row.hash))
    context.faults.push({ what: 'tile', where: `${channel.origin} tile ${n}`, refusal: refuse('log.malformed-tile') });
}

function checkpointFault(
  context: AuditContext,
  channel: ChannelTable,
  checkpoint: { readonly size: number; readonly root: Uint8Array; readonly note: string; readonly time: number },
  root: Uint8Array,
): Refusal | undefined {
  const recipient = knownInstitution(context.trust, channel.recipient);
  if (!recipient) return refuse('trust.unknown-institution', { institution: channel.recipient });
  const logKeys = keysOf(context, channel.issuer, 'checkpoint').map((key) => ({ name: channel.origin, key }));
  const opened = openCheckpoint(checkpoint.note, channel.origin, logKeys, nodeCrypto);
  if (opened instanceof Refusal) return opened;
  if (opened.size !== checkpoint.size || !equalBytes(opened.root, root) || !equalBytes(checkpoint.root, root))
    return refuse('exchange.root-mismatch', { size: checkpoint.size });
  const name = mirrorName(recipient);
  const cosigned = keysOf(context, channel.recipient, 'mirror').some((key) => {
    const cosignature = openCosignature(checkpoint.note, opened, { name, key }, nodeCrypto);
    return !(cosignature instanceof Refusal) && cosignature.time * 1000 === checkpoint.time;
  });
  return cosigned ? undefined : refuse('log.bad-cosignature', { name });
}

/** Every key the institution ever had for a use: an audit looks back. */
function keysOf(context: AuditContext, institution: string, use: KeyUse) {
  const keys = [...(knownInstitution(context.trust, institution)?.keys.values() ?? [])];
  return keys.filter((key) => key.use === use).map((key) => key.publicKey);
}
