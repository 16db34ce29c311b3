/** Channels to the other institutions of the corridor, and the trust list parts that travel on them. */
import { originOf } from '../../kernel/exchange/names.ts';
import { countryOf } from '../../kernel/trust/institution.ts';
import { currentInstitutions } from '../../kernel/trust/lookup.ts';
import { newHead } from './channel-head.ts';
import { type Core, channelBetween, self } from './core.ts';
import { nextChannelId } from './generation.ts';
import { issueIn } from './issue.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';

/** Opens the first generation to every institution that has none; its first entries are the trust list parts. */
export async function ensureChannels(core: Core, stage: Stage): Promise<void> {
  for (const { id } of currentInstitutions(stage.trust)) {
    if (id === core.id || channelBetween(core, stage, core.id, id)) continue;
    const origin = originOf(self(core, stage.trust), id, 1);
    const head = {
      id: nextChannelId(core, stage),
      origin,
      issuer: core.id,
      recipient: id,
      generation: 1,
      state: 'open' as const,
    };
    stage.heads.set(origin, newHead(head));
    const part = stage.trust.chains.get(countryOf(core.id))?.parts.at(-1)?.signed;
    const terms = stage.trust.terms.at(-1)?.signed;
    if (part !== undefined) await sendTrust(core, stage, 'part', part, [id]);
    if (terms !== undefined) await sendTrust(core, stage, 'terms', terms, [id]);
  }
}

/** A new part goes on every channel before anything depends on it. */
export async function announceTrust(core: Core, stage: Stage, kind: 'part' | 'terms', document: string): Promise<void> {
  for (const { id } of currentInstitutions(stage.trust))
    if (id !== core.id) await sendTrust(core, stage, kind, document, [id]);
}

async function sendTrust(
  core: Core,
  stage: Stage,
  kind: 'part' | 'terms',
  document: string,
  to: readonly string[],
): Promise<void> {
  const issued = await issueIn(core, stage, {
    profile: 'exchange',
    type: 'trust',
    to,
    claims: { kind, document },
    annexes: [],
  });
  if (issued instanceof Rejected) stage.faults.push({ about: core.id, findings: issued.findings });
}
