/** What the rules said of the record that is to be signed: nothing of it forbids the signature. */
import type { ProblemFinding } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { PlaceName } from '../draft/finding-summary.tsx';
import { sentenceAtField } from '../draft/form/finding-words.ts';
import type { Naming } from '../draft/form/words-of-fields.ts';
import { SeverityBadge } from '../parts/state.tsx';

interface FindingsProps {
  readonly findings: readonly ProblemFinding[];
  /** Of the record: its profile names the fields. */
  readonly naming: Naming | undefined;
  readonly type: string;
}

export function Findings({ findings, naming, type }: FindingsProps) {
  if (findings.length === 0) return <p className="signing-clear">{m.signing_no_findings()}</p>;
  return (
    <section className="signing-findings">
      <h3>{m.signing_findings({ count: findings.length })}</h3>
      <ul>
        {findings.map(({ code, path, severity, text }) => (
          <li key={`${code} ${path}`}>
            <SeverityBadge severity={severity} /> {naming && <PlaceName naming={naming} type={type} path={path} />}
            {sentenceAtField({ code, text })}
          </li>
        ))}
      </ul>
    </section>
  );
}
