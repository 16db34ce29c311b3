import type { RefusalCode } from '../refusal.ts';

/**
 * Refusals that undo what they name. These are faults which only the two ends of a channel can see: what the
 * clock of the cosignature said, what the issuer had mirrored, what the rules gave at that basis. A fault that
 * every holder finds in the contents has no effect anywhere in the first place, so a refusal for it undoes
 * nothing, and naming such a code wrongly takes nothing from anybody.
 */
const undoing: ReadonlySet<RefusalCode> = new Set([
  'record.time-ahead',
  'record.time-decreases',
  'record.time-before-basis',
  'trust.key-revoked',
  'trust.key-not-valid-then',
  'trust.version-decreases',
  'basis.missing-channel',
  'basis.shrinks',
  'basis.below-cosigned',
  'basis.unknown-size',
  'basis.root-mismatch',
  'basis.feigned-ignorance',
  'ledger.insufficient',
  'ledger.frozen',
  'rule.broken',
]);

export function undoes(code: RefusalCode): boolean {
  return undoing.has(code);
}
