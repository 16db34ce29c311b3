import type { OfferedAction } from './queries.ts';

/** Why it cannot be signed as it stands, each reason once. One that is still written is mended where it is written. */
export function hindrances({ ready, findings }: Pick<OfferedAction, 'findings' | 'ready'>): readonly string[] {
  if (!ready) return [];
  return [...new Set(findings.filter(({ severity }) => severity === 'refuse').map(({ text }) => text))];
}
