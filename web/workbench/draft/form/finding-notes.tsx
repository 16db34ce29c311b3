/** Findings in words where they belong. */

import { SeverityBadge } from '../../parts/state.tsx';
import { sentenceAtField } from './finding-words.ts';
import { useFindingsWithin } from './form-context.ts';
import type { PlacedFinding } from './place-stores.ts';

export function FindingNotes({ id, findings }: { readonly id?: string; readonly findings: readonly PlacedFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <span id={id} className="form-findings">
      {findings.map(({ code, severity, path, text }) => (
        <span key={`${code} ${path} ${text}`} className={`form-finding ${severity}`}>
          <SeverityBadge severity={severity} /> {sentenceAtField({ code, text })}
        </span>
      ))}
    </span>
  );
}

/** How many findings stand in what is closed, by the worst of them. */
export function FindingCount({ pointer }: { readonly pointer: string }) {
  const found = useFindingsWithin(pointer);
  const worst = (['refuse', 'warn', 'inform'] as const).find((one) => found.some(({ severity }) => severity === one));
  if (worst === undefined) return null;
  return (
    <span className={`form-count ${worst}`}>
      <SeverityBadge severity={worst} /> {found.length > 1 && found.length}
    </span>
  );
}
