import type { Finding } from '../../../../kernel/finding.ts';
import type { Obligation, Requirement } from '../../claims/requirement.ts';
import { broken, type Consignment } from './consignment.ts';

type Checkpoints = Extract<Obligation, { kind: 'checkpoints' }>;

/** The checkpoint is one of those permitted; without a code that cannot be told. */
export function permittedCheckpoint(
  { codes }: Checkpoints,
  requirement: Requirement,
  checkpoint: string | undefined,
  path: string,
): readonly Finding[] {
  if (checkpoint === undefined) return [broken('checkpoint-missing', path, requirement)];
  if (codes.includes(checkpoint)) return [];
  return [broken('checkpoint-not-permitted', path, requirement, { checkpoint, permitted: codes.join(', ') })];
}

/** The one mode of transport of all conveyances that a certificate names. */
export function modeOf({ claims }: Consignment): string | undefined {
  const modes = new Set((claims.conveyances ?? []).map(({ mode }) => mode));
  return modes.size === 1 ? [...modes][0] : undefined;
}

/** By which of several modes the goods come in is not told by a certificate, but by the prior notice. */
export function entryPoints(
  obligation: Checkpoints,
  requirement: Requirement,
  consignment: Consignment,
): readonly Finding[] {
  if (obligation.mode !== undefined && obligation.mode !== modeOf(consignment)) return [];
  return permittedCheckpoint(obligation, requirement, consignment.claims.entryPoint?.code, '/entryPoint/code');
}
