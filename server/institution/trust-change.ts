/** A new part of the trust list inside a group commit: what waited for it is released, what it revokes is refused. */
import { statingTypes } from '../../kernel/exchange/approval.ts';
import type { VerifiedRecord } from '../../kernel/exchange/open-record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { acceptPart } from '../../kernel/trust/accept-part.ts';
import { acceptTerms } from '../../kernel/trust/accept-terms.ts';
import { exportTrust } from '../../kernel/trust/bundle.ts';
import { newRevocations, numbers } from '../../kernel/trust/lookup.ts';
import { TrustConflict } from '../../kernel/trust/trust-conflict.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { ensureChannels } from './channels.ts';
import type { Core } from './core.ts';
import { answerRefusal } from './refusal-answer.ts';
import type { Stage, StagedRecord } from './stage.ts';

export async function acceptTrustRecord(core: Core, stage: Stage, record: VerifiedRecord): Promise<void> {
  const { kind, document } = record.payload.claims as { kind: 'part' | 'terms'; document: string };
  const accepted =
    kind === 'part' ? acceptPart(stage.trust, document, core.crypto) : acceptTerms(stage.trust, document, core.crypto);
  if (accepted instanceof TrustConflict)
    stage.rest.misconduct.push({
      kind: 'trust-conflict',
      at: stage.now,
      evidence: JSON.stringify({ held: accepted.held, offered: accepted.offered, record: record.jws }),
    });
  if (accepted instanceof Refusal) {
    // A known part that comes late over another channel is no news.
    if (accepted.code !== 'trust.rollback' || accepted instanceof TrustConflict)
      stage.faults.push({ about: record.id, findings: [{ code: accepted.code, severity: 'refuse', path: '' }] });
    return;
  }
  if (accepted !== stage.trust) await changeTrust(core, stage, accepted);
}

/** Makes a newer list the one in force for the rest of the batch and, once on disk, for all that follows. */
export async function changeTrust(core: Core, stage: Stage, trust: TrustList): Promise<void> {
  const before = stage.trust;
  stage.trust = trust;
  stage.rest.settings.push({ name: 'trust', value: JSON.stringify(exportTrust(trust)) });
  const was = numbers(before);
  for (const [part, number] of Object.entries(numbers(trust)))
    for (let n = (was[part] ?? 0) + 1; n <= number; n++) stage.arrived.push(`trust ${part} ${n}`);
  await ensureChannels(core, stage);
  for (const { institution, kid, use, revokedAt } of newRevocations(before, trust))
    if (use === 'record') await refuseUnproved(core, stage, institution, kid, revokedAt);
}

/** What was cosigned here only at or after the instant of a revocation has no proof that it is older. */
async function refuseUnproved(core: Core, stage: Stage, issuer: string, kid: string, revokedAt: number): Promise<void> {
  const records = await core.store.db
    .selectFrom('record')
    .innerJoin('entry', 'entry.seq', 'record.seq')
    .innerJoin('channel', 'channel.id', 'entry.channel')
    .select(['record.id', 'record.recipients', 'channel.origin', 'entry.idx'])
    .where('record.issuer', '=', issuer)
    .where('record.kid', '=', kid)
    .where('record.direction', '=', 'received')
    .where('record.stage', '=', 'folded')
    .where((row) => row.or([row('record.profile', '<>', 'exchange'), row('record.type', 'in', statingTypes)]))
    .where('record.cosigned_at', '>=', revokedAt)
    .orderBy('record.seq')
    .execute();
  const fresh = stagedUnder(stage, issuer, kid, revokedAt);
  for (const record of [...records, ...fresh]) {
    const holders = record.recipients.split(' ').filter((id) => id !== core.id);
    await answerRefusal(
      core,
      stage,
      { id: record.id.toHex(), sender: issuer, holders, origin: record.origin, index: record.idx },
      refuse('trust.key-revoked', { institution: issuer, kid }),
      [],
    );
  }
}

const hasEffect = ({ profile, type }: StagedRecord) => profile !== 'exchange' || statingTypes.includes(type);

/** Records under a key that came in this very batch, before the part that revokes it. */
function stagedUnder(stage: Stage, issuer: string, kid: string, revokedAt: number) {
  const incoming = new Map(
    [...stage.heads.values()].filter((head) => head.issuer === issuer).map((head) => [head.id, head]),
  );
  return [...stage.records.values()]
    .filter((row) => row.issuer === issuer && row.kid === kid && row.direction === 'received')
    .filter((row) => row.stage === 'folded' && hasEffect(row) && (row.cosigned_at ?? 0) >= revokedAt)
    .flatMap(({ id, seq, recipients }) => {
      const entry = stage.entries.find((one) => one.seq === seq && incoming.has(one.channel));
      return entry ? [{ id, recipients, origin: incoming.get(entry.channel)?.origin ?? '', idx: entry.idx }] : [];
    });
}
