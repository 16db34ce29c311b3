/** The refusal that an institution's server issues by itself for an entry that does not hold. */
import type { Finding } from '../../kernel/finding.ts';
import type { UncheckedRecord } from '../../kernel/record/record.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Core } from './core.ts';
import { issueIn } from './issue.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';

export interface RefusedEntry {
  readonly id: string;
  /** Undefined when the record could not be read. */
  readonly record?: UncheckedRecord;
  readonly sender: string;
  readonly origin: string;
  readonly index: number;
}

/** Answers with a refusal to everybody who holds the record; only to the sender when that cannot be told. */
export async function answerRefusal(
  core: Core,
  stage: Stage,
  at: RefusedEntry & { readonly holders?: readonly string[] },
  refusal: Refusal,
  findings: readonly Finding[],
): Promise<void> {
  const samur = at.record?.payload.samur;
  if (samur?.profile === 'exchange' && samur.type === 'refusal') return;
  const claims = {
    record: at.id,
    origin: at.origin,
    index: at.index,
    code: refusal.code,
    ...(findings.length > 0 && {
      findings: findings.slice(0, 100).map(({ code, path }) => ({
        code: code.slice(0, 100).toWellFormed(),
        path: path.slice(0, 500).toWellFormed(),
      })),
    }),
  };
  const draft = { profile: 'exchange', type: 'refusal', claims, annexes: [] };
  const others = samur?.issuer === at.sender ? samur.to : (at.holders ?? []);
  const holders = [...new Set([at.sender, ...others])].filter((id) => id !== core.id).sort();
  const sent = await issueIn(core, stage, { ...draft, to: holders });
  if (!(sent instanceof Rejected)) return;
  const alone = holders.length > 1 ? await issueIn(core, stage, { ...draft, to: [at.sender] }) : sent;
  if (alone instanceof Rejected) stage.faults.push({ about: at.id, findings: alone.findings });
}
