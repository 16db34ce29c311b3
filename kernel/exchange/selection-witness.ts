/**
 * Senders keep every checkpoint that was cosigned for them, and their evidence files carry those that were the first to hold
 * a record. One that the institution cosigned and left out would have let it take its pick of two draws.
 */
import { parseTlogProof } from '../log/tlog-proof.ts';
import { Refusal, refuse } from '../refusal.ts';
import { Failure, type Judge, openCosigned } from './evidence-checkpoint.ts';
import { readEvidence } from './evidence-file.ts';
import type { ToChoose } from './selection-again.ts';
import type { LoggedChannel } from './selection-log.ts';

/** What does not hold in a witness's file is passed over: it proves nothing against anybody. */
export function missingCheckpoints(
  witnesses: readonly Uint8Array[],
  channels: readonly LoggedChannel[],
  records: readonly ToChoose[],
  institution: string,
  judge: Judge,
): { readonly origin: string; readonly refusal: Refusal }[] {
  const missing = new Map<string, { readonly origin: string; readonly refusal: Refusal }>();
  for (const note of witnesses.flatMap(notesIn)) {
    const checkpoint = openCosigned(
      note,
      channels.map(({ sender }) => sender),
      [institution],
      judge,
    );
    if (checkpoint instanceof Failure) continue;
    const { origin, size } = checkpoint.checkpoint;
    const channel = channels.find((one) => one.origin === origin);
    if (!channel || channel.sizes.includes(size)) continue;
    const before = channel.sizes.findLast((one) => one < size) ?? channel.from;
    const isFirst = records.some((one) => one.origin === origin && one.entry.index >= before && one.entry.index < size);
    if (isFirst) missing.set(`${origin} ${size}`, { origin, refusal: refuse('selection.note-missing', { size }) });
  }
  return [...missing.values()];
}

function notesIn(witness: Uint8Array): readonly string[] {
  const file = readEvidence(witness);
  if (file instanceof Refusal) return [];
  const proofs = file.records.flatMap((one) => one.proofs).map(parseTlogProof);
  return [
    ...proofs.flatMap((proof) => (proof instanceof Refusal ? [] : [proof.note])),
    ...file.asOf.map(({ checkpoint }) => checkpoint),
  ];
}
